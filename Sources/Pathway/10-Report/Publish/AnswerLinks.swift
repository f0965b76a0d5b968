import Statistics
import Values

/// The counts of an answer and of those before it, linked by whatever one tells about another.
struct AnswerLinks {
    private var counts = LinkedCounts()
    /// By place, what was or is published there.
    private var known: [Int: PublishedFigure] = [:]
    /// The places of this answer's own counts.
    private var own: [Int] = []
    /// Totals that other counts add up to.
    private var totals: Set<Int> = []

    /// Takes what each earlier publication gave or hid, with the sums that its readers know; what is of another topic
    /// tells nothing of these counts.
    init(_ earlier: [[PublishedFigure]], of topic: PublishedFigure.Topic = .report) {
        for publication in earlier {
            let alike = publication.filter { $0.topic == topic }
            for figure in alike { add(figure, fate: figure.isHidden ? .hidden : .known) }
            linkSums(alike)
        }
    }

    @discardableResult
    private mutating func add(_ figure: PublishedFigure, of most: Int? = nil, fate: LinkedCounts.Fate) -> Int {
        let place = counts.add(figure.id, figure.value, of: most, fate: fate)
        if known[place] == nil { known[place] = figure }
        return place
    }

    /// Adds what a figure counts; gives the places, none where it tells of nobody, as a caseload.
    mutating func add(_ named: QuestionLibrary.Named, _ figure: Figure, _ time: ReportAnswer.Time) -> [Int] {
        let period: Period
        switch time {
        case .during(let asked): period = asked
        // What is known as at a day counts everything until then.
        case .asAt(let day): period = Period(from: .earliest, to: day) ?? .last(months: 12, asAt: day)
        }
        let part = [named.figure, named.programme, named.criteria].compactMap(\.self).joined(separator: " ")
        func published(_ value: Int, _ which: PublishedFigure.Part) -> PublishedFigure {
            PublishedFigure(
                figure: part,
                part: which,
                period: period,
                grows: named.grows,
                value: value,
                isHidden: false
            )
        }
        var places: [Int] = []
        if figure.unit == .share, let share = figure.share {
            let (hits, all) = (Int(share.numerator), Int(share.denominator))
            let whole = add(published(all, .denominator), fate: .open)
            places = [add(published(hits, .numerator), fate: .open), whole]
        } else if figure.unit == .count, let value = figure.value {
            places = [add(published(Int(value), .count), fate: .open)]
        } else if let people = AnswerLinks.people(behind: figure) {
            places = [add(published(people, .denominator), fate: .open)]
        }
        own += places
        return places
    }

    /// Adds a count of a table; gives its place.
    ///
    /// `most` is the most it can be, where that is published.
    mutating func add(_ figure: PublishedFigure, of most: Int? = nil) -> Int {
        let place = add(figure, of: most, fate: .open)
        own.append(place)
        return place
    }

    /// How many people a mean or a unit cost is of: it tells about them, and is hidden where they are few.
    private static func people(behind figure: Figure) -> Int? {
        switch figure.unit {
        case .pounds: figure.quotient.map { Int($0.denominator) }
        case .days, .months, .hours, .score, .statistic: figure.members?.count { $0.standing == .counted }
        case .count, .share, .wte, .caseload: nil
        }
    }

    /// The counts with a link for every period that lies within another of its kind, and for every programme among all.
    mutating func linked() -> LinkedCounts {
        linkSums(Set(own).sorted().compactMap { known[$0] })
        let places = known.keys.sorted()
        let byName = Dictionary(grouping: places) { known[$0]?.name ?? "" }
        for (_, alike) in byName.sorted(by: { $0.key < $1.key }) {
            for part in alike {
                for whole in alike where part != whole {
                    guard let one = known[part], let other = known[whole], one.isAmong(other) else { continue }
                    // Where programmes add up to all, that says what they leave.
                    guard one.kind == other.kind || !totals.contains(whole) else { continue }
                    counts.link(part, isAmong: whole)
                }
            }
        }
        return counts
    }

    /// Says that counts add up to another, where they do.
    mutating func link(_ total: PublishedFigure, isSumOf parts: [PublishedFigure]) {
        guard let whole = counts.place(total.id) else { return }
        let places = Set(parts.compactMap { counts.place($0.id) }).subtracting([whole]).sorted()
        let sum = places.reduce(0) { $0 + counts.counts[$1].value }
        guard !places.isEmpty, sum == total.value else { return }
        counts.link(whole, isSumOf: places)
        totals.insert(whole)
    }

    /// Says that those counted in one are among those counted in the other.
    mutating func link(_ part: PublishedFigure, isAmong whole: PublishedFigure) {
        guard let one = counts.place(part.id), let other = counts.place(whole.id) else { return }
        counts.link(one, isAmong: other)
    }

    /// What this answer gives or hides.
    func published(_ protection: Protection) -> [PublishedFigure] {
        Set(own).sorted().compactMap { place in
            known[place].map { figure in
                PublishedFigure(
                    figure: figure.figure,
                    part: figure.part,
                    period: figure.period,
                    grows: figure.grows,
                    value: figure.value,
                    isHidden: protection.isWithheld || protection.published(place).isHidden
                )
            }
        }
    }

    /// A figure as it may be published.
    static func value(
        _ named: QuestionLibrary.Named,
        _ figure: Figure?,
        _ places: [Int],
        _ protection: Protection,
        _ write: (Figure) -> String
    ) -> DraftAnswer.Value {
        let words: String
        let isHidden = figure != nil && !protection.shows(places)
        if let figure {
            switch (isHidden, figure.unit, places.first) {
            case (true, _, _): words = "c"
            // A rounded count is printed as the rule rounds it.
            case (false, .count, let place?): words = protection.text(place)
            default: words = write(figure)
            }
        } else {
            words = "x"
        }
        return DraftAnswer.Value(named: named, figure: figure, places: places, words: words, isHidden: isHidden)
    }
}

package import Identify
import Linkage
package import Register
import Values

/// The pairs of records that people are to look at, or have looked at.
package struct MatchReview: Sendable {
    /// A pair to look at.
    package struct Item: Sendable {
        /// What it is called in addresses.
        package let id: String
        package let pair: RecordPair
        /// Its match weight; nil where it was too small to be kept, or stands aside for a decision.
        package let weight: Double?
        package let standing: PairStanding
        /// The change of the last decision about it; 0 where there is none.
        package let lastChange: Int

        package var probability: Double? { weight.map { MatchWeight.probability(of: $0) } }
    }

    /// Which pairs are listed.
    package enum Filter: String, CaseIterable, Sendable {
        case undecided, asked, disagreed, decided, duplicates

        package var label: String {
            switch self {
            case .undecided: "Not decided, near the threshold"
            case .asked: "Asked"
            case .disagreed: "Disagreed"
            case .decided: "Decided"
            case .duplicates: "Twice in the register"
            }
        }
    }

    /// Pairs whose weight is this near the threshold are looked at: their odds are within a factor of 16 of it.
    package static let reach = 4.0

    package let threshold: Double
    private let lists: [Filter: [Item]]
    private let items: [String: Item]

    package init(_ match: MatchPartners, _ names: OpaqueNames) {
        let bar = MatchWeight.of(probability: match.linkage.model.threshold)
        let making = Making(match, names, bar)
        self.init(
            threshold: bar,
            lists: [
                .undecided: making.undecided, .asked: making.said(.asked), .disagreed: making.said(.disagreed),
                .decided: (making.said(.same) + making.said(.different)).latestFirst, .duplicates: making.duplicates,
            ]
        )
    }

    private init(threshold: Double, lists: [Filter: [Item]]) {
        self.threshold = threshold
        self.lists = lists
        items = Dictionary(lists.values.flatMap { $0.map { ($0.id, $0) } }) { first, _ in first }
    }

    /// The same without the pairs that somebody may not look at.
    func without(_ isHidden: (RecordPair) -> Bool) -> MatchReview {
        MatchReview(threshold: threshold, lists: lists.mapValues { list in list.filter { !isHidden($0.pair) } })
    }

    /// The pairs of a list: undecided ones by how near the threshold they are, others the latest decision first.
    package func list(_ filter: Filter) -> [Item] { lists[filter] ?? [] }

    /// The pair of this name; nil where it is in no list.
    package func item(_ id: String) -> Item? { items[id] }

    /// Up to so many pairs of a list after a place in it.
    ///
    /// A place stays good while others decide pairs of the list.
    package func page(of filter: Filter, after place: String?, limit: Int) -> (items: [Item], next: String?) {
        let list = list(filter)
        let from = place.flatMap(Place.init).map { place in
            list.firstIndex { place < self.place(of: $0, in: filter) } ?? list.endIndex
        }
        let items = Array(list[(from ?? 0)...].prefix(limit))
        let isLast = (from ?? 0) + items.count >= list.count
        return (items, isLast ? nil : items.last.map { self.place(of: $0, in: filter).text })
    }

    private func place(of item: Item, in filter: Filter) -> Place {
        filter == .undecided
            ? Place(rank: ((item.weight ?? threshold) - threshold).thousandths, id: item.id)
            : Place(rank: -item.lastChange, id: item.id)
    }
}

/// Where a pair stands in a list.
private struct Place: Comparable {
    let rank: Int
    let id: String

    init(rank: Int, id: String) {
        self.rank = rank
        self.id = id
    }

    /// Reads `1250.0a1b2c`.
    init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let rank = Int(parts[0]) else { return nil }
        self.init(rank: rank, id: String(parts[1]))
    }

    var text: String { "\(rank).\(id)" }

    static func < (one: Place, other: Place) -> Bool { (one.rank, one.id) < (other.rank, other.id) }
}

extension Double {
    /// How far from nought, in whole thousandths.
    fileprivate var thousandths: Int { Int((magnitude * 1000).rounded()) }
}

extension [MatchReview.Item] {
    fileprivate var latestFirst: [MatchReview.Item] {
        sorted { ($1.lastChange, $0.id) < ($0.lastChange, $1.id) }
    }
}

/// Makes the lists of a matching.
private struct Making {
    let match: MatchPartners
    let names: OpaqueNames
    let bar: Double
    private let last: [RecordPair: PairDecision]

    init(_ match: MatchPartners, _ names: OpaqueNames, _ bar: Double) {
        self.match = match
        self.names = names
        self.bar = bar
        last = Dictionary(match.said.map { ($0.pair, $0) }) { $1.change >= $0.change ? $1 : $0 }
    }

    /// Pairs that came together by one step are one question: deciding one of them settles all.
    private struct Question: Hashable {
        let one: Int
        let other: Int
        let weight: Double
    }

    private func question(_ pair: LinkedPair) -> Question {
        let (a, b) = (match.linkage.clusters[pair.left], match.linkage.clusters[pair.right])
        return Question(one: min(a, b), other: max(a, b), weight: pair.weight)
    }

    private func pair(_ linked: LinkedPair) -> RecordPair? {
        RecordPair(match.sources.name(linked.left), match.sources.name(linked.right))
    }

    /// Of each question near the threshold that nobody has said anything of, one pair: of those with somebody of the
    /// register, if there are any, the first by name.
    var undecided: [MatchReview.Item] {
        var first: [Question: RecordPair] = [:]
        var answered: Set<Question> = []
        for linked in match.linkage.pairs where abs(linked.weight - bar) <= MatchReview.reach {
            guard let pair = pair(linked) else { continue }
            let question = question(linked)
            if match.standings[pair] != nil { answered.insert(question) }
            guard let known = first[question] else {
                first[question] = pair
                continue
            }
            if Making.rank(pair) < Making.rank(known) { first[question] = pair }
        }
        return first.filter { !answered.contains($0.key) }
            .map { question, pair in
                MatchReview.Item(
                    id: names.name(of: pair),
                    pair: pair,
                    weight: question.weight,
                    standing: .undecided,
                    lastChange: 0
                )
            }
            .sorted { one, other in
                let (a, b) = (((one.weight ?? 0) - bar).thousandths, ((other.weight ?? 0) - bar).thousandths)
                return (a, one.id) < (b, other.id)
            }
    }

    private static func rank(_ pair: RecordPair) -> (Int, RecordName, RecordName) {
        (pair.first.isOfRegister || pair.second.isOfRegister ? 0 : 1, pair.first, pair.second)
    }

    private func item(_ pair: RecordPair, weight: Double?) -> MatchReview.Item {
        MatchReview.Item(
            id: names.name(of: pair),
            pair: pair,
            weight: weight,
            standing: match.standings[pair] ?? .undecided,
            lastChange: last[pair]?.change ?? 0
        )
    }

    /// Pairs of which this stands, among the records that were matched.
    func said(_ standing: PairStanding) -> [MatchReview.Item] {
        match.standings.filter { pair, said in
            said == standing && match.sources.record(pair.first) != nil && match.sources.record(pair.second) != nil
        }
        .map { item($0.key, weight: last[$0.key]?.opinion.weight?.double) }
        .latestFirst
    }

    /// People of the register who were found to be one.
    var duplicates: [MatchReview.Item] {
        let weights = Dictionary(
            match.linkage.pairs.compactMap { linked in
                pair(linked).flatMap { $0.isOfRegister ? ($0, linked.weight) : nil }
            }
        ) { first, _ in first }
        return match.duplicates.compactMap { one, other in
            RecordPair(
                RecordName(source: RecordName.register, id: one.text),
                RecordName(source: RecordName.register, id: other.text)
            )
        }
        .map { item($0, weight: weights[$0]) }.latestFirst
    }
}

import Records
import Values

/// The events of one family, month by month: more before the work than during it, fewer after.
struct EventLog {
    private let family: Household
    private let hardship: Hardship
    private let authority: Authority
    private var numbers: SeededGenerator
    private(set) var events: [Event] = []
    /// Fixed exclusions of the last year by number of the person: two at most, since three meet the criterion.
    private var exclusions: [Int: Int] = [:]

    private var setting: Setting { authority.setting }

    init(of family: Household, _ hardship: Hardship, _ authority: Authority) {
        self.family = family
        self.hardship = hardship
        self.authority = authority
        numbers = authority.setting.stream(.events, family.number)
    }

    /// How likely each kind of event is in a month shortly before the work, where the family has that need.
    private enum Monthly {
        static let offence = 0.13
        static let disorder = 0.13
        static let exclusion = 0.16
        static let callout = 0.03
        static let violence = 0.055
        static let missing = 0.012
    }

    /// Offences with an arrest some days before.
    private static let arrested = 0.55
    /// Offences more than five months old that were proven, and were not; the others are still open.
    private static let proven = (yes: 0.6, no: 0.28)

    /// Offences of the last year that are not known yet.
    private static let unseen = 0.5

    mutating func fill() {
        var month = setting.from.adding(months: -6)
        while month <= setting.until - 30 {
            addMonth(from: month)
            month = month.adding(months: 1)
        }
        addHardship()
    }

    /// Against a month shortly before the work.
    private func weight(_ phase: Phase) -> Double {
        switch phase {
        case .untouched: 0.5
        case .longBefore: 0.35
        case .before: 1
        case .during: 0.68
        case .after: 0.38
        case .afterWeak: 0.62
        }
    }

    private mutating func addMonth(from month: Day) {
        let weight = weight(family.phase(on: month))
        let need = family.need
        if need.offending, numbers.chance(Monthly.offence * weight) { addOffence(on: day(in: month)) }
        if need.antisocial, numbers.chance(Monthly.disorder * weight) { addDisorder(on: day(in: month)) }
        if need.school, numbers.chance(Monthly.exclusion * weight) { addExclusion(on: day(in: month)) }
        if need.violence, numbers.chance(Monthly.violence * weight) {
            addHome(.domesticAbuseIncident, on: day(in: month))
        }
        if numbers.chance(Monthly.callout * weight) { addHome(.policeCallout, on: day(in: month)) }
        addMissing(month, weight)
    }

    private mutating func day(in month: Day) -> Day { month + numbers.whole(0...27) }

    private func isLately(_ day: Day) -> Bool { day >= setting.lastYear }

    // MARK: Kinds of event

    /// By the first child as a rule; sometimes by a brother or sister, or by an adult.
    ///
    /// A few name the family alone.
    private mutating func addOffence(on day: Day) {
        let youths = family.children.filter { $0.isYouth(on: day) }
        let who = numbers.chance(0.12) ? family.adults.first : numbers.chance(0.8) ? youths.first : youths.last
        guard let who else { return }
        let isChild = who.role == .child
        // What the last year still shows of offending comes for the most part with the hardship below.
        if isLately(day), numbers.chance(EventLog.unseen) { return }
        let isRecent = setting.until - day < 150
        let draw = numbers.unit()
        var proven: Bool? =
            isRecent || draw > EventLog.proven.yes + EventLog.proven.no ? nil : draw < EventLog.proven.yes
        if isLately(day), isChild, proven == true { proven = false }
        if numbers.chance(0.015) {
            add(.offence, nil, family.id, on: day, "police", proven: nil)
        } else {
            addOffence(by: who, on: day, proven: proven)
        }
    }

    private mutating func addOffence(by who: Member, on day: Day, proven: Bool?) {
        if numbers.chance(EventLog.arrested) { add(.arrest, who, nil, on: day - numbers.whole(0...12), "police") }
        let source = who.role == .child && numbers.chance(0.6) ? "youth_justice" : "police"
        add(.offence, who, nil, on: day, source, proven: proven)
    }

    private mutating func addDisorder(on day: Day) {
        guard !isLately(day) else { return }
        addDisorderNow(on: day)
    }

    private mutating func addDisorderNow(on day: Day) {
        let youths = family.children.filter { $0.isYouth(on: day) }
        if numbers.chance(0.55), let youth = youths.first {
            add(.asbIncident, youth, nil, on: day, "asb_team")
        } else {
            add(.asbIncident, nil, family.id, on: day, "asb_team")
        }
    }

    private mutating func addExclusion(on day: Day) {
        guard let term = SchoolCalendar.term(holding: day),
            let pupil = family.children.first(where: { $0.isPupil(on: day) && $0.age(on: day) >= 6 })
        else { return }
        let isPermanent = numbers.chance(0.025)
        if isLately(term.from) || isLately(day) {
            guard !isPermanent, exclusions[pupil.number, default: 0] < 2 else { return }
            exclusions[pupil.number, default: 0] += 1
        }
        add(isPermanent ? .permanentExclusion : .fixedExclusion, pupil, nil, on: day.weekdayOrFridayBefore, "education")
    }

    private mutating func addHome(_ kind: EventKind, on day: Day) {
        let person = numbers.chance(0.4) ? family.adults.first : nil
        add(kind, person, family.id, on: day, "police")
    }

    /// Young people in care and those who offend go missing more often.
    private mutating func addMissing(_ month: Day, _ weight: Double) {
        for child in family.children where (11...17).contains(child.age(on: month)) {
            let risk = authority.care.holds(child, on: month) ? 5 : family.need.offending ? 2 : 0.6
            if numbers.chance(Monthly.missing * risk * weight) {
                add(.missingEpisode, child, nil, on: day(in: month), "police")
            }
        }
    }

    // MARK: What the criteria need

    /// The offences, disorder and exclusions of the last year that make the family meet a criterion.
    private mutating func addHardship() {
        if let offender = hardship.offender {
            for _ in 0..<numbers.pick([(1, 64), (2, 36)]) {
                let day = setting.until - numbers.whole(20...345)
                addOffence(by: offender, on: offender.isYouth(on: day) ? day : setting.until - 183, proven: true)
            }
        }
        if hardship.antisocial {
            for _ in 0..<numbers.whole(1...2) { addDisorderNow(on: setting.until - numbers.whole(5...350)) }
        }
        if hardship.byExclusion, let pupil = hardship.pupil { addExclusions(of: pupil) }
    }

    private mutating func addExclusions(of pupil: Member) {
        let days = SchoolCalendar.halfTerms(endingFrom: setting.lastYear + 70, to: setting.until).map(\.from)
        guard days.count >= 3 else { return }
        if numbers.chance(0.12) {
            add(.permanentExclusion, pupil, nil, on: numbers.pick(days) + numbers.whole(3...25), "education")
            return
        }
        for index in 0..<numbers.pick([(3, 76), (4, 24)]) {
            let day = (days[index % days.count] + 3 + numbers.whole(2...22)).weekdayOrFridayBefore
            add(.fixedExclusion, pupil, nil, on: day, "education")
        }
    }

    private mutating func add(
        _ kind: EventKind,
        _ person: Member?,
        _ family: Identifier<Family>?,
        on day: Day,
        _ source: String,
        proven: Bool? = nil
    ) {
        guard person.map({ $0.birth <= day }) ?? true, day <= setting.until else { return }
        events.append(
            Event(
                id: Identifier(""),
                personID: person?.id,
                familyID: family,
                kind: kind,
                on: day,
                source: source,
                reference: reference("WM-", numbers.whole(1...999_999), digits: 6),
                proven: proven
            )
        )
    }
}

extension Authority {
    func events() -> [Event] {
        var events: [Event] = []
        for (index, household) in households.enumerated() {
            var log = EventLog(of: household, hardship[index], self)
            log.fill()
            for var event in log.events {
                event.id = Identifier(reference("E", events.count + 1, digits: 6))
                events.append(event)
            }
        }
        return events
    }
}

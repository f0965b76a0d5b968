import Records
import Values

/// How follow-up goes.
private enum Rates {
    /// Months after closure; 0 is closure itself.
    static let milestones = [0, 6, 12, 18, 24]
    /// Share of first children seen at each milestone, and how much less their brothers and sisters are.
    static let seen = [0.93, 0.86, 0.8, 0.73, 0.66]
    static let sibling = 0.8
    /// Share seen too late to count, more than 42 days after.
    static let late = 0.05
    /// Share of whom nobody could say where they lived.
    static let unknown = 0.05
    /// Share of those not in care who live with other family, are in hospital or, from 16, on their own.
    static let otherFamily = 0.05
    static let hospital = 0.004
    static let independent = 0.04
}

extension Authority {
    /// Where the children of each closed case lived at the milestones after it.
    func followUps() -> [FollowUpRecord] {
        var records: [FollowUpRecord] = []
        for (engagement, household) in work {
            guard let closed = engagement.endedOn else { continue }
            var numbers = setting.stream(.followUps, engagement.number)
            for child in households[household].children where isChild(child, on: closed) {
                let isFirst = child.number == index(of: household).number
                for (index, months) in Rates.milestones.enumerated() {
                    let share = Rates.seen[index] * (isFirst ? 1 : Rates.sibling)
                    guard numbers.chance(share) else { continue }
                    let late = numbers.chance(Rates.late) ? numbers.whole(43...90) : 0
                    let day =
                        closed.adding(months: months)
                        + (late > 0 ? late : numbers.whole(months == 0 ? 0...10 : -9...24))
                    guard day <= setting.until else { continue }
                    records.append(record(engagement, child, months, on: day, &numbers))
                }
            }
        }
        return records
    }

    private func isChild(_ child: Member, on day: Day) -> Bool {
        child.birth <= day && child.age(on: day) < 18
    }

    private func record(
        _ engagement: Engagement,
        _ child: Member,
        _ months: Int,
        on day: Day,
        _ numbers: inout SeededGenerator
    ) -> FollowUpRecord {
        let living = living(child, on: day, &numbers)
        let isBusy = child.age(on: day) < 5 ? nil : numbers.chance(0.7 + 0.1 * setting.progress(day))
        return FollowUpRecord(
            caseID: engagement.id,
            personID: child.id,
            milestoneMonths: months,
            observedOn: day,
            living: living,
            inEducationOrWork: living == .unknown ? nil : isBusy,
            source: numbers.pick([("family", 54), ("social_care", 28), ("school", 12), ("youth_justice", 6)])
        )
    }

    private func living(_ child: Member, on day: Day, _ numbers: inout SeededGenerator) -> Living {
        let draw = numbers.unit()
        if draw < Rates.unknown { return .unknown }
        if care.holds(child, on: day) { return .care }
        if care.isInCustody(child, on: day) { return .custody }
        if numbers.chance(Rates.otherFamily) { return .otherFamily }
        if numbers.chance(Rates.hospital) { return .hospital }
        if child.age(on: day) >= 16, numbers.chance(Rates.independent) { return .independent }
        return .home
    }
}

package import Records
package import Values

/// Children at home at each milestone after closure, by the month in which their case closed.
package struct AtHomeByClosure: Sendable {
    /// The children of the cases that closed in one month, at one milestone.
    package struct Cohort: Hashable, Sendable {
        /// The first day of the month.
        package let month: Day
        package let milestone: Int
        package let count: AtHomeCount
    }

    /// By month, then by milestone; only those with a child.
    package let cohorts: [Cohort]

    /// Looks at those milestones, in months after closure, that were reached by the day.
    package init(_ snapshot: Snapshot, care: CareHistory, milestones: [Int], asAt day: Day) {
        let rule = AtHomeRule(snapshot, care: care)
        let closures = Closures(snapshot, milestones: milestones, asAt: day)
        let width = milestones.count
        let parts = Parts.map(snapshot.cases.count) { range in
            var counts = [AtHomeCount](repeating: AtHomeCount(), count: closures.months.count * width)
            for index in range {
                guard let closedOn = snapshot.cases[index].endedOn, closedOn <= day else { continue }
                let closure = closures.days[closedOn]
                rule.eachChild(ofCaseAt: index, closedOn: closedOn, adultsBornBy: closure.adultsBornBy) { child in
                    for place in 0..<width {
                        let anniversary = closures.anniversaries[closure.anniversaries + place]
                        guard anniversary <= day else { continue }
                        let found = rule.finding(
                            caseAt: index,
                            child: child,
                            milestone: milestones[place],
                            anniversary: anniversary
                        )
                        counts[closure.month * width + place].add(found.finding)
                    }
                }
            }
            return counts
        }
        cohorts = (0..<closures.months.count * width).compactMap { place in
            let count = parts.reduce(into: AtHomeCount()) { $0.add($1[place]) }
            guard count.children > 0 else { return nil }
            return Cohort(month: closures.months[place / width], milestone: milestones[place % width], count: count)
        }
    }
}

/// How many children were found where.
package struct AtHomeCount: Hashable, Sendable {
    package private(set) var home = 0
    package private(set) var away = 0
    package private(set) var unknown = 0

    package init() {}

    package mutating func add(_ finding: AtHome.Finding) {
        switch finding {
        case .home: home += 1
        case .away: away += 1
        case .unknown: unknown += 1
        }
    }

    package mutating func add(_ other: AtHomeCount) {
        home += other.home
        away += other.away
        unknown += other.unknown
    }

    package var children: Int { home + away + unknown }

    /// At home, of those known.
    package var share: Share { Share(home, of: home + away) }
}

/// The month, the anniversaries and the age of majority of every day on which a case may have closed.
private struct Closures {
    struct Closure {
        let month: Int
        /// Where its anniversaries begin in the list of them all.
        let anniversaries: Int
        /// Whoever was born by then was 18 on the day.
        let adultsBornBy: Day
    }

    let days: DayTable<Closure>
    let months: [Day]
    /// One for each milestone of each day.
    let anniversaries: [Day]

    init(_ snapshot: Snapshot, milestones: [Int], asAt day: Day) {
        var first = day
        for item in snapshot.cases {
            if let endedOn = item.endedOn { first = min(first, endedOn) }
        }
        var months: [Day] = []
        var anniversaries: [Day] = []
        days = DayTable(from: first, to: day) { closedOn in
            let month = closedOn - (closedOn.dayOfMonth - 1)
            if months.last != month { months.append(month) }
            anniversaries += milestones.map { closedOn.adding(months: $0) }
            return Closure(
                month: months.count - 1,
                anniversaries: anniversaries.count - milestones.count,
                adultsBornBy: AtHomeRule.birthOfAdults(on: closedOn)
            )
        }
        self.months = months
        self.anniversaries = anniversaries
    }
}

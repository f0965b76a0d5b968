package import Records
package import Values

/// How many children a programme would be for, worked out from the register: those there now, those who come, and the beds.
package struct CandidateScope: Sendable {
    /// A child in one of the rule's placements on the day.
    package struct Child: Hashable, Sendable {
        /// The child's reference.
        package let id: String
        /// The family's reference; nil where none is known.
        package let family: String?
        /// Nil where no date of birth is known: no candidate then.
        package let age: Int?
        package let placement: PlacementType
        /// Since when without a break in such placements.
        package let since: Day
        package let isCandidate: Bool
    }

    /// Children who came into such placements in twelve months.
    package struct Entrants: Hashable, Sendable {
        package let period: Period
        package let all: Int
        /// Those of the rule's ages on the day they came.
        package let ofAge: Int
    }

    package let rule: CandidateRule
    package let day: Day
    /// By reference.
    package let children: [Child]
    /// The latest twelve months last.
    package let entrants: [Entrants]
    /// The programme's homes, by name.
    package let homes: [HomeCapacity]

    /// Works it out on a register.
    ///
    /// A child enters on the first night in such a placement after a night in none; short breaks are not counted.
    ///
    /// - Parameters:
    ///   - rule: who the programme would be for.
    ///   - snapshot: the register.
    ///   - day: the night that counts.
    ///   - homes: the programme's homes on that day.
    package init(_ rule: CandidateRule, _ snapshot: Snapshot, asAt day: Day, homes: [HomeCapacity]) {
        self.rule = rule
        self.day = day
        self.homes = homes.sorted { $0.name < $1.name }
        let years = (0..<rule.trendYears).reversed().map { back in
            Period.last(months: 12, asAt: day.adding(months: -12 * back))
        }
        var counts = years.map { _ in (all: 0, ofAge: 0) }
        var children: [Child] = []
        for person in snapshot.people.indices {
            let born = snapshot.people[person].bornOn
            for stay in CandidateScope.stays(snapshot.placements(ofPerson: person), in: rule.placements) {
                if let year = years.firstIndex(where: { $0.contains(stay.from) }) {
                    counts[year].all += 1
                    if let age = stay.from.age(since: born), rule.ages.contains(age) { counts[year].ofAge += 1 }
                }
                guard stay.contains(day), let placement = stay.placement(on: day) else { continue }
                let age = day.age(since: born)
                children.append(
                    Child(
                        id: snapshot.personIDs[person],
                        family: snapshot.people[person].family.map { snapshot.id($0) },
                        age: age,
                        placement: placement,
                        since: stay.from,
                        isCandidate: age.map(rule.ages.contains) ?? false
                    )
                )
            }
        }
        self.children = children
        entrants = zip(years, counts).map { Entrants(period: $0, all: $1.all, ofAge: $1.ofAge) }
    }

    /// Placements of the types that follow each other without a night between.
    private struct Stay {
        let from: Day
        /// The first night it is no more; nil where it goes on.
        var until: Day?
        var parts: [Snapshot.Placement]

        func contains(_ day: Day) -> Bool { from <= day && (until.map { day < $0 } ?? true) }

        func placement(on day: Day) -> PlacementType? {
            parts.last { $0.startedOn <= day && ($0.endedOn.map { day < $0 } ?? true) }?.type
        }
    }

    private static func stays(_ placements: ArraySlice<Snapshot.Placement>, in types: [PlacementType]) -> [Stay] {
        var stays: [Stay] = []
        for placement in placements where types.contains(placement.type) && !placement.isShortBreak {
            if var last = stays.last, last.until.map({ placement.startedOn <= $0 }) ?? true {
                last.parts.append(placement)
                last.until = last.until.flatMap { until in placement.endedOn.map { max(until, $0) } }
                stays[stays.count - 1] = last
            } else {
                stays.append(Stay(from: placement.startedOn, until: placement.endedOn, parts: [placement]))
            }
        }
        return stays
    }
}

extension CandidateScope {
    /// Those of the rule's ages among the children there on the day.
    package var candidates: Int { children.count(where: \.isCandidate) }

    private var allEntrants: Int { entrants.reduce(0) { $0 + $1.all } }
    private var entrantsOfAge: Int { entrants.reduce(0) { $0 + $1.ofAge } }

    /// New entrants of any age in a year, on average over the years of the rule.
    package var entrantsAYear: Share { Share(allEntrants, of: rule.trendYears) }

    /// New entrants of the rule's ages in a year, counted, on average.
    package var candidatesAYear: Share { Share(entrantsOfAge, of: rule.trendYears) }

    /// New entrants in a year who would be candidates if they were as those there now; of nothing where nobody is there.
    package var candidatesAYearByRatio: Share {
        Share(allEntrants * candidates, of: rule.trendYears * children.count)
    }

    /// Children that the programme's homes can take in a year.
    package var placesAYear: Int { homes.reduce(0) { $0 + $1.childrenAYear } }

    /// Candidates there now and to come over so many years, by those counted.
    package func candidates(overYears years: Int) -> Share {
        Share(candidates * rule.trendYears + entrantsOfAge * years, of: rule.trendYears)
    }
}

extension Day {
    fileprivate func age(since born: Day?) -> Int? {
        born.flatMap { $0 <= self ? age(bornOn: $0) : nil }
    }
}

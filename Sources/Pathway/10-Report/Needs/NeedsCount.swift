import FollowUp
import Identify
import Records
import Values

/// Counts one indicator over a period.
struct NeedsCount {
    let snapshot: Snapshot
    let care: CareHistory

    /// The counts of each area, and of all together.
    func byArea(
        _ indicator: Indicator,
        during period: Period,
        _ areas: Areas
    ) -> (areas: [NeedsAnalysis.Count], all: NeedsAnalysis.Count) {
        let population = population(indicator.subject, during: period)
        let had = had(indicator, during: period)
        var tallies = Array(repeating: CountTally(), count: areas.names.count)
        for subject in population.indices where population[subject] {
            let place = areas.place(ofFamily: family(of: subject, indicator.subject))
            tallies[place].population += 1
            guard had[subject].times > 0 else { continue }
            tallies[place].having += 1
            tallies[place].times += had[subject].times
            if let first = had[subject].first, first >= period.from { tallies[place].firstTime += 1 }
        }
        let counts = tallies.map { $0.count(indicator) }
        return (counts, tallies.reduce(into: CountTally()) { $0.add($1) }.count(indicator))
    }

    private struct Had {
        var times = 0
        /// The first day the register knows it on.
        var first: Day?
    }

    /// Of each person or family: how often in the period, and since when at all.
    private func had(_ indicator: Indicator, during period: Period) -> [Had] {
        let size = indicator.subject == .families ? snapshot.families.count : snapshot.people.count
        var had = Array(repeating: Had(), count: size)
        for occurrence in Occurrences(snapshot: snapshot, care: care).all(indicator, during: period)
        where occurrence.from <= period.to {
            let first = had[occurrence.subject].first
            had[occurrence.subject].first = min(first ?? occurrence.from, occurrence.from)
            if occurrence.to >= period.from { had[occurrence.subject].times += 1 }
        }
        return had
    }

    /// Who is of the population, by their position.
    private func population(_ subject: Indicator.Subject, during period: Period) -> [Bool] {
        guard subject != .families else { return snapshot.families.map { _ in true } }
        return snapshot.people.map { person in
            guard person.bornOn.map({ $0 <= period.to }) ?? true, person.diedOn.map({ $0 > period.from }) ?? true else {
                return false
            }
            switch subject {
            case .children:
                guard person.role == .child else { return false }
                return person.bornOn.map { max(period.from, $0).age(bornOn: $0) < 18 } ?? true
            case .adults: return person.role != .child
            case .people, .families: return true
            }
        }
    }

    private func family(of subject: Int, _ kind: Indicator.Subject) -> Int? {
        kind == .families ? subject : snapshot.people[subject].family?.index
    }

    /// Families by the indicators that they or their people had, those without any left out.
    func overlaps(during period: Period) -> [Overlap] {
        var combinations = Array(repeating: [Int](), count: snapshot.families.count)
        for (index, indicator) in Indicator.allCases.enumerated() {
            let population = population(indicator.subject, during: period)
            let had = had(indicator, during: period)
            for subject in population.indices where population[subject] && had[subject].times > 0 {
                guard let family = family(of: subject, indicator.subject), combinations[family].last != index else {
                    continue
                }
                combinations[family].append(index)
            }
        }
        return Overlap.counts(of: combinations.filter { !$0.isEmpty })
    }
}

private struct CountTally {
    var having = 0
    var firstTime = 0
    var times = 0
    var population = 0

    mutating func add(_ other: CountTally) {
        having += other.having
        firstTime += other.firstTime
        times += other.times
        population += other.population
    }

    func count(_ indicator: Indicator) -> NeedsAnalysis.Count {
        NeedsAnalysis.Count(
            having: having,
            firstTime: indicator.hasFirstTime ? firstTime : nil,
            times: times,
            population: population
        )
    }
}

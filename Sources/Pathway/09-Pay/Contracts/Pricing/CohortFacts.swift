package import Values

/// What is known of a whole cohort, in columns: sorted once, priced many times.
///
/// The members stand by reference, their outcomes by day and their care joined into unbroken runs, so that the same facts
/// give the same statement in whatever order they came.
package struct CohortFacts: Sendable {
    package let ids: [String]
    package internal(set) var startedOn: [Day]
    /// What an evaluator reported about cohorts, by day and name.
    package let results: [CohortResult]
    var outcomes: [OutcomeFact]
    /// Where each member's outcomes begin; one more entry than there are members.
    var outcomesFrom: [Int32]
    var spells: [CareSpell]
    var spellsFrom: [Int32]

    /// An unbroken run of nights in care; one that goes on ends on the last of all days.
    struct CareSpell: Sendable {
        let from: Day
        let until: Day
    }

    /// Sorts the histories; one member named twice is one member, that started on the earlier day.
    package init(_ histories: [MemberHistory], results: [CohortResult] = []) {
        let sorted = histories.sorted { ($0.id, $0.startedOn) < ($1.id, $1.startedOn) }
        var columns = Columns()
        var next = 0
        while next < sorted.count {
            var outcomes = sorted[next].outcomes
            var care = sorted[next].care
            var last = next
            while last + 1 < sorted.count, sorted[last + 1].id == sorted[next].id {
                last += 1
                outcomes += sorted[last].outcomes
                care += sorted[last].care
            }
            columns.append(sorted[next], outcomes: outcomes, care: care)
            next = last + 1
        }
        ids = columns.ids
        startedOn = columns.startedOn
        outcomes = columns.outcomes
        outcomesFrom = columns.outcomesFrom
        spells = columns.spells
        spellsFrom = columns.spellsFrom
        self.results = results.sorted { ($0.reportedOn, $0.id) < ($1.reportedOn, $1.id) }
    }

    package var count: Int { startedOn.count }

    /// The first day on which a member had the outcome, among facts dated in a period; nil where it had not.
    @inline(__always)
    func day(of outcome: Int, member: Int, from: Day, to: Day, provenBy: Day?) -> Day? {
        for place in Int(outcomesFrom[member])..<Int(outcomesFrom[member + 1]) {
            let fact = outcomes[place]
            guard Int(fact.outcome) == outcome, from <= fact.on, fact.on <= to else { continue }
            guard let provenBy else { return fact.on }
            if let proven = fact.provenOn, proven <= provenBy { return fact.on }
        }
        return nil
    }

    /// How many nights of `[from, until)` the member was in care.
    @inline(__always)
    func nightsInCare(member: Int, from: Day, until: Day) -> Int {
        var nights = 0
        for place in Int(spellsFrom[member])..<Int(spellsFrom[member + 1]) {
            let spell = spells[place]
            nights += max(0, min(spell.until, until) - max(spell.from, from))
        }
        return nights
    }
}

/// The columns while they are filled.
private struct Columns {
    var ids: [String] = []
    var startedOn: [Day] = []
    var outcomes: [OutcomeFact] = []
    var outcomesFrom: [Int32] = [0]
    var spells: [CohortFacts.CareSpell] = []
    var spellsFrom: [Int32] = [0]

    mutating func append(_ member: MemberHistory, outcomes: [OutcomeFact], care: [Nights]) {
        ids.append(member.id)
        startedOn.append(member.startedOn)
        self.outcomes += outcomes.sorted { ($0.on, $0.outcome) < ($1.on, $1.outcome) }
        outcomesFrom.append(Int32(truncatingIfNeeded: self.outcomes.count))
        let first = spells.count
        for nights in care.sorted(by: { $0.from < $1.from }) {
            let until = nights.until ?? .latest
            guard nights.from < until else { continue }
            if spells.count > first, let last = spells.last, last.until >= nights.from {
                spells[spells.count - 1] = .init(from: last.from, until: max(last.until, until))
            } else {
                spells.append(.init(from: nights.from, until: until))
            }
        }
        spellsFrom.append(Int32(truncatingIfNeeded: spells.count))
    }
}

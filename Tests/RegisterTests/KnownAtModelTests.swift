import Records
import Register
import Testing
import Values

/// Random imports against a plain dictionary that keeps every state there has been.
@Suite struct KnownAtModelTests {
    @Test(arguments: 0..<12 as Range<UInt64>)
    func `known at any change is what the model knew then`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let file = try TemporaryRegister()
        var states: [Facts] = [[:]]
        for step in 1...15 {
            let records = World().someRecords(&random)
            let replaced = Bool.random(using: &random) ? someReplacement(&random) : nil
            let outcome = try file.record(records, hour: step, replacing: replaced)
            let next = model(states[states.count - 1], records, replacing: replaced)
            if next == states[states.count - 1] {
                #expect(outcome.change == nil)
            } else {
                #expect(outcome.change == states.count)
                states.append(next)
            }
        }
        for (change, state) in states.enumerated() {
            #expect(try file.register.records(knownAt: change).facts == state)
        }
        #expect(try file.register.records().facts == states.last)
        try checkDifferences(file.register, states, &random)
        #expect(try file.register.verify().problems == [])
    }

    private func checkDifferences(
        _ register: Register,
        _ states: [Facts],
        _ random: inout SeededGenerator
    ) throws {
        for _ in 0..<10 {
            let first = Int.random(in: 0..<states.count, using: &random)
            let second = Int.random(in: 0..<states.count, using: &random)
            var facts = states[first]
            for difference in try register.differences(from: first, to: second, limit: 10_000) {
                #expect(facts[difference.table]?[difference.key] == difference.before)
                facts[difference.table, default: [:]][difference.key] = difference.after
                if facts[difference.table]?.isEmpty == true { facts[difference.table] = nil }
                #expect((min(first, second) + 1...max(first, second)).contains(difference.change))
            }
            #expect(facts == states[second])
        }
    }

    private func someReplacement(_ random: inout SeededGenerator) -> ReplacedPeriod? {
        let from = day(2024, Int.random(in: 1...12, using: &random), 1)
        let period = Period(from: from, to: from + Int.random(in: 0...120, using: &random))
        return period.map { ReplacedPeriod($0, tables: ["placements", "events"]) }
    }

    private func model(_ facts: Facts, _ records: RecordSet, replacing replaced: ReplacedPeriod?) -> Facts {
        var next = facts
        let given = records.facts
        if let period = replaced?.period {
            next["placements"] = next["placements"]?.filter { key, row in
                given["placements"]?[key] != nil || !lies(row, in: period)
            }
            next["events"] = next["events"]?.filter { key, row in
                guard case .day(let on) = row[4] else { return true }
                return given["events"]?[key] != nil || !period.contains(on)
            }
        }
        for (table, rows) in given { next[table, default: [:]].merge(rows) { $1 } }
        return next.filter { !$0.value.isEmpty }
    }

    /// Whether any night of the placement, or its first day where it has none, lies in the period.
    private func lies(_ placement: [Cell], in period: Period) -> Bool {
        guard case .day(let start) = placement[1] else { return false }
        guard case .day(let end) = placement[2] else { return start <= period.to }
        let nights = max(end - start, 1)
        return (0..<nights).contains { period.contains(start + $0) }
    }
}

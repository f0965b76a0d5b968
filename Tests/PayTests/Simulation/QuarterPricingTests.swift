import Invented
import Pay
import Testing
import Values

/// Sums without lines, held to the statement with all its lines: every contract, every quarter, to the penny.
@Suite struct `Pricing by the quarter` {
    /// The last days of quarters of an invented contract, some of them moved.
    private static func ends(_ contract: Contract, every months: Int) -> [Day] {
        var ends: [Day] = []
        while ends.last.map({ $0 < contract.term.lastClaim }) ?? true {
            let next = contract.term.starts.from.adding(months: months * (ends.count + 1)) - 1
            ends.append(min(next, contract.term.lastClaim))
        }
        return ends
    }

    /// Outcomes proven on the day they are reached, as a simulation draws them.
    private static func proven(_ histories: [MemberHistory]) -> [MemberHistory] {
        histories.map { history in
            MemberHistory(
                id: history.id,
                startedOn: history.startedOn,
                outcomes: history.outcomes.map { OutcomeFact(outcome: Int($0.outcome), on: $0.on, provenOn: $0.on) },
                care: history.care
            )
        }
    }

    /// A clause that looks at nights, which the other generated contracts do not have.
    private static func onNights(_ clauses: String, _ seed: UInt64) -> String {
        guard clauses.contains("id: days"), seed.isMultiple(of: 2) else { return clauses }
        return clauses
            + "\nid: nights, label: X, clause: band, on: [days], measure: care_day_reduction, "
            + "bands: [{from_percent: 0, to_percent: 30, pays_percent: 40}, {from_percent: 30, pays_percent: 90}]"
    }

    private static func held(_ contract: Contract, _ histories: [MemberHistory], _ ends: [Day]) {
        let facts = CohortFacts(proven(histories))
        let sums = QuarterPricing(contract, ends: ends).sums(of: facts)
        #expect(sums.count == ends.count)
        for (end, sum) in zip(ends, sums) {
            let statement = Statement(contract, facts, asAt: end)
            #expect(sum.net == statement.net && sum.grant == statement.grant)
            let capped = statement.lines.contains { $0.reason == .heldToCap && $0.subject == .contract }
            #expect(sum.isCapped == capped)
        }
        let last = Statement(contract, facts, asAt: ends[ends.count - 1])
        let nights = last.lines.reduce(Int128.zero) { sum, line in
            guard last.kind(of: line) == .unit else { return sum }
            return sum + Int128(line.quantity.numerator) * (1_000_000 / Int128(line.quantity.denominator))
        }
        #expect(Int128(sums[ends.count - 1].avoided) == nights)
    }

    @Test(arguments: UInt64(1)...30) func `comes to the same pence as the statement`(seed: UInt64) throws {
        var random = Seeded(seed)
        for round in 0..<4 {
            let clauses = Self.onNights(Generated.clauses(&random), seed)
            let contract = try InventedContract.read(clauses)
            let ends = Self.ends(contract, every: [3, 1, 12, 5][round])
            for size in [0, 1, 9] {
                Self.held(contract, Generated.histories(&random, count: size), ends)
            }
        }
    }

    @Test(arguments: ["essex-care-days", "rotherham-reunification", "troubled-families-2012-pbr"])
    func `and so for contracts as they are signed`(id: String) throws {
        let contract = try shippedContract(id)
        var random = Seeded(7)
        let histories = (0..<120).map { number in
            let start = contract.term.starts.from + Int.random(in: 0..<contract.term.starts.days, using: &random)
            return MemberHistory(
                id: "M\(1000 + number)",
                startedOn: start,
                outcomes: contract.outcomes.indices.compactMap { outcome in
                    guard Bool.random(using: &random) else { return nil }
                    let on = start + Int.random(in: 0...900, using: &random)
                    return OutcomeFact(outcome: outcome, on: on, provenOn: on)
                },
                care: Bool.random(using: &random) ? [Nights(from: start + 40, until: start + 300)] : []
            )
        }
        Self.held(contract, histories, Self.ends(contract, every: 3))
    }
}

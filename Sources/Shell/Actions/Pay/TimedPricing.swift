import Documents
package import Pay
import Register
import Report
package import Values

/// A whole contract priced again and again on one picture of a register, each step timed (`docs/benchmarks.md`).
package struct TimedPricing {
    private let contract: Contract
    private let reader: CohortReader
    private let reading: Duration

    /// Takes the picture and finds the contract's members in it.
    package init(_ keeper: Keeper, _ contract: Contract, asAt day: Day) throws {
        let ground = try keeper.picture().ground
        self.contract = contract
        let start = ContinuousClock.now
        reader = CohortReader(contract, ground.snapshot, care: ground.care, asAt: day)
        reading = start.duration(to: .now)
    }

    /// What it comes to, and how long reading the facts and pricing them took, at the median of so many runs.
    package func answer(asAt day: Day, runs: Int) -> [UInt8] {
        var facts = reader.facts()
        var statement = Statement(contract, facts, asAt: day)
        let read = median(runs) { facts = reader.facts() }
        let priced = median(runs) { statement = Statement(contract, facts, asAt: day) }
        var json = JSONWriter()
        json.object { json in
            json.field("members", facts.count)
            json.field("net_pence", Int(statement.net.pence))
            json.field("members_ms", reading / .milliseconds(1))
            json.field("facts_ms", read)
            json.field("price_ms", priced)
        }
        return json.bytes
    }

    private func median(_ runs: Int, _ work: () -> Void) -> Double? {
        let times = (0..<runs).map { _ in ContinuousClock().measure(work) / .milliseconds(1) }.sorted()
        return times.isEmpty ? nil : times[times.count / 2]
    }
}

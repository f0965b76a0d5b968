#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What the levels of a pair are worth: match weights are logarithms to base 2 of odds, and add up.
struct MatchWeights: Sendable {
    /// log2 of m, u and h by comparison and level; 0 where a level says nothing.
    private(set) var m: [[Double]]
    private(set) var u: [[Double]]
    private(set) var h: [[Double]]
    /// The three side by side, sixteen for each comparison.
    private let levels: [SIMD4<Double>]
    /// log2 of the probabilities that two random records are of one person, of strangers, of one household's people.
    private let match: Double
    private let stranger: Double
    /// Nil without a household stage.
    private let relative: Double?

    /// Throws what is not trained.
    init(_ model: LinkageModel) throws(LinkageFault) {
        var untrained = model.prior == nil ? ["the prior is not set"] : []
        let hasHousehold = model.household?.share != nil
        for comparison in model.comparisons {
            for level in comparison.levels where !level.isMissing {
                if level.m == nil || level.u == nil { untrained.append("\(comparison.name), \(level.label)") }
            }
        }
        guard untrained.isEmpty, let prior = model.prior else { throw .untrained(untrained) }
        let m = MatchWeights.logarithms(model) { $0.m }
        let u = MatchWeights.logarithms(model) { $0.u }
        let h = MatchWeights.logarithms(model) { $0.h ?? $0.u }
        levels = m.indices.flatMap { comparison in
            (0..<16).map { level in
                guard level < m[comparison].count else { return .zero }
                return SIMD4(m[comparison][level], u[comparison][level], h[comparison][level], 0)
            }
        }
        (self.m, self.u, self.h) = (m, u, h)
        match = log2(prior)
        let share = hasHousehold ? model.household?.share ?? 0 : 0
        stranger = log2(1 - prior - share)
        relative = hasHousehold && share > 0 ? log2(share) : nil
    }

    /// The weight of two records of which nothing is known yet.
    var priorWeight: Double { match - stranger }

    /// The same were they people of one household; nil without a household stage.
    var householdWeight: Double? { relative.map { match - $0 } }

    private static func logarithms(_ model: LinkageModel, _ value: (ComparisonLevel) -> Double?) -> [[Double]] {
        model.comparisons.map { comparison in
            comparison.levels.map { level in
                level.isMissing ? 0 : log2(max(value(level) ?? 1, 1e-12))
            }
        }
    }

    /// The match weight of a pair at these levels, the prior and the term frequencies' adjustment included.
    func weight(_ pattern: UInt64, adjustment: Double, shared: SharedHome? = nil) -> Double {
        let sums = sums(pattern)
        var others = stranger + sums.y - adjustment
        var same = match + sums.x
        if let shared {
            same += shared.match
            others += shared.stranger
        }
        if let relative {
            let kin = relative + sums.z + (shared?.relative ?? 0)
            let (high, low) = others > kin ? (others, kin) : (kin, others)
            others = high + log2(1 + exp2(low - high))
        }
        return same - others
    }

    /// The sums of m, u and h of the levels.
    @inline(__always)
    private func sums(_ pattern: UInt64) -> SIMD4<Double> {
        levels.withUnsafeBufferPointer { levels in
            var (sums, rest) = (SIMD4<Double>.zero, pattern)
            for start in stride(from: 0, to: levels.count, by: 16) {
                sums += levels[start + Int(rest & 15)]
                rest >>= 4
            }
            return sums
        }
    }

    /// The probability of a match weight.
    static func probability(_ weight: Double) -> Double {
        weight > 0 ? 1 / (1 + exp2(-weight)) : exp2(weight) / (1 + exp2(weight))
    }

    /// The match weight of a probability.
    static func weight(ofProbability probability: Double) -> Double {
        log2(probability / (1 - probability))
    }
}

/// What it says that others of the two addresses are linked: a household that moved.
struct SharedHome: Sendable {
    /// log2 of its probability among pairs of one person, of strangers, and of two people of one household.
    let match: Double
    let stranger: Double
    let relative: Double
}

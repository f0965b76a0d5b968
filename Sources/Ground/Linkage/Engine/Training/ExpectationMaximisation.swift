/// Expectation maximisation over patterns: pairs are of one person, or not, and nobody says which.
///
/// Dempster, Laird and Rubin (1977) as Winkler (1988) uses it: the levels are independent within either class; u is
/// known and stays; m and the share of matches are found.
struct ExpectationMaximisation {
    let counts: PatternCounts
    /// The comparisons whose m is looked for.
    let active: [Int]
    /// Levels that say nothing, by comparison.
    let missing: [[Bool]]
    /// Levels whose m stays as it starts, by comparison.
    let fixed: [[Bool]]
    let mostRounds: Int
    let tolerance: Double

    struct Outcome {
        var m: [[Double]]
        /// Expected pairs of one person at each level.
        var expected: [[Double]]
        var share: Double
        var rounds: Int
        var hasConverged: Bool
    }

    /// Finds m by comparison and level, given u; m and the share of matches begin where they are told to.
    func run(u: [[Double]], start: [[Double]], share: Double) -> Outcome {
        var outcome = Outcome(m: start, expected: start, share: share, rounds: 0, hasConverged: false)
        let pairs = counts.pairs
        guard pairs > 0 else { return outcome }
        while outcome.rounds < mostRounds && !outcome.hasConverged {
            var expected = start.map { $0.map { _ in 0.0 } }
            var matches = 0.0
            for entry in counts.entries {
                let chance = chance(entry.pattern, outcome, u) * entry.pairs
                matches += chance
                for comparison in active {
                    expected[comparison][MatchPattern.level(entry.pattern, comparison)] += chance
                }
            }
            let m = shares(of: expected, keeping: outcome.m)
            let moved = max(abs(matches / pairs - outcome.share), largestMove(m, outcome.m))
            outcome = Outcome(
                m: m,
                expected: expected,
                share: min(max(matches / pairs, 1e-9), 1 - 1e-9),
                rounds: outcome.rounds + 1,
                hasConverged: moved <= tolerance
            )
        }
        return outcome
    }

    /// Probability that a pair of this pattern is of one person.
    private func chance(_ pattern: UInt64, _ outcome: Outcome, _ u: [[Double]]) -> Double {
        var match = outcome.share
        var other = 1 - outcome.share
        for comparison in active {
            let level = MatchPattern.level(pattern, comparison)
            if missing[comparison][level] { continue }
            match *= outcome.m[comparison][level]
            other *= u[comparison][level]
        }
        return match + other > 0 ? match / (match + other) : 0
    }

    private func shares(of expected: [[Double]], keeping old: [[Double]]) -> [[Double]] {
        expected.indices.map { comparison in
            guard active.contains(comparison) else { return old[comparison] }
            return Trainer.shares(
                of: expected[comparison],
                missing: missing[comparison],
                fixed: fixed[comparison],
                keeping: old[comparison]
            )
        }
    }

    private func largestMove(_ new: [[Double]], _ old: [[Double]]) -> Double {
        active.reduce(0) { most, comparison in
            zip(new[comparison], old[comparison]).reduce(most) { max($0, abs($1.0 - $1.1)) }
        }
    }
}

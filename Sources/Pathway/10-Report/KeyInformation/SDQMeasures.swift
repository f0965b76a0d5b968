import Assess
import Records
import Statistics
import Values

extension KeyInformation {
    /// A change of so many points or more is taken as real and not as chance of measurement (`figures.md`,
    /// sdq.reliable; `methods.md` 1.5).
    private static let reliablePoints = 7

    /// Strengths and difficulties before and after.
    func sdqMeasures() -> [Measure] {
        let pairs = SDQPairs(self)
        return [
            measure(
                "pairs",
                "Children with both totals",
                .count,
                "Cases with a parent SDQ total about the index child at baseline and at closure.",
                pairs
            ) { _ in
                .count
            }
        ]
            + occasionMeasures("pre", "before", pairs, pairs.before, \.before)
            + occasionMeasures("post", "after", pairs, pairs.after, \.after)
            + changeMeasures(pairs) + reliableMeasures(pairs)
    }

    /// A measure whose members are the pairs.
    private func measure(
        _ name: String,
        _ label: String,
        _ unit: FigureUnit,
        _ definition: String,
        _ pairs: SDQPairs,
        where isCounted: @escaping @Sendable (SDQPairs.Pair) -> Bool = { _ in true },
        reading: @escaping @Sendable (SDQPairs) -> Reading
    ) -> Measure {
        Measure("sdq.\(name)", label, unit, definition) { tally in
            for pair in pairs.pairs where isCounted(pair) {
                tally.add(
                    .counted,
                    .caseAt(pair.caseAt),
                    because: "\(pair.before.plain) before, \(pair.after.plain) after"
                )
            }
            return reading(pairs)
        }
    }

    private func occasionMeasures(
        _ name: String,
        _ when: String,
        _ pairs: SDQPairs,
        _ sample: Sample,
        _ total: @escaping @Sendable (SDQPairs.Pair) -> Decimal
    ) -> [Measure] {
        let bands = instruments["sdq"]?.bandTable("four-band", informant: .parent)
        return [
            measure(
                "\(name).mean",
                "Mean SDQ total \(when)",
                .score,
                "Mean of the total \(when), over the pairs.",
                pairs
            ) { _ in
                .number(sample.mean)
            },
            measure(
                "\(name).sd",
                "Standard deviation \(when)",
                .score,
                "Standard deviation of the total \(when), over the pairs, with n - 1.",
                pairs
            ) { _ in .number(sample.standardDeviation) },
        ]
            + (bands?.bands ?? []).map { band in
                measure(
                    "\(name).band.\(band.id)",
                    "\(band.label), \(when)",
                    .count,
                    "Pairs whose total \(when) lies in this band of the parent four-band scheme.",
                    pairs,
                    where: { bands?.band(of: total($0)) == band },
                    reading: { _ in .count }
                )
            }
    }

    private func changeMeasures(_ pairs: SDQPairs) -> [Measure] {
        let change = pairs.change
        let words = "Change is before less after, so positive is better."
        let rows: [(String, String, FigureUnit, Double?, String)] = [
            ("mean", "Mean change", .score, change.mean, "Mean change over the pairs."),
            ("sd", "Standard deviation of the change", .score, change.standardDeviation, "With n - 1."),
            (
                "low", "Mean change, lower end", .score, change.interval?.low,
                "Lower end of the 95 % t interval of the mean change."
            ),
            (
                "high", "Mean change, upper end", .score, change.interval?.high,
                "Upper end of the 95 % t interval of the mean change."
            ),
            ("t", "Paired t", .statistic, change.t, "Mean change divided by its standard error."),
            ("p", "p of the change", .statistic, change.p, "Two-sided p of the paired t."),
            (
                "d_av", "Effect size", .statistic, change.effect.average,
                "Mean change over the root of the mean of the two variances."
            ),
        ]
        return rows.map { name, label, unit, value, definition in
            measure("change.\(name)", label, unit, "\(definition) \(words)", pairs) { _ in .number(value) }
        }
    }

    private func reliableMeasures(_ pairs: SDQPairs) -> [Measure] {
        let points = Decimal(KeyInformation.reliablePoints).scaled
        return [
            measure(
                "reliable.improved",
                "Reliably improved",
                .count,
                "Pairs with a change of 7 points or more.",
                pairs,
                where: { $0.change >= points },
                reading: { _ in .count }
            ),
            measure(
                "reliable.worse",
                "Reliably worse",
                .count,
                "Pairs with a change of -7 points or less.",
                pairs,
                where: { $0.change <= -points },
                reading: { _ in .count }
            ),
        ]
    }
}

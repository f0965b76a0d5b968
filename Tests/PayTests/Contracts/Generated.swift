import Invented
import Pay
import Values

/// Contracts and histories drawn by a seed.
enum Generated {
    /// The clauses of a contract, one a line; every kind occurs among a few dozen seeds.
    static func clauses(_ random: inout Seeded) -> String {
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        func maybe(_ text: @autoclosure () -> String) -> [String] { Bool.random(using: &random) ? [text()] : [] }
        var lines = [
            "id: start, label: S, clause: attachment, prices: [{from: 2014-01-01, to: 2014-12-31, price: \(number(0...4000))}, "
                + "{from: 2015-02-01, to: 2016-12-31, price: \(number(0...4000)).5}]",
            "id: oa, label: A, clause: outcome, outcome: a, price: \(number(1...3000)).33",
            "id: ob, label: B, clause: outcome, outcome: b, price: \(number(1...300))",
            "id: oc, label: C, clause: outcome, outcome: c, price: \(number(1...5000)), instead_of: [ob, oa]",
        ]
        lines += maybe(
            "id: fee, label: F, clause: fee, amount: \(number(1...900)), every: quarter, from: 2014-02-15, to: 2017-01-31"
        )
        let hasDays = Bool.random(using: &random)
        if hasDays {
            let baseline =
                Bool.random(using: &random)
                ? "baseline_percent: \(number(0...100)).25"
                : "baseline_percents: [" + (0..<18).map { _ in "\(number(0...100))" }.joined(separator: ", ") + "]"
            lines.append(
                "id: days, label: D, clause: unit, unit: care_day_avoided, window_months: 18, price: \(number(1...300)).07, \(baseline)"
                    .replacing("100.25", with: "99.75")
            )
        }
        lines += maybe("id: sixth, label: X, clause: deadweight, on: [oa, ob, oc], paid: \(number(1...2)), of: 3")
        lines += maybe(
            "id: anyway, label: X, clause: deadweight, on: [start\(hasDays ? ", days" : "")], percent: \(number(0...100))"
        )
        lines += maybe(
            "id: ours, label: X, clause: attribution, on: [oa, ob, oc], percent: \(number(0...99)).\(number(0...9))"
        )
        lines += maybe(
            "id: least, label: X, clause: threshold, on: [oa\(hasDays ? ", days" : "")], measure: success_rate, outcome: a, at_least_percent: \(number(0...60))"
        )
        lines += maybe(
            "id: bands, label: X, clause: band, on: [oc], measure: success_rate, outcome: c, bands: [{from_percent: 10, "
                + "to_percent: 40, pays_percent: 50}, {from_percent: 40, pays_percent: \(number(51...100))}]"
        )
        lines += maybe("id: f, label: X, clause: floor, per: member, amount: \(number(0...400))")
        lines += maybe("id: g, label: X, clause: floor, per: contract, amount: \(number(0...900))")
        lines += maybe("id: k, label: X, clause: cap, per: member, amount: \(number(400...9000))")
        lines += maybe("id: l, label: X, clause: cap, per: year, amount: \(number(1...15000))")
        lines += maybe("id: m, label: X, clause: cap, per: contract, amount: \(number(900...40000))")
        lines += maybe("id: r, label: X, clause: retention, percent: \(number(0...30)), until: 2017-05-01")
        lines += maybe("id: cb, label: X, clause: claw_back, percent: \(number(0...100))")
        lines += maybe("id: v, label: X, clause: vat, percent: 17.5")
        lines += maybe("id: gr, label: X, clause: grant, percent: 20, up_to: \(number(1...3000))")
        return lines.shuffled(using: &random).joined(separator: "\n")
    }

    static func histories(_ random: inout Seeded, count: Int) -> [MemberHistory] {
        (0..<count).map { number in
            // Some start outside the term.
            let start = Day(number: Int32.random(in: 16_030...17_200, using: &random))
            let outcomes = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                let on = start + Int.random(in: -20...700, using: &random)
                let proven = Bool.random(using: &random) ? on + Int.random(in: 0...200, using: &random) : nil
                return OutcomeFact(outcome: Int.random(in: 0...2, using: &random), on: on, provenOn: proven)
            }
            let care = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                let from = start + Int.random(in: -100...600, using: &random)
                let until = Bool.random(using: &random) ? from + Int.random(in: 0...200, using: &random) : nil
                return Nights(from: from, until: until)
            }
            return MemberHistory(id: "M\(number)", startedOn: start, outcomes: outcomes, care: care)
        }
    }

    /// A day between the first start and some time after the last claim.
    static func day(_ random: inout Seeded) -> Day {
        Day(number: Int32.random(in: 16_060...17_900, using: &random))
    }
}

import Definitions
import Invented
import Pay
import Testing
import Values

/// Contracts that cannot be right, each refused with file, line and reason.
///
/// The first clause stands on line 19.
@Suite struct `A contract is refused` {
    struct Bad: CustomTestStringConvertible, Sendable {
        let name: String
        let clauses: String
        var top = ""
        let problems: [String]
        var testDescription: String { name }
    }

    private static let pays = "id: p, label: P, clause: attachment, price: 100"

    private static func bad(_ name: String, _ clause: String, top: String = "", _ problems: String...) -> Bad {
        Bad(name: name, clauses: "\(pays)\n\(clause)", top: top, problems: problems)
    }

    static let all: [Bad] = [
        bad("nothing wrong", "id: q, label: Q, clause: cap, per: contract, amount: 100"),
        bad(
            "bands that overlap",
            "id: q, label: Q, clause: band, on: [p], measure: success_rate, outcome: a, "
                + "bands: [{from_percent: 0, to_percent: 50, pays_percent: 0}, {from_percent: 40, pays_percent: 100}]",
            "invented.yml, line 20: bands must not overlap"
        ),
        bad(
            "a band without end below another",
            "id: q, label: Q, clause: band, on: [p], measure: success_rate, outcome: a, "
                + "bands: [{from_percent: 0, pays_percent: 0}, {from_percent: 40, pays_percent: 100}]",
            "invented.yml, line 20: bands must not overlap"
        ),
        bad(
            "bands with a gap",
            "id: q, label: Q, clause: band, on: [p], measure: success_rate, outcome: a, "
                + "bands: [{from_percent: 0, to_percent: 30, pays_percent: 0}, {from_percent: 40, pays_percent: 100}]",
            "invented.yml, line 20: bands must not leave a gap"
        ),
        bad(
            "a cap below what is paid",
            "id: q, label: Q, clause: cap, per: contract, amount: 99.99",
            top: "paid_before: 100\n",
            "invented.yml, line 20: amount must not be below paid_before: that much is already paid"
        ),
        bad(
            "a price outside the term",
            "id: q, label: Q, clause: attachment, prices: [{from: 2013-12-31, to: 2014-12-31, price: 1}]",
            "invented.yml, line 20: from must be within the term, 1 January 2014 to 31 December 2016"
        ),
        bad(
            "a release after the last claim",
            "id: q, label: Q, clause: retention, percent: 10, until: 2018-07-01",
            "invented.yml, line 20: until must be within the term, 1 January 2014 to 30 June 2018"
        ),
        bad(
            "an outcome nobody defined",
            "id: q, label: Q, clause: outcome, outcome: d, price: 1",
            "invented.yml, line 20: outcome must be one of this contract's outcomes"
        ),
        bad(
            "an unknown measure",
            "id: q, label: Q, clause: threshold, on: [p], measure: happiness, at_least_percent: 1",
            "invented.yml, line 20: measure must be one of success_rate, care_day_reduction, event_reduction"
        ),
        bad(
            "an unknown kind",
            "id: q, label: Q, clause: bonus, amount: 1",
            "invented.yml, line 20: clause must be one of "
                + ClauseKind.allCases.map(\.rawValue).joined(separator: ", ")
        ),
        bad(
            "a clause on itself",
            "id: q, label: Q, clause: cap, on: [q], per: contract, amount: 1",
            "invented.yml, line 20: q stands on itself: q, q"
        ),
        Bad(
            name: "a circle",
            clauses: """
                id: x, label: X, clause: outcome, outcome: a, price: 1, instead_of: [z]
                id: y, label: Y, clause: outcome, outcome: b, price: 1, instead_of: [x]
                id: z, label: Z, clause: outcome, outcome: c, price: 1, instead_of: [y]
                """,
            problems: [
                "invented.yml, line 19: x stands on itself: x, z, y, x",
                "invented.yml, line 20: y stands on itself: y, x, z, y",
                "invented.yml, line 21: z stands on itself: z, y, x, z",
            ]
        ),
        bad(
            "a clause on one that does not pay",
            "id: q, label: Q, clause: vat, on: [z], percent: 20",
            "invented.yml, line 20: on must name clauses of this contract that pay"
        ),
        bad(
            "two clauses of one name",
            "id: p, label: Q, clause: attachment, price: 1",
            "invented.yml, line 20: id is already that of another clause"
        ),
        bad(
            "prices that overlap",
            "id: q, label: Q, clause: attachment, prices: [{from: 2014-01-01, to: 2014-12-31, price: 1}, "
                + "{from: 2014-12-31, to: 2015-12-31, price: 2}]",
            "invented.yml, line 20: prices must not overlap: there is more than one from 31 December 2014"
        ),
        bad(
            "a cap below a floor",
            "id: q, label: Q, clause: floor, per: year, amount: 2\nid: r, label: R, clause: cap, per: year, amount: 1",
            "invented.yml, line 21: amount must not be below the floor per year"
        ),
        bad(
            "caps that cross",
            "id: s, label: S, clause: outcome, outcome: a, price: 1\n"
                + "id: q, label: Q, clause: cap, per: member, on: [p, s], amount: 2\n"
                + "id: r, label: R, clause: cap, per: contract, on: [s], amount: 1",
            "invented.yml, line 22: on must name all the clauses that q stands on, or none of them"
        ),
        bad(
            "deadweight that counts days",
            "id: u, label: U, clause: unit, unit: care_day_avoided, price: 1, baseline_percent: 50, window_months: 6\n"
                + "id: q, label: Q, clause: deadweight, on: [u], paid: 5, of: 6",
            "invented.yml, line 21: on must name attachment and outcome clauses: it counts members"
        ),
        bad(
            "fractions of a penny",
            "id: q, label: Q, clause: attachment, price: 1.005",
            "invented.yml, line 20: price must be pounds and whole pence from 0 to 100,000,000, like 1600 or 85.50"
        ),
        bad(
            "more than everything",
            "id: q, label: Q, clause: attribution, percent: 101",
            "invented.yml, line 20: percent must be a percentage from 0 to 100 with at most two decimals"
        ),
        bad(
            "a curve of the wrong length",
            "id: q, label: Q, clause: unit, unit: care_day_avoided, price: 1, baseline_percents: [50, 40], window_months: 3",
            "invented.yml, line 20: baseline_percents must have 3 values, one a month"
        ),
        bad(
            "a key that means nothing",
            "id: q, label: Q, clause: cap, per: contract, amount: 1, bonus: 2",
            "invented.yml, line 20: bonus is not a key that is known here"
        ),
    ]

    @Test(arguments: all) func `with file, line and reason`(bad: Bad) {
        #expect(InventedContract.problems(bad.clauses, top: bad.top) == bad.problems)
    }

    @Test func `when everything in it only changes`() {
        let found = InventedContract.problems("id: q, label: Q, clause: vat, percent: 20")
        #expect(found == ["invented.yml, line 18: clauses must pay for something"])
    }

    @Test func `when its cap is below what has been paid since`() throws {
        let contract = try InventedContract.read(
            "\(Self.pays)\nid: q, label: Q, clause: cap, per: contract, amount: 150"
        )
        let statement = Statement(contract, CohortFacts([member("m", "2014-01-01")]), asAt: day("2014-01-01"))
        #expect(try statement.settle(paid: pounds(150)).overpaid == pounds(50))
        let refusal = #expect(throws: SettlementRefusal.self) { try statement.settle(paid: pounds(151)) }
        #expect(refusal?.description == "invented.yml, line 20: amount is below what has already been paid")
    }
}

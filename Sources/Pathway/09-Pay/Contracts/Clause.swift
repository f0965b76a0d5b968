package import Definitions
package import Values

/// The kinds of clause, in the order in which they are evaluated (`docs/decisions/0009-order-of-clauses.md`).
///
/// 1. *Eligible*: members that started in the term, on or before the day. 2. *Verified*: outcomes that are proven, or all
/// that were delivered. 3. *Quantity*: periods of a fee, members, outcomes, units (`fee` to `unit`). 4. Less `deadweight`,
/// 5. times `attribution`, 6. times the price, 7. times what a `threshold` and a `band` let through; here a line becomes
/// whole pence. 8. Up to the `floor`, 9. down to the `cap` (per member, per year, per contract), 10. less `retention`.
/// 11. `claw_back` says what happens where less is earned than was paid. 12. `vat` is added to, and 13. `grant` taken
/// from, what is then payable.
package enum ClauseKind: String, CaseIterable, Comparable, Sendable {
    case fee
    case attachment
    case outcome
    case unit
    case deadweight
    case attribution
    case threshold
    case band
    case floor
    case cap
    case retention
    case clawBack = "claw_back"
    case vat
    case grant

    /// Whether it pays for something, rather than changing what other clauses pay.
    package var earns: Bool { self <= .unit }

    package static func < (one: ClauseKind, other: ClauseKind) -> Bool {
        one.rank < other.rank
    }

    private var rank: Int { ClauseKind.allCases.firstIndex(of: self) ?? 0 }
}

/// One clause of a contract.
package struct Clause: Sendable {
    package let id: String
    package let label: String
    package let rule: ClauseRule
    /// The clauses that this one changes: positions in the contract's clauses.
    ///
    /// They are all ones that pay; empty for one that pays itself.
    package let on: [Int]
    /// How far its numbers were checked against their source.
    package let checked: Provenance.Evidence
    /// The line of the definition it stands on.
    package let line: Int
}

/// What a clause does.
package enum ClauseRule: Sendable {
    /// An amount for each whole period that has ended, from its first day on.
    case fee(Money, every: FeePeriod, during: Period)
    /// An amount for each member that starts.
    case attachment(PriceTable)
    /// An amount for each member with the outcome (a position in the contract's outcomes).
    ///
    /// A member that also earned the clauses it stands *instead of* (positions in the contract's clauses) gets the
    /// difference, if it is more: so an upgrade pays what the better result adds, and one result is paid for once.
    case outcome(Int, PriceTable, insteadOf: [Int])
    /// An amount for each unit.
    case unit(UnitPrice)
    /// What would have happened anyway.
    case deadweight(Deadweight)
    /// The part of the change that the service is answerable for.
    case attribution(Share)
    /// Pays nothing unless a measure of the whole cohort is high enough.
    case threshold(CohortMeasure, Threshold)
    /// Pays a part that depends on a measure of the whole cohort.
    case band(CohortMeasure, [PayBand])
    /// At least this much.
    case floor(Scope, Money)
    /// At most this much.
    case cap(Scope, Money)
    /// A part held back until a day.
    case retention(Share, until: Day)
    /// The part of an overpayment that is paid back; without such a clause nothing is.
    case clawBack(Share)
    /// Value added tax on what is payable.
    case vat(Share)
    /// A funder's part of what is payable, up to an amount.
    case grant(Share, upTo: Money?)

    package var kind: ClauseKind {
        switch self {
        case .fee: .fee
        case .attachment: .attachment
        case .outcome: .outcome
        case .unit: .unit
        case .deadweight: .deadweight
        case .attribution: .attribution
        case .threshold: .threshold
        case .band: .band
        case .floor: .floor
        case .cap: .cap
        case .retention: .retention
        case .clawBack: .clawBack
        case .vat: .vat
        case .grant: .grant
        }
    }
}

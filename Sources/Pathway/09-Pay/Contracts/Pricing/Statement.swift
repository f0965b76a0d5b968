package import Values

/// What a contract comes to as at a day: every line with what it is for, its quantity, price, shares and pence.
///
/// A statement is cumulative: it says what all that happened until the day is worth, so later care undoes earlier savings,
/// and what is due for a period is the difference of two statements (`Movement`). It is a pure function of contract,
/// facts and day; the same ones give the same pence.
package struct Statement: Sendable {
    package let contract: Contract
    package let day: Day
    package let proof: Proof
    /// The references of the cohort's members, by their positions in the lines.
    package let memberIDs: [String]
    /// The names of the evaluator's cohorts, by their positions in the lines.
    package let resultIDs: [String]
    /// In the order of evaluation, then by member and year.
    package let lines: [StatementLine]

    /// Which outcomes count.
    package enum Proof: String, CaseIterable, Sendable {
        /// Those whose evidence was found to hold.
        case proven
        /// All that were reached, proven or not: with the proven ones, the measure of a provision.
        case delivered
    }

    /// What is payable for fees, outcomes and units, after floors, caps and retention, without tax.
    package var net: Money { sum { $0 <= .retention } }

    package var vat: Money { sum { $0 == .vat } }

    /// What the grant funder bears of the net amount.
    package var grant: Money { sum { $0 == .grant } }

    /// Held back and not yet let go.
    package var retained: Money { .zero - sum { $0 == .retention } }

    /// The sum of the lines of some kinds of clause.
    package func sum(_ isOf: (ClauseKind) -> Bool) -> Money {
        let counted = contract.clauses.map { isOf($0.rule.kind) }
        return lines.reduce(.zero) { counted[Int($1.clause)] ? $0 + $1.amount : $0 }
    }

    /// The net amount by the financial year in which it was earned.
    package var netByYear: [FinancialYear: Money] {
        var sums: [FinancialYear: Money] = [:]
        for line in lines where contract.clauses[Int(line.clause)].rule.kind <= .retention {
            sums[line.year, default: .zero] = (sums[line.year] ?? .zero) + line.amount
        }
        return sums
    }
}

/// One line of a statement; fixed in width, so that a hundred thousand members allocate one array.
package struct StatementLine: Hashable, Sendable {
    /// A position in the contract's clauses.
    package let clause: Int32
    package let subject: Subject
    /// The calendar year in which the financial year of the line begins.
    package let startYear: Int32
    package let reason: LineReason
    /// Periods, members, outcomes or units; the sum a floor, cap, tax or grant looked at, in pence.
    package let quantity: Share
    package let unitPrice: Money
    /// What deadweight, attribution, threshold and band leave of it.
    package let factor: Share
    /// Taken off because the member already earned what this stands instead of.
    package let less: Money
    /// Rounded to the penny, half away from zero, once.
    package let amount: Money

    package var year: FinancialYear { FinancialYear(startYear: Int(startYear)) }

    /// What a line is about.
    package enum Subject: Hashable, Sendable {
        case contract
        /// A position in the statement's members.
        case member(Int32)
        /// A position in the evaluator's cohorts.
        case result(Int32)
    }
}

/// Why a line is what it is.
package enum LineReason: UInt8, Sendable {
    /// Whole periods of a fee ended.
    case periodsEnded
    /// The member started.
    case started
    /// The outcome was reached.
    case reached
    /// The outcome was reached; what it stands instead of was paid before, and this is the difference.
    case difference
    /// Deadweight: one of those that would have happened anyway.
    case wouldHaveHappened
    /// The measure of the cohort is below the threshold.
    case belowThreshold
    /// Fewer units than the baseline or the comparison group had.
    case avoided
    /// More units than the baseline or the comparison group had: it undoes savings.
    case exceeded
    case raisedToFloor
    case heldToCap
    case retained
    case tax
    case grantShare
}

package import Values

/// What is to be paid, or paid back, now that so much has been paid.
package struct Settlement: Hashable, Sendable {
    /// Net, to the penny; nought where more was paid than is earned.
    package let due: Money
    /// Paid and no longer earned, because care came after the savings or a record was corrected.
    package let overpaid: Money
    /// What the contract says is paid back of it; without a claw-back clause nothing, and later earnings make it good.
    package let recovered: Money
}

/// Why a statement cannot be settled.
package enum SettlementRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// A cap is below what has been paid: file and line of the clause.
    case capBelowPaid(file: String, line: Int)

    package var description: String {
        switch self {
        case .capBelowPaid(let file, let line): "\(file), line \(line): amount is below what has already been paid"
        }
    }
}

extension Statement {
    /// Settles the statement against what was paid before it, tax aside; throws where a cap is below that.
    ///
    /// Since the statement is cumulative, only the difference is due, so what is paid in all is never above what is
    /// earned or capped at the time. A claw-back's part is rounded to the penny half away from zero.
    package func settle(paid: Money) throws(SettlementRefusal) -> Settlement {
        let before = paid + contract.paidBefore
        for clause in contract.clauses {
            guard case .cap(.contract, let most) = clause.rule, most < before else { continue }
            throw .capBelowPaid(file: contract.file, line: clause.line)
        }
        return Settlement(net: net, before: before, clawBack: contract.clawBack)
    }
}

extension Settlement {
    /// Settles what is earned in all against what was paid before.
    init(net: Money, before: Money, clawBack: Share) {
        due = max(.zero, net - before)
        overpaid = max(.zero, before - net)
        recovered = clawBack.of(overpaid)
    }
}

extension Contract {
    /// The part of an overpayment that is paid back.
    var clawBack: Share {
        for clause in clauses {
            if case .clawBack(let share) = clause.rule { return share }
        }
        return .nothing
    }
}

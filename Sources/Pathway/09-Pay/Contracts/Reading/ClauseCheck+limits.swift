import Definitions
import Values

extension ClauseCheck {
    /// Caps below what is already paid, and floors above a cap.
    func limits(_ map: inout MapReader, paidBefore: Money) {
        var floors: [Scope: Money] = [:]
        for clause in inOrder {
            switch clause.rule {
            case .floor(let scope, let amount): floors[scope] = max(amount, floors[scope] ?? .zero)
            case .cap(let scope, let amount):
                if scope == .contract, amount < paidBefore {
                    map.refuse(line: clause.line, "amount must not be below paid_before: that much is already paid")
                }
                if let floor = floors[scope], amount < floor {
                    map.refuse(line: clause.line, "amount must not be below the floor per \(scope.rawValue)")
                }
            default: continue
            }
        }
    }

    /// Clauses that look at sums: each must look at all of what an earlier one has changed, or at none of it.
    func nesting(_ map: inout MapReader) {
        let sums = inOrder.filter { [.floor, .cap, .retention, .vat, .grant].contains($0.rule.kind) }
        for (index, clause) in sums.enumerated() {
            let targets = Set(clause.on)
            for earlier in sums[..<index] {
                guard !targets.isDisjoint(with: earlier.on), !targets.isSuperset(of: earlier.on) else { continue }
                map.refuse(
                    line: clause.line,
                    "on must name all the clauses that \(earlier.id) stands on, or none of them"
                )
            }
        }
    }

    /// Shares whose product could not be held exactly.
    func factors(_ map: inout MapReader) {
        let clauses = inOrder
        for (position, clause) in clauses.enumerated() where clause.rule.kind.earns {
            var product = 1.0
            for other in clauses where other.on.contains(position) { product *= other.rule.largestDenominator }
            if product > Contract.factorLimit {
                map.refuse(line: clause.line, "\(clause.id) has too many shares on it to be worked out exactly")
            }
        }
    }
}

extension Contract {
    /// The largest denominator of the product of the shares on one clause.
    static let factorLimit = 1e12
}

extension ClauseRule {
    /// The rule with the clauses it stands instead of.
    func standing(insteadOf others: [Int]) -> ClauseRule {
        guard case .outcome(let outcome, let prices, _) = self else { return self }
        return .outcome(outcome, prices, insteadOf: others)
    }

    /// Whether it pays for each member once.
    var paysMembers: Bool { kind == .attachment || kind == .outcome }

    /// What a floor or a cap looks at; the contract for the other kinds.
    var scope: Scope {
        switch self {
        case .floor(let scope, _), .cap(let scope, _): scope
        default: .contract
        }
    }

    /// The largest denominator by which it multiplies; 1 where it multiplies by nothing.
    fileprivate var largestDenominator: Double {
        switch self {
        case .deadweight(.part(let share)), .attribution(let share): Double(share.denominator)
        case .band(_, let bands): Double(bands.map(\.pays.denominator).max() ?? 1)
        default: 1
        }
    }
}

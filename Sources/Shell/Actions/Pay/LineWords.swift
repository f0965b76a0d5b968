import Documents
package import Pay
import Values

extension Statement {
    /// Whose line it is: a member's reference, an evaluator's cohort, or the contract.
    func subjectWords(_ line: StatementLine) -> String {
        name(of: line.subject) ?? "contract"
    }

    /// What was counted, times what: `1 × £700`, `35 × £74.70`, or the sum that was looked at.
    package func quantityWords(_ line: StatementLine) -> String {
        switch kind(of: line) {
        case .fee, .attachment, .outcome, .unit:
            "\(line.quantity.words) × \(line.unitPrice.long)" + (line.less == .zero ? "" : " less \(line.less.long)")
        default: "on \(Money(pence: line.quantity.numerator).long)"
        }
    }

    /// Why the line is what it is.
    package func reasonWords(_ line: StatementLine) -> String {
        switch line.reason {
        case .periodsEnded: "whole periods that ended"
        case .started: "started in the term"
        case .reached: "outcome reached in time"
        case .difference: "outcome reached; what it stands instead of is taken off"
        case .wouldHaveHappened: "deadweight: one of those not paid for"
        case .belowThreshold: "the cohort is below the threshold"
        case .avoided: "fewer than expected"
        case .exceeded: "more than expected: undoes savings"
        case .raisedToFloor: "raised to the floor"
        case .heldToCap: "held to the cap"
        case .retained: "held back"
        case .tax: "tax on the net amount"
        case .grantShare: "the funder's share"
        }
    }
}

extension Share {
    /// A quantity as people read it: `35`, `100.45`, at most four decimals.
    var words: String {
        value.map { NumberText.trimmed($0, places: 4) } ?? "none"
    }
}

/// When in the work something was measured, as the exchange package writes it: `baseline`, `phase_1`, `review_1`,
/// `follow_up_6`.
package enum Occasion: Hashable, Sendable {
    case baseline
    /// In the phase of the treatment with this number, from 1.
    case phase(Int)
    /// The review with this number, from 1.
    case review(Int)
    case closure
    /// So many months after closure.
    case followUp(Int)
    /// Each month, without a number of its own.
    case monthly
    /// When the record was audited.
    case audit

    /// Which sort of occasion it is.
    package enum Kind: String, CaseIterable, Sendable {
        case baseline, phase, review, closure
        case followUp = "follow_up"
        case monthly, audit
    }

    package var kind: Kind {
        switch self {
        case .baseline: .baseline
        case .phase: .phase
        case .review: .review
        case .closure: .closure
        case .followUp: .followUp
        case .monthly: .monthly
        case .audit: .audit
        }
    }

    /// Reads what the exchange package has; nil for anything else.
    package init?(_ text: String) {
        if let kind = Kind(rawValue: text) {
            switch kind {
            case .baseline: self = .baseline
            case .closure: self = .closure
            case .monthly: self = .monthly
            case .audit: self = .audit
            case .phase, .review, .followUp: return nil
            }
        } else if let number = Occasion.number(of: text, after: "phase_") {
            self = .phase(number)
        } else if let number = Occasion.number(of: text, after: "review_") {
            self = .review(number)
        } else if let number = Occasion.number(of: text, after: "follow_up_") {
            self = .followUp(number)
        } else {
            return nil
        }
    }

    private static func number(of text: String, after start: String) -> Int? {
        guard text.hasPrefix(start), let number = Int(text.dropFirst(start.count)) else { return nil }
        return (1...99).contains(number) && "\(start)\(number)" == text ? number : nil
    }

    /// As the exchange package writes it.
    package var text: String {
        switch self {
        case .phase(let number): "phase_\(number)"
        case .review(let number): "review_\(number)"
        case .followUp(let months): "follow_up_\(months)"
        default: kind.rawValue
        }
    }

    /// As people say it.
    package var label: String {
        switch self {
        case .baseline: "Baseline"
        case .phase(let number): "Phase \(number)"
        case .review(let number): "Review \(number)"
        case .closure: "Closure"
        case .followUp(let months): "Follow-up at \(months) months"
        case .monthly: "Monthly"
        case .audit: "Audit"
        }
    }
}

extension Occasion: Comparable {
    /// In the order of the work.
    package static func < (one: Occasion, other: Occasion) -> Bool {
        one.place < other.place
    }

    private var place: (Int, Int) {
        switch self {
        case .baseline: (0, 0)
        case .monthly: (1, 0)
        case .phase(let number): (2, number)
        case .review(let number): (3, number)
        case .closure: (4, 0)
        case .followUp(let months): (5, months)
        case .audit: (6, 0)
        }
    }
}

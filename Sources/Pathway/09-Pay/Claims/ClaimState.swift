package import Records
package import Values

extension ClaimState {
    /// The states that can follow.
    package var next: [ClaimState] {
        switch self {
        case .entered: [.checked, .rejected]
        case .checked: [.verified, .rejected]
        case .verified: [.approved, .rejected]
        case .approved: [.paid, .rejected]
        case .paid: [.reversed]
        case .rejected, .reversed: []
        }
    }

    /// The earlier steps whose doer may not do this one too (four eyes).
    ///
    /// Nobody checks, verifies or approves what they entered, approves what they checked or verified, or pays or reverses
    /// what they approved.
    package var notBy: [ClaimState] {
        switch self {
        case .entered, .rejected: []
        case .checked: [.entered]
        case .verified: [.entered]
        case .approved: [.entered, .checked, .verified]
        case .paid, .reversed: [.approved]
        }
    }
}

/// One step of a claim: who did what, and when.
package struct ClaimStep: Hashable, Sendable {
    package let state: ClaimState
    /// The reference of the person who did it.
    package let by: String
    package let on: Day
    /// What was paid with it, or paid back (below nought).
    package let amount: Money
    package let note: String

    package init(_ state: ClaimState, by: String, on: Day, amount: Money = .zero, note: String = "") {
        self.amount = amount
        self.state = state
        self.by = by
        self.on = on
        self.note = note
    }
}

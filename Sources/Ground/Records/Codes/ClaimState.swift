/// Where a claim under an outcomes contract stands.
package enum ClaimState: String, CodeList {
    case entered, checked, verified, approved, paid, rejected, reversed

    package var label: String {
        switch self {
        case .entered: "Entered"
        case .checked: "Checked"
        case .verified: "Verified"
        case .approved: "Approved"
        case .paid: "Paid"
        case .rejected: "Rejected"
        case .reversed: "Reversed"
        }
    }
}

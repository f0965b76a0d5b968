/// Linked counts as they may be published.
package struct Protection: Sendable {
    package let audit: DisclosureAudit
    /// By place; what is implied by others is never printed and not hidden either.
    package let isHidden: [Bool]
    /// Hidden for its own sake, by place.
    let isPrimary: [Bool]
    /// Nothing could protect some count, so that nothing of it may be published.
    package let isWithheld: Bool

    /// What readers can work out by taking one count from another.
    package var implied: [(id: String, value: Int)] {
        audit.counts.counts.filter { $0.fate == .implied }.map { ($0.id, $0.value) }
    }

    /// What may be published of a count.
    package func published(_ place: Int) -> ProtectedCount {
        guard isHidden[place] else { return .shown(audit.counts.counts[place].value) }
        return .hidden(isPrimary[place] ? .primary : .secondary)
    }

    /// Whether a percentage, mean, rate or interval made of these counts may be published: where each of them is.
    package func shows(_ places: [Int]) -> Bool {
        !isWithheld && places.allSatisfy { !isHidden[$0] && audit.counts.counts[$0].fate != .implied }
    }

    /// A count as it is printed: a number, or a symbol of official statistics.
    ///
    /// `c` stands for a hidden count, `k` for one above nought that rounds to nought.
    package func text(_ place: Int) -> String {
        guard let value = published(place).value else { return "c" }
        let rounded = audit.policy.rounded(value)
        return value > 0 && rounded == 0 ? "k" : "\(rounded)"
    }
}

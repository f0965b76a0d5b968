/// Hides small counts of people, and as few others as keep them from being worked out.
///
/// A count of 1 to the threshold is hidden; nought is shown unless the policy hides it. So is a count that leaves 1 to
/// the threshold, or nobody, of those it could be. Then others are hidden until every hidden count, these included, could
/// be any of numbers as far apart as the policy wants, by all that is published (`DisclosureAudit`).
package struct DisclosureControl: Sendable {
    package let policy: DisclosurePolicy

    package init(threshold: Int = 5) {
        policy = DisclosurePolicy(threshold: threshold)
    }

    package init(_ policy: DisclosurePolicy) {
        self.policy = policy
    }

    /// The table as it may be published.
    package func protect(_ table: CountTable) -> ProtectedTable {
        var counts = LinkedCounts()
        let places = counts.add(table, named: "")
        let protection = protect(counts)
        return ProtectedTable(
            counts: places.map { row in
                row.map { protection.isWithheld ? .hidden(.primary) : protection.published($0) }
            },
            isWithheld: protection.isWithheld
        )
    }

    /// Linked counts as they may be published; where nothing protects them all that is open is withheld.
    package func protect(_ counts: LinkedCounts) -> Protection {
        let audit = DisclosureAudit(counts, policy)
        var work = Suppression(audit)
        let isSafe = work.hideCompanions()
        if isSafe { work.showAgain() }
        let isWithheld = !isSafe || !audit.failures(isHidden: work.isHidden).isEmpty
        return Protection(
            audit: audit,
            isHidden: isWithheld ? counts.counts.map { $0.fate == .open || $0.fate == .hidden } : work.isHidden,
            isPrimary: work.isPrimary,
            isWithheld: isWithheld
        )
    }
}

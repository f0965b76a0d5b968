/// What was hidden of linked counts and why, and how much was lost: for whoever answers for the publication.
///
/// It is never published, since it says what the publication hides.
package struct DisclosureAccount: Sendable {
    package struct Entry: Sendable {
        package let id: String
        package let value: Int
        /// Nil of what is printed nowhere but follows from others.
        package let reason: ProtectedCount.Reason?
        /// The lowest number that a reader could take it to be, and the highest.
        package let low: Int
        package let high: Int
    }

    /// Every hidden count, and every small one that others imply.
    package let entries: [Entry]
    /// What hiding took from the readers.
    package let lost: Lost
    /// What the rule "hide the next smallest below 20" would have taken, and would still have given away.
    package let nextSmallest: Lost

    package struct Lost: Hashable, Sendable {
        /// Counts hidden, sums among them.
        package let counts: Int
        /// Of these, the sums.
        package let sums: Int
        /// People in hidden counts that are not sums.
        package let people: Int
        /// Hidden counts that can be worked out too nearly all the same.
        package let unsafe: Int
    }

    fileprivate init(_ protection: Protection) {
        let audit = protection.audit
        let counts = audit.counts.counts
        entries = counts.indices
            .filter { audit.needsProtection($0, isHidden: protection.isHidden) }
            .map { place in
                let range = audit.range(place, isHidden: protection.isHidden)
                let isImplied = counts[place].fate == .implied
                return Entry(
                    id: counts[place].id,
                    value: counts[place].value,
                    reason: isImplied ? nil : protection.isPrimary[place] ? .primary : .secondary,
                    low: range.low,
                    high: range.high
                )
            }
        lost = Lost(audit, isHidden: protection.isHidden)
        nextSmallest = Lost(audit, isHidden: NextSmallestRule.isHidden(audit.counts, audit.policy))
    }
}

extension Protection {
    /// What is hidden of the counts and why.
    package var account: DisclosureAccount { DisclosureAccount(self) }
}

extension DisclosureAccount.Lost {
    /// What is lost where these counts are hidden.
    package init(_ audit: DisclosureAudit, isHidden: [Bool]) {
        let totals = Set(audit.counts.sums.map(\.total))
        let hidden = isHidden.indices.filter { isHidden[$0] }
        counts = hidden.count
        sums = hidden.count { totals.contains($0) }
        people = hidden.reduce(0) { totals.contains($1) ? $0 : $0 + audit.counts.counts[$1].value }
        unsafe = audit.failures(isHidden: isHidden).count
    }
}

/// The older rule for children looked after: beside a lone hidden count hide the next smallest, if it is below 20.
///
/// Source: Hansard, 8 January 2008 (written answers, looked-after children). It leaves counts that can be worked out, and
/// is here to be measured against.
package enum NextSmallestRule {
    /// Which counts it hides.
    package static func isHidden(_ counts: LinkedCounts, _ policy: DisclosurePolicy) -> [Bool] {
        var hidden = counts.counts.map {
            $0.fate == .hidden || $0.fate == .open && policy.isSmall($0.value, of: $0.most)
        }
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for sum in counts.sums where sum.parts.count(where: { hidden[$0] }) == 1 && !hidden[sum.total] {
                let next = sum.parts.filter { !hidden[$0] && (1..<20).contains(counts.counts[$0].value) }
                    .min { (counts.counts[$0].value, $0) < (counts.counts[$1].value, $1) }
                guard let next, counts.counts[next].fate == .open else { continue }
                hidden[next] = true
                hasChanged = true
            }
        }
        return hidden
    }
}

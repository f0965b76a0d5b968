package import Records
package import Values

/// The closed cases of a period that are drawn for audit: one in ten, at random, and the same whoever draws them.
///
/// Each case gets a number from the seed and its own reference alone; those with the smallest are drawn. So nobody
/// chooses, a second draw gives the same cases, and one more closed case moves at most one of them.
package struct AuditSample: Sendable {
    /// The cases that closed in the period, in the order of their references.
    package let closed: [Identifier<Case>]
    /// Those drawn, in the order of their references: a tenth, rounded up.
    package let drawn: [Identifier<Case>]

    /// Draws the sample.
    ///
    /// - Parameters:
    ///   - cases: the cases to draw from; those that did not close in the period are left out.
    ///   - period: the days on which they closed.
    ///   - register: what tells this register from others and never changes, such as the hash of its first change.
    package init(_ cases: [Case], closedIn period: Period, register: String) {
        let closed = cases.filter { $0.endedOn.map(period.contains) ?? false }.map(\.id)
        let seed = "\(register) \(period.from.iso) \(period.to.iso) "
        self.closed = closed.sorted()
        drawn = closed.map { (lot: AuditSample.lot(seed + $0.text), id: $0) }
            .sorted { ($0.lot, $0.id) < ($1.lot, $1.id) }
            .prefix((closed.count + 9) / 10)
            .map(\.id)
            .sorted()
    }

    /// A number that looks random and is the same for the same text (FNV-1a, its bits mixed by SplitMix64's last step).
    static func lot(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
        return hash ^ (hash >> 31)
    }
}

/// What audits of a period found, standard by standard.
package struct AuditResults: Sendable {
    /// Cases by what was found of one standard.
    package struct Standard: Hashable, Sendable {
        package let name: String
        package let met: Int
        package let partly: Int
        package let notMet: Int
        /// Cases to which it did not apply, or where it was left out.
        package let notSeen: Int

        /// Cases in which it was met, of those where it was looked at.
        package var share: Share { Share(met, of: met + partly + notMet) }
    }

    package let audits: Int
    package let standards: [Standard]

    /// Counts the findings.
    ///
    /// - Parameters:
    ///   - names: the standards, as the items of the instrument are called.
    ///   - findings: the scores of each audit by standard: 0 not met, 1 partly, 2 met.
    package init(_ names: [String], _ findings: [[String: Decimal]]) {
        audits = findings.count
        standards = names.map { name in
            let values = findings.compactMap { $0[name] }
            let met = values.count { $0 == Decimal(2) }
            let notMet = values.count { $0 == .zero }
            return Standard(
                name: name,
                met: met,
                partly: values.count - met - notMet,
                notMet: notMet,
                notSeen: findings.count - values.count
            )
        }
    }
}

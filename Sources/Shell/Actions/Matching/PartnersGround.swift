package import Identify
package import Records
import Register
import Values

/// The register with what partners say hung on it, as at a day: what criteria are tried on.
package struct PartnersGround: Sendable {
    package let match: MatchPartners
    package let working: WorkingRecords
    package let snapshot: Snapshot
    private let registered: Set<String>
    private let people: Set<String>

    init(_ match: MatchPartners, asAt day: Day, change: Int) {
        self.match = match
        working = match.working(asAt: day)
        snapshot = working.snapshot(change: change)
        registered = match.registeredFamilies
        people = match.registeredPeople
    }

    /// Whether only partners know the family: it is none of the register's.
    package func isOnlyPartners(_ family: String) -> Bool { !registered.contains(family) }

    /// Whether a person is one of the register's.
    package func isOfRegister(_ person: String) -> Bool { people.contains(person) }

    /// Households that only partners know.
    package var unknownHouseholds: Int { snapshot.familyIDs.count { isOnlyPartners($0) } }

    /// The partner's record that a row of evidence came from; nil where it is the register's own.
    package func origin(of row: FactRow) -> FeedRowKey? { working.origin(of: row) }

    /// What a partner's row is called where it is written down for longer than it is held: the feed, and a name that
    /// whoever holds the row can work out and nobody else.
    func name(of row: FactRow) -> NominationBasis.RowName? {
        origin(of: row).map { origin in
            let name = match.names.name(of: "\(origin.recordID) \(row.table) \(row.key)", origin.feed)
            return NominationBasis.RowName(table: "feed \(origin.feed)", key: String(name.prefix(12)))
        }
    }
}

package import Records
package import Values

/// The register's records with what partners say of the same people hung on them, to be looked at and not stored.
///
/// Criteria can be tried on it as on the register: people whom only partners know are people of it, and so are their
/// households. Nothing of it is written into the register.
package struct WorkingRecords: Sendable {
    /// The register's records and the partners'; somebody unknown has the key of their first record as reference.
    package let records: RecordSet
    /// Who each linked person is in it, in their order.
    package let people: [Identifier<Person>]
    /// The record behind each event that came from a partner, by the event's reference.
    package let origins: [String: FeedRowKey]
    private let originsOfPeriods: [String: FeedRowKey]
    private let familyOfPerson: [Identifier<Person>: Identifier<Family>]
    private let linked: [LinkedPerson]

    /// - Parameters:
    ///   - register: the register's own records.
    ///   - rows: the rows the linked people name; others are passed over.
    ///   - linked: who is who.
    ///   - households: people who live together, by their places in `linked`.
    ///   - sources: what the facts of each feed name as their source, by the feed's id.
    ///   - day: the day on which somebody under 18 is a child.
    ///   - naming: what a household is called that only partners know, by the reference of one of its people.
    package init(
        _ register: RecordSet,
        adding rows: [FeedRowKey: FeedRow],
        of linked: [LinkedPerson],
        households: [[Int]],
        sources: [String: String],
        asAt day: Day,
        naming: @escaping (String) -> String = { "household of \($0)" }
    ) {
        var working = WorkingPeople(register, rows: rows, asAt: day, naming: naming)
        let people = linked.map { working.person($0) }
        for household in households {
            working.house(household.filter(people.indices.contains).map { people[$0] })
        }
        for person in people { working.house([person]) }
        var facts = WorkingFacts(register, sources: sources)
        for (person, link) in zip(people, linked) {
            for (feed, keys) in link.rows.byFeed {
                facts.add(keys.compactMap { key in rows[key].map { (key, $0.facts) } }, of: feed, to: person)
            }
        }
        var records = register
        records.people = working.people
        records.families = working.families
        records.events = facts.events
        records.attendance = facts.attendance
        records.workStatus = facts.workStatus
        self.records = records
        self.people = people
        self.linked = linked
        origins = facts.origins
        originsOfPeriods = facts.originsOfPeriods
        familyOfPerson = working.familyOfPerson
    }

    /// The partner's record that a row of evidence came from; nil where it is the register's own.
    package func origin(of row: FactRow) -> FeedRowKey? {
        row.table == Event.table.name ? origins[row.key] : originsOfPeriods["\(row.table) \(row.key)"]
    }

    /// The picture of these records, to try criteria on; it bears the number of the register's change.
    package func snapshot(change: Int) -> Snapshot {
        Snapshot(of: records, change: change)
    }

    /// The partners' records about the people of these families: what may be kept after a run.
    package func rows(ofFamilies families: Set<Identifier<Family>>) -> Set<FeedRowKey> {
        var keys: Set<FeedRowKey> = []
        for (person, link) in zip(people, linked) {
            guard let family = familyOfPerson[person], families.contains(family) else { continue }
            keys.formUnion(link.rows)
        }
        return keys
    }
}

extension [FeedRowKey] {
    /// The keys of each feed, the feeds in the order of their names.
    fileprivate var byFeed: [(feed: String, keys: [FeedRowKey])] {
        Dictionary(grouping: self, by: \.feed).sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
    }
}

package import Identify
package import Linkage
package import Records
package import Register
package import Values

/// Who is who in the partners' feeds and the register, and who lives with whom: worked out, looked at, not stored.
package struct MatchPartners: Sendable {
    /// The model used unless another is named.
    package static let usualModel = "uk-multi-agency"
    private static let registerSource = "register"

    /// The register's records with the partners' hung on them.
    package let working: WorkingRecords
    package let linkage: Linkage
    /// The feeds that were matched, with how many rows each gave.
    package let feeds: [(id: String, title: String, rows: Int)]
    /// People of the register that were held against the feeds.
    package let registered: Int
    /// People found, those of the register included.
    package let people: Int
    /// People found that the register and a feed both know.
    package let known: Int
    package let households: Int
    /// Records of the register that seem to be of one person, pair by pair.
    package let duplicates: [(Identifier<Person>, Identifier<Person>)]

    /// Links every feed that may be matched today with the people of the register.
    package init(
        _ register: Register,
        _ definitions: DefinitionsInForce,
        asAt day: Day,
        knownAt change: Int? = nil,
        progress: LinkageProgress = LinkageProgress()
    ) throws {
        guard let model = definitions.linkage.first(where: { $0.id == MatchPartners.usualModel }) else {
            throw FeedRefusal("There is no linkage model \(MatchPartners.usualModel) among the definitions.")
        }
        let feeds = try register.feedsToMatch(definitions)
        guard !feeds.isEmpty else {
            throw FeedRefusal("No feed has rows that may be matched. Receive one with homeward feed receive.")
        }
        let records = try register.records(knownAt: change)
        let sources = PartnerRows(feeds, records)
        let raw = sources.columns(for: model)
        let linkage = try Linker.link(raw, by: model, progress: progress)
        let found = LinkedPeople(linkage.clusters, sources)
        let homes = try Linker.households(
            raw,
            by: linkage.model,
            clusters: linkage.clusters,
            recordedOn: { sources.recordedOn($0) }
        )
        let groups = homes.map { home in home.people.compactMap { found.place[$0] } }
        working = WorkingRecords(
            records,
            adding: sources.rows,
            of: found.people,
            households: groups,
            sources: Dictionary(feeds.map { ($0.feed.id, $0.feed.mapping.source) }) { first, _ in first },
            asAt: day
        )
        self.linkage = linkage
        self.feeds = feeds.map { ($0.feed.id, $0.feed.title, $0.rows.count) }
        registered = records.people.count
        people = found.people.count
        known = found.people.count { $0.personID != nil && !$0.rows.isEmpty }
        households = homes.count
        duplicates = found.duplicates
    }

    /// Deletes the rows of everyone whose family is not among these, with proof that they were.
    package func purge(
        _ register: Register,
        keeping families: Set<Identifier<Family>>,
        note: String
    ) throws -> [FeedDeletion] {
        try register.purgeUnmatched(
            keeping: working.rows(ofFamilies: families),
            of: feeds.map(\.id),
            note: note,
            on: register.workingDay(),
            as: LocalActor.draft(purpose: "data minimisation", summary: "Deletion of rows that no criterion needs"),
            at: Clock.now
        )
    }
}

extension MatchPartners {
    /// What was matched, in a line or two.
    package var summary: String {
        let rows = feeds.map { "\($0.id) \($0.rows)" }.joined(separator: ", ")
        let doubt = linkage.pairs.count { (0.5..<linkage.model.threshold).contains($0.probability) }
        let twice = duplicates.isEmpty ? "" : " \(duplicates.count) people seem to be in the register twice."
        return """
            Matched \(rows) rows and \(registered) people of the register: \(people) people in \(households) \
            households; \(known) of the register are in a feed. \(doubt) pairs of records are in doubt.\(twice)
            """
    }
}

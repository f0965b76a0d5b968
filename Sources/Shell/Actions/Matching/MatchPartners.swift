package import Identify
package import Linkage
package import Records
package import Register
package import Values

/// Who is who in the partners' feeds and the register, and who lives with whom: worked out, looked at, not stored.
package struct MatchPartners: Sendable {
    /// The model used unless another is named.
    package static let usualModel = "uk-multi-agency"

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
    /// What people have said of pairs of records, the earliest first; each pair as it is now, after merges.
    package let said: [PairDecision]
    /// What stands of each pair that anybody has said something of.
    package let standings: [RecordPair: PairStanding]
    let sources: PartnerRows
    private let hanging: Hanging

    /// What working records are made of.
    private struct Hanging: Sendable {
        let register: RecordSet
        let people: [LinkedPerson]
        let households: [[Int]]
        /// What the facts of each feed name as their source.
        let sources: [String: String]
        let names: OpaqueNames
    }

    /// Links every feed that may be matched today with the people of the register, by what people have decided and by what
    /// the last matching remembers.
    ///
    /// - Parameters:
    ///   - register: the register.
    ///   - definitions: the feeds and the model.
    ///   - day: the day on which somebody under 18 is a child.
    ///   - change: as known then; nil is now. Partners' rows are always those of now.
    ///   - needsFeeds: whether there is nothing to do without a feed; otherwise the register is held against itself.
    ///   - keepsReasons: whether any pair may be explained afterwards.
    ///   - remembers: whether to stand on what the last matching remembers, and to remember.
    ///   - progress: told how far it has come.
    /// - Throws: `FeedRefusal` where there is nothing to match, and `LinkageFault`.
    package init(
        _ register: Register,
        _ definitions: DefinitionsInForce,
        asAt day: Day,
        knownAt change: Int? = nil,
        needsFeeds: Bool = true,
        keepsReasons: Bool = false,
        remembers: Bool = true,
        progress: LinkageProgress = LinkageProgress()
    ) throws {
        guard let model = definitions.linkage.first(where: { $0.id == MatchPartners.usualModel }) else {
            throw FeedRefusal("There is no linkage model \(MatchPartners.usualModel) among the definitions.")
        }
        let latest = try register.latestChangeOfRecords()
        let feeds = try register.feedsToMatch(definitions)
        guard !(needsFeeds && feeds.isEmpty) else {
            throw FeedRefusal("No feed has rows that may be matched. Receive one with homeward feed receive.")
        }
        let records = try register.records(knownAt: change)
        let sources = PartnerRows(feeds, records)
        guard sources.count > 1 else { throw FeedRefusal("There are fewer than two records to match.") }
        let raw = sources.columns(for: model)
        said = try register.saidOfPairs(knownAt: change)
        standings = said.map(\.opinion).standings
        var options = LinkageOptions()
        options.keepsReasons = keepsReasons
        options.keepsFrequencies = true
        options.decisions = MatchPartners.decisions(standings, sources)
        let remembered = remembers ? try MatchMemory(register, of: model, records: raw.count) : nil
        options.memory = remembered?.memory
        options.remembers = remembers && change == nil
        let linkage = try MatchPartners.link(raw, remembered?.model ?? model, options, progress)
        if let memory = linkage.memory, memory != remembered?.memory {
            try MatchMemory(linkage.model, memory, records: remembered?.records ?? raw.count)
                .keep(in: register, of: model, knownAt: latest)
        }
        let found = LinkedPeople(linkage.clusters, sources)
        let homes = try Linker.households(
            raw,
            by: linkage.model,
            clusters: linkage.clusters,
            recordedOn: { sources.recordedOn($0) }
        )
        hanging = Hanging(
            register: records,
            people: found.people,
            households: homes.map { home in home.people.compactMap { found.place[$0] } },
            sources: Dictionary(feeds.map { ($0.feed.id, $0.feed.mapping.source) }) { first, _ in first },
            names: try register.opaqueNames()
        )
        working = MatchPartners.working(hanging, sources, asAt: day)
        self.sources = sources
        self.linkage = linkage
        self.feeds = feeds.map { ($0.feed.id, $0.feed.title, $0.rows.count) }
        registered = records.people.count
        people = found.people.count
        known = found.people.count { $0.personID != nil && !$0.rows.isEmpty }
        households = homes.count
        duplicates = found.duplicates
    }

    /// What stands of pairs, as the linker takes it, in the order of the pairs.
    private static func decisions(_ standings: [RecordPair: PairStanding], _ sources: PartnerRows) -> [LinkDecision] {
        standings.sorted { $0.key < $1.key }.compactMap { pair, standing in
            guard let joins = standing.joins, let left = sources.record(pair.first),
                let right = sources.record(pair.second)
            else { return nil }
            return LinkDecision(left: left, right: right, isSame: joins)
        }
    }

    /// Links; where so little is recorded that the prior cannot be found, as though one pair of all were of one person.
    private static func link(
        _ raw: RawColumns,
        _ model: LinkageModel,
        _ options: LinkageOptions,
        _ progress: LinkageProgress
    ) throws(LinkageFault) -> Linkage {
        do throws(LinkageFault) {
            return try Linker.link(raw, by: model, options: options, progress: progress)
        } catch .noDeterministicPairs {
            var model = model
            let pairs = Double(raw.count) * Double(raw.count - 1) / 2
            model.prior = min(0.5, 1 / pairs)
            return try Linker.link(raw, by: model, options: options, progress: progress)
        }
    }

    private static func working(_ hanging: Hanging, _ sources: PartnerRows, asAt day: Day) -> WorkingRecords {
        WorkingRecords(
            hanging.register,
            adding: sources.rows,
            of: hanging.people,
            households: hanging.households,
            sources: hanging.sources,
            asAt: day,
            naming: { "household-\(hanging.names.name(of: $0, "household").prefix(12))" }
        )
    }

    /// The register's records with the partners' hung on them, for another day.
    package func working(asAt day: Day) -> WorkingRecords {
        MatchPartners.working(hanging, sources, asAt: day)
    }

    /// Everybody who was found, with their rows.
    var linked: [LinkedPerson] { hanging.people }

    /// What partners' records are called where they may not be named.
    var names: OpaqueNames { hanging.names }

    /// Families of the register itself.
    var registeredFamilies: Set<String> { Set(hanging.register.families.map(\.id.text)) }

    /// People of the register itself.
    var registeredPeople: Set<String> { Set(hanging.register.people.map(\.id.text)) }

    /// The people found, as numbers of clusters, who are of these families of the register.
    func clusters(ofFamilies families: Set<String>) -> Set<Int> {
        let people = hanging.register.people.filter { $0.familyID.map { families.contains($0.text) } ?? false }
        let records = people.compactMap {
            sources.record(RecordName(source: RecordName.register, id: $0.id.text))
        }
        return Set(records.map { linkage.clusters[$0] })
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
    /// Pairs of records that are more likely of one person than not, and not likely enough to be joined.
    package var inDoubt: Int {
        linkage.pairs.count { (0.5..<linkage.model.threshold).contains($0.probability) }
    }

    /// What was matched, in a line or two.
    package var summary: String {
        let rows = feeds.map { "\($0.id) \($0.rows)" }.joined(separator: ", ")
        let twice = duplicates.isEmpty ? "" : " \(duplicates.count) people seem to be in the register twice."
        return """
            Matched \(rows) rows and \(registered) people of the register: \(people) people in \(households) \
            households; \(known) of the register are in a feed. \(inDoubt) pairs of records are in doubt.\(twice)
            """
    }
}

extension Register {
    /// What people have said of pairs of records, each record by the name it has after merges.
    fileprivate func saidOfPairs(knownAt change: Int?) throws -> [PairDecision] {
        let kept = try merges().personKept
        func now(_ name: RecordName) -> RecordName {
            name.isOfRegister ? RecordName(source: name.source, id: kept[name.id] ?? name.id) : name
        }
        return try decisions(knownAt: change).compactMap { decision in
            guard let pair = RecordPair(now(decision.pair.first), now(decision.pair.second)) else { return nil }
            return decision.about(pair)
        }
    }
}

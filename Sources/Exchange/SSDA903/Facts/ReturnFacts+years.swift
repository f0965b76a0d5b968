import Records
import Values

extension ReturnFacts {
    /// The facts of several years' returns: of a person or a placement in more than one, the latest return's.
    ///
    /// A year's return repeats what was open in the year before, so that is no duplicate; what two files of one year
    /// have is.
    package init(from submissions: [ReturnSubmission], knownPeople: (String) -> Bool = { _ in false }) {
        let latestFirst = submissions.joinedByYear.sorted { $0.year > $1.year }
        let inHeaders = Set(latestFirst.flatMap { $0.data[.header].map { $0.value(0) } })
        var people: Set<Identifier<Person>> = []
        var placements: Set<PlacementKey> = []
        for submission in latestFirst {
            let facts = ReturnFacts(from: submission.data, collectionYear: submission.year) {
                inHeaders.contains($0) || knownPeople($0)
            }
            take(\.people, Person.table, from: facts) { people.insert($0.id).inserted }
            take(\.placements, Placement.table, from: facts) { placements.insert(PlacementKey($0)).inserted }
            take(\.assessments, Assessment.table, from: facts) { _ in true }
            take(\.scores, Score.table, from: facts) { _ in true }
            problems += facts.problems
        }
    }

    private mutating func take<Fact: Record>(
        _ list: WritableKeyPath<RecordSet, [Fact]>,
        _ table: Table,
        from facts: ReturnFacts,
        where isNew: (Fact) -> Bool
    ) {
        for (record, origin) in zip(facts.records[keyPath: list], facts.origins[table.name] ?? []) where isNew(record) {
            records[keyPath: list].append(record)
            origins[table.name, default: []].append(origin)
        }
    }
}

extension [ReturnSubmission] {
    /// One return a year, with the rows of all that are of that year.
    fileprivate var joinedByYear: [ReturnSubmission] {
        var years: [CollectionYear: ReturnData] = [:]
        for submission in self {
            for (table, rows) in submission.data.tables {
                years[submission.year, default: ReturnData()].tables[table, default: []] += rows
            }
        }
        return years.map { ReturnSubmission(year: $0.key, data: $0.value) }
    }
}

import Identify
import Linkage
import Records
import Values

/// The rows of the feeds and the people of the register, one after the other, as they are linked.
struct PartnerRows: Sendable {
    /// Every row of a feed by its key.
    let rows: [FeedRowKey: FeedRow]
    private let feeds: [(id: String, rows: [FeedRow])]
    private let people: [Person]
    private let families: [Identifier<Family>: Family]
    /// The keys of the rows of all feeds, in order; people of the register come after them.
    private let keys: [FeedRowKey]
    private let places: [RecordName: Int]

    init(_ feeds: [(feed: Feed, rows: [FeedRow])], _ records: RecordSet) {
        self.feeds = feeds.map { ($0.feed.id, $0.rows) }
        people = records.people
        families = Dictionary(records.families.map { ($0.id, $0) }) { first, _ in first }
        keys = feeds.flatMap { feed in feed.rows.map { FeedRowKey(feed: feed.feed.id, recordID: $0.recordID) } }
        rows = Dictionary(zip(keys, feeds.flatMap(\.rows))) { first, _ in first }
        let names =
            keys.map { RecordName(source: $0.feed, id: $0.recordID) }
            + people.map { RecordName(source: RecordName.register, id: $0.id.text) }
        places = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    var count: Int { keys.count + people.count }

    func name(_ record: Int) -> RecordName {
        record < keys.count
            ? RecordName(source: keys[record].feed, id: keys[record].recordID)
            : RecordName(source: RecordName.register, id: people[record - keys.count].id.text)
    }

    /// The record of this name; nil where it is not among those matched.
    func record(_ name: RecordName) -> Int? { places[name] }

    /// What a record says of who it is about; nil where it says nothing of the field.
    func value(_ field: FeedField, of record: Int) -> String? {
        record < keys.count
            ? rows[keys[record]]?.identity[field] : value(field, of: people[record - keys.count])
    }

    /// The row of a feed that a record is; nil for a person of the register.
    func key(_ record: Int) -> FeedRowKey? {
        record < keys.count ? keys[record] : nil
    }

    func person(_ record: Int) -> Identifier<Person>? {
        record < keys.count ? nil : people[record - keys.count].id
    }

    func recordedOn(_ record: Int) -> Day? {
        key(record).flatMap { rows[$0]?.identity[.dateRecorded] }.flatMap { Day(iso: $0) }
    }

    /// The values the model reads, by the names of its fields.
    func columns(for model: LinkageModel) -> RawColumns {
        let names = model.fields.compactMap { field -> String? in
            if case .columns = field.origin { return field.name }
            return nil
        }
        let fields = names.map { FeedField(rawValue: $0) }
        var sources = feeds.map { feed in
            var chunk = RawChunk(fields: names.count)
            for row in feed.rows {
                chunk.add(recordID: row.recordID, values: fields.map { $0.flatMap { row.identity[$0] } })
            }
            return (name: feed.id, chunks: [chunk])
        }
        var chunk = RawChunk(fields: names.count)
        for person in people {
            chunk.add(recordID: person.id.text, values: fields.map { $0.flatMap { value($0, of: person) } })
        }
        sources.append((name: "register", chunks: [chunk]))
        return RawColumns(fields: names.count, sources: sources)
    }

    private func value(_ field: FeedField, of person: Person) -> String? {
        let family = person.familyID.flatMap { families[$0] }
        return switch field {
        case .forename: person.forename
        case .surname: person.surname
        case .dob: person.birth.flatMap { $0.precision == .day ? $0.iso : nil }
        case .sex: person.sex?.rawValue
        case .postcode: family?.postcode
        case .uprn: family?.uprn
        case .nhsNumber: person.nhsNumber
        case .upn: person.upn
        default: nil
        }
    }
}

/// Clusters of records as people.
struct LinkedPeople {
    private(set) var people: [LinkedPerson] = []
    /// The place in `people` of each cluster.
    private(set) var place: [Int: Int] = [:]
    private(set) var duplicates: [(Identifier<Person>, Identifier<Person>)] = []

    init(_ clusters: [Int], _ sources: PartnerRows) {
        for (record, cluster) in clusters.enumerated() {
            let index = place[cluster] ?? people.count
            if index == people.count {
                place[cluster] = index
                people.append(LinkedPerson(rows: []))
            }
            if let key = sources.key(record) {
                people[index].rows.append(key)
            } else if let person = sources.person(record) {
                if let first = people[index].personID {
                    duplicates.append((first, person))
                } else {
                    people[index].personID = person
                }
            }
        }
    }
}

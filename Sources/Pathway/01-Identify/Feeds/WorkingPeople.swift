import Records
import Values

/// The people and families of working records, as they are put together.
struct WorkingPeople {
    private(set) var people: [Person]
    private(set) var families: [Family]
    private let rows: [FeedRowKey: FeedRow]
    private let day: Day
    private let naming: (String) -> String
    private var places: [Identifier<Person>: Int]
    private var familyIDs: Set<Identifier<Family>>
    /// Where somebody whom only partners know lives, as their records say.
    private var addresses: [Identifier<Person>: (postcode: String?, uprn: String?, surname: String?)] = [:]

    init(
        _ register: RecordSet,
        rows: [FeedRowKey: FeedRow],
        asAt day: Day,
        naming: @escaping (String) -> String
    ) {
        self.naming = naming
        people = register.people
        families = register.families
        self.rows = rows
        self.day = day
        places = Dictionary(
            register.people.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        familyIDs = Set(register.families.map(\.id))
    }

    var familyOfPerson: [Identifier<Person>: Identifier<Family>] {
        Dictionary(
            people.compactMap { person in person.familyID.map { (person.id, $0) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The register's person, or a new one made of what the records say.
    mutating func person(_ link: LinkedPerson) -> Identifier<Person> {
        if let id = link.personID, places[id] != nil { return id }
        let records = link.rows.compactMap { rows[$0] }
        var text = link.rows.first.map { "\($0.feed)/\($0.recordID)" } ?? "nobody"
        while places[Identifier(text)] != nil { text += "+" }
        let id = Identifier<Person>(text)
        let identities = records.map(\.identity)
        let birth = identities.usual(.dob).flatMap(BirthDate.init(iso:))
        let surname = identities.usual(.surname)
        places[id] = people.count
        people.append(
            Person(
                id: id,
                forename: identities.usual(.forename),
                surname: surname,
                birth: birth,
                sex: identities.usual(.sex).flatMap(Sex.init(rawValue:)),
                role: isChild(birth, records) ? .child : .otherAdult,
                nhsNumber: identities.usual(.nhsNumber),
                upn: identities.usual(.upn)
            )
        )
        addresses[id] = (identities.usual(.postcode), identities.usual(.uprn), surname)
        return id
    }

    /// Under 18 on the day; where nobody knows the date of birth, somebody who goes to school.
    private func isChild(_ birth: BirthDate?, _ records: [FeedRow]) -> Bool {
        if let birth { return day.age(bornOn: birth.latest) < 18 }
        return records.contains { row in
            row.identity[.upn] != nil || row.facts.contains(where: \.isAboutSchool)
        }
    }

    /// Puts people who live together into one family: that of the first of them who has one, else a new one.
    mutating func house(_ members: [Identifier<Person>]) {
        let homeless = members.filter { id in places[id].map { people[$0].familyID == nil } ?? false }
        guard let first = homeless.first else { return }
        let known = members.compactMap { id in places[id].flatMap { people[$0].familyID } }.min()
        let family = known ?? newFamily(of: first, members)
        for member in homeless {
            if let place = places[member] { people[place].familyID = family }
        }
    }

    private mutating func newFamily(
        of first: Identifier<Person>,
        _ members: [Identifier<Person>]
    ) -> Identifier<Family> {
        var text = naming(first.text)
        while familyIDs.contains(Identifier(text)) { text += "+" }
        let known = members.compactMap { addresses[$0] }
        familyIDs.insert(Identifier(text))
        families.append(
            Family(
                id: Identifier(text),
                name: known.lazy.compactMap(\.surname).first,
                postcode: known.lazy.compactMap(\.postcode).first,
                uprn: known.lazy.compactMap(\.uprn).first
            )
        )
        return Identifier(text)
    }
}

extension FeedFact {
    fileprivate var isAboutSchool: Bool {
        switch self {
        case .attendance: true
        case .event(let kind, _, _, _): kind == .fixedExclusion || kind == .permanentExclusion
        case .work: false
        }
    }
}

extension [FeedIdentity] {
    /// What most of the records say; of several as usual, the first in order.
    fileprivate func usual(_ field: FeedField) -> String? {
        var counts: [String: Int] = [:]
        for identity in self {
            if let value = identity[field] { counts[value, default: 0] += 1 }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}

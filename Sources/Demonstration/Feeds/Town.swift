import Records
import Values

/// Everybody partners have data about: the people of the register and those it does not know, each with a home.
struct Town {
    /// Somebody, and where they live.
    struct Resident {
        let person: Person
        let home: Home
        /// The home before the last, which some records still have.
        let formerHome: Home
        let area: String
    }

    struct Home {
        let house: String
        let street: String
        let postcode: String
        let uprn: String?
    }

    let setting: Setting
    let records: RecordSet
    let residents: [Resident]
    /// Where each resident stands, by reference.
    let places: [Identifier<Person>: Int]

    /// Families the register does not know, for each of its own.
    private static let strangers = 0.2

    init(_ known: RecordSet, _ setting: Setting) {
        self.setting = setting
        var records = known
        Strangers(setting, families: Int(Double(known.families.count) * Town.strangers)).add(to: &records)
        let families = Dictionary(records.families.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var residents: [Resident] = []
        for person in records.people {
            guard let id = person.familyID, let family = families[id] else { continue }
            var numbers = setting.stream(.extracts, Town.number(id.text))
            let home = Town.home(of: family, &numbers)
            let former = Town.home(of: nil, &numbers)
            residents.append(
                Resident(person: person, home: home, formerHome: former, area: family.area ?? "Westmere")
            )
        }
        self.residents = residents
        self.records = records
        places = Dictionary(
            residents.enumerated().map { ($1.person.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    subscript(person: Identifier<Person>?) -> Resident? {
        person.flatMap { places[$0] }.map { residents[$0] }
    }

    /// The number in a reference such as `F00012`.
    static func number(_ reference: String) -> Int {
        reference.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF_FFFF }
    }

    private static let streets = [
        "Alder Close", "Beacon Road", "Canal Street", "Chapel Lane", "Cobden Street", "Dyer's Yard", "Ferry Road",
        "Foundry Street", "Gaol Hill", "Harrow Way", "Jubilee Terrace", "Kiln Lane", "Larch Avenue", "Mill Bank",
        "Orchard Rise", "Parsonage Road", "Quay Side", "Railway Terrace", "Saddler's Row", "Station Road",
        "Tannery Lane", "Union Street", "Victoria Road", "Water Lane", "Weaver's Court", "Willow Drive",
    ]
    private static let letters = Array("ABDEFGHJLNPQRSTUWXYZ")

    /// The family's home, or one that was somebody's.
    private static func home(of family: Family?, _ numbers: inout SeededGenerator) -> Home {
        let flat = numbers.chance(0.12) ? "Flat \(numbers.whole(1...24)), " : ""
        let house = "\(flat)\(numbers.whole(1...180))"
        let street = numbers.pick(streets)
        let inward = "\(numbers.whole(1...9))\(numbers.pick(letters))\(numbers.pick(letters))"
        return Home(
            house: house,
            street: street,
            postcode: family?.postcode ?? "ZZ\(numbers.whole(1...9)) \(inward)",
            uprn: family?.uprn
        )
    }
}

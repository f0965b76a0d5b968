package import Records
import Values

/// Finds people by name, date of birth, identifier or postcode, forgiving spelling.
///
/// Every word asked for must be met. A name meets a word that is the same, begins with it, or is one slip away (two for
/// eight letters and more); a date meets the whole date of birth, or its year.
package struct SearchIndex: Sendable {
    private let people: [FoundPerson]
    /// Distinct words of names, in order, and whose they are.
    private let words: [String]
    private let holders: [[Int32]]
    /// Identifiers and postcodes, without spaces and in upper case.
    private let identifiers: [String: [Int32]]
    /// Dates of birth and their years.
    private let births: [String: [Int32]]

    package init(_ records: RecordSet) {
        let families = Dictionary(records.families.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var names: [String: [Int32]] = [:]
        var identifiers: [String: [Int32]] = [:]
        var births: [String: [Int32]] = [:]
        var people: [FoundPerson] = []
        people.reserveCapacity(records.people.count)
        for person in records.people {
            let number = Int32(truncatingIfNeeded: people.count)
            let family = person.familyID.flatMap { families[$0] }
            people.append(FoundPerson(person, family))
            let spoken = [person.forename, person.surname, family?.name].compactMap(\.self)
            for word in Set(spoken.flatMap(SearchText.words)) { names[word, default: []].append(number) }
            let marks = [
                person.id.text, person.familyID?.text, person.childID, person.upn, person.nhsNumber, family?.postcode,
                family?.uprn,
            ]
            for mark in Set(marks.compactMap(\.self).map(SearchText.mark)) {
                identifiers[mark, default: []].append(number)
            }
            guard let birth = person.birth else { continue }
            births[birth.iso, default: []].append(number)
            if birth.precision != .year { births[String(birth.iso.prefix(4)), default: []].append(number) }
        }
        self.people = people
        self.identifiers = identifiers
        self.births = births
        words = names.keys.sorted()
        holders = words.map { names[$0] ?? [] }
    }

    /// The people who meet every word, the nearest first, at most so many; and how many there are in all.
    package func find(_ text: String, limit: Int = 50) -> (people: [FoundPerson], count: Int) {
        let parts = SearchText.parts(text)
        guard !parts.isEmpty else { return ([], 0) }
        var scores: [Int32: Int] = [:]
        for (index, part) in parts.enumerated() {
            let met = matches(part)
            scores =
                index == 0
                ? met
                : scores.reduce(into: [:]) { kept, entry in
                    if let more = met[entry.key] { kept[entry.key] = entry.value + more }
                }
        }
        let order = scores.sorted { ($0.value, people[Int($0.key)].sortKey) < ($1.value, people[Int($1.key)].sortKey) }
        return (order.prefix(limit).map { people[Int($0.key)] }, order.count)
    }

    /// Who meets one part, and how far off each is (0 is exact).
    private func matches(_ part: SearchText.Part) -> [Int32: Int] {
        var found: [Int32: Int] = [:]
        func add(_ numbers: [Int32], _ distance: Int) {
            for number in numbers { found[number] = min(found[number] ?? .max, distance) }
        }
        add(identifiers[part.mark] ?? [], 0)
        for date in part.dates { add(births[date] ?? [], 0) }
        guard let word = part.word else { return found }
        for (index, name) in words.enumerated() {
            if let distance = SearchText.distance(word, name) { add(holders[index], distance) }
        }
        return found
    }
}

/// Someone found, as a list shows them.
package struct FoundPerson: Sendable, Hashable {
    package let personID: String
    package let familyID: String?
    package let name: String
    package let familyName: String?
    package let birth: String?
    package let postcode: String?
    package let role: PersonRole

    init(_ person: Person, _ family: Family?) {
        personID = person.id.text
        familyID = person.familyID?.text
        let full = [person.forename, person.surname].compactMap(\.self).joined(separator: " ")
        name = full.isEmpty ? "Name not recorded" : full
        familyName = family?.name
        birth = person.birth?.long
        postcode = family?.postcode
        role = person.role
    }

    fileprivate var sortKey: String { "\(name)\u{1F}\(personID)" }
}

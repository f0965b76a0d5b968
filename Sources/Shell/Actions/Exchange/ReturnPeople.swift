import Exchange
import Records
import Values

/// Joins the children of an SSDA903 return with the people there already are.
///
/// The return knows a child by CHILD alone. A person with that `child_id`, in the other files or in the register, is the
/// same child: placements and scores go to them, and what the header says of the child is added to what is known of
/// them, never taken away.
struct ReturnPeople {
    /// The people of the other files, and what is to become of them.
    private var people: [Person] = []
    private var origins: [Origin] = []
    /// Where each of them stands, by reference.
    private var places: [Identifier<Person>: Int] = [:]
    /// Who each child of the return is.
    private var known: [String: Person] = [:]

    /// Gives the reference of each child who was known before.
    static func join(_ check: inout CheckResult, _ register: KeysOfRegister) throws -> [String: String] {
        let children = Set(ReturnTable.allCases.flatMap { check.returns[$0].compactMap(\.values.first) })
        guard !children.isEmpty else { return [:] }
        var joined = ReturnPeople()
        for child in children { joined.known[child] = try register.person(child: child) }
        joined.take(check, children)
        guard !joined.known.isEmpty else { return [:] }
        check.records.people = joined.people
        check.origins[Person.table.name] = joined.origins
        check.give(to: joined.known.mapValues(\.id))
        return joined.known.mapValues(\.id.text)
    }

    /// Takes the people of the other files first, then those of the header, each to whom they are.
    private mutating func take(_ check: CheckResult, _ children: Set<String>) {
        let headers = Set(check.returns[.header].map(\.file))
        let all = zip(check.records.people, check.origins[Person.table.name] ?? [])
        for (person, origin) in all where !headers.contains(origin.file) {
            add(person, origin)
            if let child = person.childID, children.contains(child) { known[child] = person }
        }
        for (person, origin) in all where headers.contains(origin.file) {
            guard let child = person.childID, let match = known[child] else {
                add(person, origin)
                continue
            }
            if let place = places[match.id] {
                people[place] = people[place].adding(person)
            } else {
                add(match.adding(person), origin)
            }
        }
    }

    private mutating func add(_ person: Person, _ origin: Origin) {
        places[person.id] = people.count
        people.append(person)
        origins.append(origin)
    }
}

extension CheckResult {
    /// Gives the placements and scores of a return to whom its children are; where the other files have the same
    /// placement, theirs stands.
    fileprivate mutating func give(to ids: [String: Identifier<Person>]) {
        for index in records.placements.indices {
            if let id = ids[records.placements[index].personID.text] { records.placements[index].personID = id }
        }
        for index in records.assessments.indices where records.assessments[index].caseID == nil {
            guard let person = records.assessments[index].personID, let id = ids[person.text] else { continue }
            records.assessments[index].personID = id
        }
        let theirs = Set(ids.values)
        var seen: Set<[String]> = []
        let kept = zip(records.placements, origins[Placement.table.name] ?? []).filter { placement, _ in
            guard theirs.contains(placement.personID) else { return true }
            let status = placement.legalStatus?.rawValue ?? ""
            let key = [placement.personID.text, placement.startedOn.iso, status, placement.type.rawValue]
            return seen.insert(key).inserted
        }
        guard kept.count < records.placements.count else { return }
        records.placements = kept.map(\.0)
        origins[Placement.table.name] = kept.map(\.1)
    }
}

extension Person {
    /// The same person with what a header says: its date of birth, sex, ethnic group and UPN where it has them.
    fileprivate func adding(_ header: Person) -> Person {
        var person = self
        person.birth = header.birth ?? birth
        person.sex = header.sex ?? sex
        person.ethnicity = header.ethnicity ?? ethnicity
        person.upn = header.upn ?? upn
        person.childID = header.childID
        return person
    }
}

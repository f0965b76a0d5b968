import Exchange
import Records
import Register
import Values

/// Joins the children of an SSDA903 return with the people the register already has.
///
/// The return knows a child by CHILD alone. A person of the register with that `child_id` is the same child: placements
/// and scores go to them, and what the header says of the child is added to what the register knows, never taken away.
enum ReturnPeople {
    ///
    /// Gives the reference under which the register has each child it already had.
    static func join(_ check: inout CheckResult, _ register: Register) throws -> [String: String] {
        let children = Set(check.returns[.header].compactMap(\.values.first))
            .union(check.returns[.episodes].compactMap(\.values.first))
        guard !children.isEmpty else { return [:] }
        let current = try register.people(withChildIDs: children)
        guard !current.isEmpty else { return [:] }
        let fromReturn = Set(check.returns[.header].compactMap(\.values.first))
        check.records.people = check.records.people.map { person in
            guard let child = person.childID, fromReturn.contains(child), let known = current[child] else {
                return person
            }
            return known.adding(person)
        }
        let ids = current.mapValues(\.id)
        for index in check.records.placements.indices {
            if let id = ids[check.records.placements[index].personID.text] {
                check.records.placements[index].personID = id
            }
        }
        for index in check.records.assessments.indices where check.records.assessments[index].caseID == nil {
            guard let person = check.records.assessments[index].personID, let id = ids[person.text] else { continue }
            check.records.assessments[index].personID = id
        }
        return ids.mapValues(\.text)
    }
}

extension Register {
    /// The people who are these children, by CHILD: those with the `child_id`, else those under that very reference.
    fileprivate func people(withChildIDs children: Set<String>) throws -> [String: Person] {
        var found: [String: Person] = [:]
        for person in try records().people {
            if let child = person.childID, children.contains(child) {
                found[child] = person
            } else if children.contains(person.id.text), found[person.id.text] == nil {
                found[person.id.text] = person
            }
        }
        return found
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

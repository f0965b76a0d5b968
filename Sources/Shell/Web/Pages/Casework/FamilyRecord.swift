import Documents
import Records
import Register
import Values

/// What is kept of a family beside its people: who is what to whom, where they live, who works with them, what to heed.
struct FamilyRecord {
    /// One line of a part.
    struct Line {
        let key: String
        let version: Int64
        /// What it is, for those who hear a button.
        let name: String
        let cells: [CellContent]
        let from: Day?
        let to: Day?
    }

    let family: Family
    let people: [Person]
    let cases: [Case]
    let today: Day
    private let relationships: [Held<Relationship>]
    private let addresses: [Held<FamilyAddress>]
    private let professionals: [Held<Professional>]
    private let alerts: [Held<FamilyAlert>]

    init(_ family: Family, _ register: Register, on day: Day) throws {
        self.family = family
        today = day
        let ofFamily = Cell.text(family.id.text)
        people = try register.held(Person.self, where: "family_id", is: ofFamily).map(\.record)
        cases = try register.held(Case.self, where: "family_id", is: ofFamily).map(\.record)
        relationships = try register.held(Relationship.self, where: "family_id", is: ofFamily)
        addresses = try register.held(FamilyAddress.self, where: "family_id", is: ofFamily)
        professionals = try register.held(Professional.self, where: "family_id", is: ofFamily)
        alerts = try register.held(FamilyAlert.self, where: "family_id", is: ofFamily)
    }

    private func name(_ id: Identifier<Person>?) -> String {
        id.map { id in people.first { $0.id == id }?.fullName ?? id.text } ?? "The whole family"
    }

    var peopleTable: DataTable {
        DataTable(
            caption: "People",
            columns: ["Name", "Role", "Date of birth"],
            rows: people.map { [.text($0.fullName), .text($0.role.label), .text($0.birth?.long ?? "Not known")] },
            whenEmpty: "Nobody is recorded in this family."
        )
    }

    /// Who is what to whom today, drawn; nil where no relationship is recorded.
    var tree: FamilyTree? {
        let now = relationships.map(\.record).filter { $0.to.map { today <= $0 } ?? true }
        guard !now.isEmpty else { return nil }
        let members = people.map { person in
            let age = person.birth.map { ", \(today.age(bornOn: $0.latest))" } ?? ""
            return FamilyTree.Member(
                id: person.id.text,
                name: person.fullName,
                note: person.role.label + age,
                isChild: person.role == .child
            )
        }
        return FamilyTree(
            members,
            now.compactMap { one in
                one.kind.drawn.map { FamilyTree.Tie(from: one.personID.text, $0, to: one.otherID.text) }
            }
        )
    }

    /// The same in sentences, for those who do not see it.
    var treeInWords: String {
        relationships.map(\.record).filter { $0.to.map { today <= $0 } ?? true }
            .map { "\(name($0.personID)): \($0.kind.label.lowercased()) of \(name($0.otherID))." }
            .joined(separator: " ")
    }

    /// The lines of a part: those that stand first, the latest first.
    func lines(of part: Pages.FamilyPart) -> [Line] {
        let lines: [Line] =
            switch part {
            case .relationships: relationships.map(line)
            case .addresses: addresses.map(line)
            case .professionals: professionals.map(line)
            case .alerts: alerts.map(line)
            }
        return lines.sorted { one, other in
            (one.to ?? .latest, one.from ?? .earliest, one.key) > (
                other.to ?? .latest, other.from ?? .earliest, other.key
            )
        }
    }

    private func line(_ held: Held<Relationship>) -> Line {
        let one = held.record
        let responsibility = one.hasResponsibility.map { $0 ? "Yes" : "No" } ?? ""
        return Line(
            key: one.id.text,
            version: held.version,
            name: "\(name(one.personID)), \(one.kind.label.lowercased()) of \(name(one.otherID))",
            cells: [
                .text(name(one.personID)), .text(one.kind.label), .text(name(one.otherID)), .text(responsibility),
            ],
            from: one.from,
            to: one.to
        )
    }

    private func line(_ held: Held<FamilyAddress>) -> Line {
        let one = held.record
        return Line(
            key: one.id.text,
            version: held.version,
            name: one.lines,
            cells: [.text(name(one.personID)), .text(one.kind.label), .text(one.lines), .text(one.postcode ?? "")],
            from: one.from,
            to: one.to
        )
    }

    private func line(_ held: Held<Professional>) -> Line {
        let one = held.record
        let reach = [one.telephone, one.email].compactMap(\.self).joined(separator: ", ")
        return Line(
            key: one.id.text,
            version: held.version,
            name: one.name,
            cells: [.text(one.name), .text(one.job), .text(one.organisation ?? ""), .text(reach)],
            from: one.from,
            to: one.to
        )
    }

    private func line(_ held: Held<FamilyAlert>) -> Line {
        let one = held.record
        return Line(
            key: one.id.text,
            version: held.version,
            name: one.kind.label,
            cells: [.html(HTML { $0.riskBadge(one.kind.label) }), .text(name(one.personID)), .text(one.words ?? "")],
            from: one.from,
            to: one.to
        )
    }

    /// Ends the home addresses of a person, or of the whole family, on the day before they moved.
    func endHome(of person: Identifier<Person>?, on day: Day, in entry: inout Entry) {
        for held in addresses where held.record.kind == .home && held.record.personID == person && held.record.to == nil
        {
            var ended = held.record
            ended.to = max(day - 1, ended.from)
            entry.revise(ended, version: held.version)
        }
    }
}

extension RelationshipKind {
    /// How a family tree shows it; nil of what it does not show.
    fileprivate var drawn: FamilyTree.Tie.Kind? {
        switch self {
        case .parent: .parent
        case .stepParent, .guardian, .fosterCarer: .carer
        case .grandparent: .grandparent
        case .partner: .partner
        case .formerPartner: .formerPartner
        case .sibling, .halfSibling, .otherRelative, .other: nil
        }
    }
}

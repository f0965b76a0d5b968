import Records
import Values

/// Facts by table and key, so that two sets compare whatever their order.
typealias Facts = [String: [String: [Cell]]]

extension RecordSet {
    var facts: Facts {
        var facts: Facts = [:]
        for (index, table) in RecordSet.tables.enumerated() {
            for position in 0..<count(ofTableAt: index) {
                let row = row(position, ofTableAt: index)
                facts[table.name, default: [:]][table.keyText(of: row)] = row
            }
        }
        return facts
    }

    /// Invented people, one of each kind of record a family may have.
    static var family: RecordSet {
        var records = RecordSet()
        records.organisations = [Organisation(id: Identifier("O1"), name: "Northvale Trust", kind: .provider)]
        records.workers = [
            Worker(id: Identifier("W1"), name: "Asha Fenn", organisationID: Identifier("O1"), role: .therapist)
        ]
        records.families = [Family(id: Identifier("F1"), name: "Marlow", postcode: "ZZ1 1AA")]
        records.people = [child("P1", surname: "Marlow"), child("P2", surname: "Marlow")]
        records.cases = [
            Case(
                id: Identifier("C1"),
                familyID: Identifier("F1"),
                personID: Identifier("P1"),
                programme: "mst",
                startedOn: day(2024, 1, 8)
            )
        ]
        records.allocations = [
            Allocation(
                caseID: Identifier("C1"),
                workerID: Identifier("W1"),
                role: .keyWorker,
                from: day(2024, 1, 8)
            )
        ]
        records.assessments = [assessment("A1", on: day(2024, 1, 9))]
        records.scores = [score("A1", 17)]
        records.placements = [placement("P1", from: day(2024, 2, 1), to: day(2024, 3, 1))]
        records.events = [
            Event(
                id: Identifier("E1"),
                personID: Identifier("P1"),
                kind: .arrest,
                on: day(2024, 2, 2),
                source: "police",
                reference: "REF-1"
            )
        ]
        return records
    }

    /// As it is, with another record set's rows after it.
    func adding(_ change: (inout RecordSet) -> Void) -> RecordSet {
        var records = self
        change(&records)
        return records
    }

    /// Only what the closure puts in.
    static func only(_ change: (inout RecordSet) -> Void) -> RecordSet {
        RecordSet().adding(change)
    }
}

func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? .earliest
}

func child(_ id: String, family: String? = "F1", surname: String? = nil) -> Person {
    Person(
        id: Identifier(id),
        familyID: family.map { Identifier($0) },
        forename: "Robin",
        surname: surname,
        birth: BirthDate(day(2012, 5, 17)),
        role: .child,
        nhsNumber: "9990000018"
    )
}

func placement(_ person: String, from: Day, to: Day?, type: PlacementType = .r1) -> Placement {
    Placement(personID: Identifier(person), startedOn: from, endedOn: to, legalStatus: .c2, type: type)
}

func assessment(_ id: String, on: Day) -> Assessment {
    Assessment(
        id: Identifier(id),
        caseID: Identifier("C1"),
        personID: Identifier("P1"),
        instrument: "sdq",
        informant: .parent,
        occasion: "start",
        completedOn: on
    )
}

func score(_ assessment: String, _ value: Int, item: String = "total") -> Score {
    Score(assessmentID: Identifier(assessment), item: item, value: Decimal(value))
}

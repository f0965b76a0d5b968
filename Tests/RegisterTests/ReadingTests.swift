import Records
import Register
import Testing
import Values

@Suite struct ReadingTests {
    /// Two families, and a child that belongs to none.
    private func twoFamilies() throws -> TemporaryRegister {
        let file = try TemporaryRegister()
        let others = RecordSet.family.adding {
            $0.families.append(Family(id: Identifier("F2"), name: "Hale"))
            $0.people += [child("P3", family: "F2"), child("P4", family: nil)]
            $0.placements += [
                placement("P3", from: day(2024, 1, 1), to: nil), placement("P4", from: day(2024, 1, 1), to: nil),
            ]
            $0.workers.append(Worker(id: Identifier("W2"), name: "Ben Ode", role: .therapist))
        }
        try file.record(others)
        return file
    }

    @Test func `a family's records are all of its facts and no other's`() throws {
        let file = try twoFamilies()
        #expect(try file.register.records(ofFamily: Identifier("F1")).facts == RecordSet.family.facts)
        let other = try file.register.records(ofFamily: Identifier("F2"))
        #expect(other.people.map(\.id.text) == ["P3"] && other.placements.count == 1 && other.workers == [])
        #expect(try file.register.records(ofFamily: Identifier("F3")) == RecordSet())
    }

    @Test func `a person without a family has a page too`() throws {
        let file = try twoFamilies()
        let records = try file.register.records(ofPerson: Identifier("P4"))
        #expect(records.people.map(\.id.text) == ["P4"] && records.placements.count == 1)
    }

    @Test func `a family is read as it was known`() throws {
        let file = try twoFamilies()
        let later = RecordSet.only {
            $0.people = [child("P2", family: "F2", surname: "Hale")]
            $0.placements = [placement("P1", from: day(2024, 2, 1), to: day(2024, 2, 2))]
        }
        try file.record(later, hour: 1)
        let register = file.register
        #expect(try register.records(ofFamily: Identifier("F1"), knownAt: 1).facts == RecordSet.family.facts)
        let now = try register.records(ofFamily: Identifier("F1"))
        #expect(now.people.map(\.id.text) == ["P1"])
        #expect(now.placements == later.placements)
        #expect(try register.records(ofFamily: Identifier("F1"), knownAt: 2).facts == now.facts)
        #expect(try register.records(ofFamily: Identifier("F1"), knownAt: 0) == RecordSet())
    }

    @Test func `history tells every version with its change`() throws {
        let file = try twoFamilies()
        try file.record(.only { $0.people = [child("P1", surname: "Hale")] }, hour: 3)
        let history = try file.register.history(ofTable: "people", key: "P1")
        #expect(history.map(\.fromChange) == [1, 2])
        #expect(history.map(\.toChange) == [2, nil])
        #expect(history.map { $0.row[3] } == [.text("Marlow"), .text("Hale")])
        #expect(history.map(\.at) == [.hour(0), .hour(3)])
        #expect(history.map(\.actor) == ["tester", "tester"])
    }

    @Test func `history finds keys of many parts`() throws {
        let file = try twoFamilies()
        for table in ["placements", "scores", "allocations"] {
            for key in try file.register.keys(ofTable: table) {
                #expect(try file.register.history(ofTable: table, key: key).count == 1)
                #expect(try file.register.contains(key: key, inTable: table))
            }
        }
        #expect(try !file.register.contains(key: "A1", inTable: "scores"))
        #expect(try !file.register.contains(key: "P9", inTable: "people"))
    }

    @Test func `keys are as the table makes them`() throws {
        let file = try twoFamilies()
        let records = try file.register.records()
        for (index, table) in RecordSet.tables.enumerated() {
            let keys = (0..<records.count(ofTableAt: index)).map {
                table.keyText(of: records.row($0, ofTableAt: index))
            }
            #expect(try file.register.keys(ofTable: table.name) == Set(keys))
        }
    }

    @Test func `what changed between two changes is told once for each record`() throws {
        let file = try twoFamilies()
        for surname in ["Hale", "Ford", "Marlow", "Ode"] {
            try file.record(.only { $0.people = [child("P1", surname: surname)] })
        }
        let differences = try file.register.differences(from: 1, to: 5, limit: 10)
        #expect(differences.count == 1)
        #expect(differences.first?.before == child("P1", surname: "Marlow").row)
        #expect(differences.first?.after == child("P1", surname: "Ode").row)
        #expect(differences.first?.change == 5)
        #expect(try file.register.differences(from: 1, to: 4, limit: 10) == [])
        #expect(try file.register.differences(from: 0, to: 5, limit: 3).count == 3)
        #expect(try file.register.differences(from: 5, to: 1, limit: 3).first?.after == differences.first?.before)
    }

    @Test func `after a large import who works with a family is found by the family`() throws {
        let file = try TemporaryRegister()
        let many = RecordSet.family.adding { records in
            for number in 0..<4_000 {
                let (family, id) = (Identifier<Family>("F\(number)X"), Identifier<Case>("C\(number)X"))
                records.families.append(Family(id: family, name: "Hale"))
                let began = day(2024, 1, 8)
                records.cases.append(Case(id: id, familyID: family, programme: "mst", startedOn: began))
                let worker = Identifier<Worker>("W1")
                records.allocations.append(Allocation(caseID: id, workerID: worker, role: .keyWorker, from: began))
            }
        }
        try file.record(many)
        let query = file.register.holders(of: "F7X", on: day(2024, 2, 1))
        try file.register.store.read { connection in
            let plan = try connection.all("EXPLAIN QUERY PLAN \(query)") { $0.text(3) }
            #expect(plan.first?.contains("cases_family_id (tenant=? AND family_id=?)") == true, "\(plan)")
        }
    }

    @Test func `readers see one change while another is made`() throws {
        let file = try twoFamilies()
        let other = try file.another()
        try file.register.store.read { connection in
            let before = try connection.number("SELECT MAX(number) FROM changes")
            try other.record(.only { $0.people = [child("P5")] }, as: .test, at: .hour(1))
            #expect(try connection.number("SELECT MAX(number) FROM changes") == before)
            #expect(try connection.number("SELECT COUNT(*) FROM people WHERE person_id = 'P5'") == 0)
        }
        #expect(try file.register.latestChange() == 2)
    }
}

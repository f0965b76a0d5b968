import Identify
import Records
import Register
import Testing
import Values

@Suite struct `Merging two people of the register` {
    private let june = day(2025, 6, 1)

    private func merge(_ other: String, into kept: String, _ file: TemporaryRegister, hour: Int) throws -> Merge {
        try file.register.merge(Identifier(other), into: Identifier(kept), on: june, as: .test, at: .hour(hour)).merge
    }

    private func undo(_ merge: Merge, _ file: TemporaryRegister, hour: Int) throws -> UnmergeAccount {
        try file.register.unmerge(merge.id, on: june, as: .test, at: .hour(hour))
    }

    /// The two children of the family; the second has a placement, an event and a return row of their own.
    private func family() throws -> TemporaryRegister {
        let file = try TemporaryRegister()
        let records = RecordSet.family.adding { records in
            records.people[0].upn = nil
            records.people[0].sex = nil
            records.people[1].upn = "A999"
            records.people[1].sex = .female
            records.placements.append(placement("P2", from: day(2024, 5, 1), to: nil))
            records.placements.append(placement("P2", from: day(2024, 2, 1), to: day(2024, 3, 1)))
            records.events.append(
                Event(
                    id: Identifier("E2"),
                    personID: Identifier("P2"),
                    kind: .arrest,
                    on: day(2024, 4, 4),
                    source: "police"
                )
            )
        }
        let returns = ["P1", "P2", "P2"].map {
            ReturnEntry(table: "Reviews", personID: $0, file: "r.csv", row: 0, values: ["REVIEW": "\($0)"])
        }
        try file.record(records, returns: returns)
        return file
    }

    @Test func `moves every record that names the other, fills what is empty, and ends the other`() throws {
        let file = try family()
        let (merge, account) = try file.register.merge(
            Identifier("P2"),
            into: Identifier("P1"),
            on: june,
            as: .test,
            at: .hour(1)
        )
        #expect(merge.id == "M1" && merge.change == 2 && merge.stands)
        #expect(account.filled == ["sex", "upn"])
        #expect(account.alike.map(\.table) == ["placements"])
        #expect(Set(account.moved.map(\.table)) == ["placements", "events", "return_rows"])
        let records = try file.register.records()
        #expect(records.people.map(\.id.text) == ["P1"])
        #expect(records.people[0].upn == "A999" && records.people[0].sex == .female)
        #expect(records.placements.count == 2 && records.placements.allSatisfy { $0.personID.text == "P1" })
        #expect(records.events.allSatisfy { $0.personID?.text == "P1" })
        #expect(try file.register.returns(person: "P1").count == 3)
        #expect(try file.register.records(knownAt: 1).people.count == 2)
        #expect(try file.register.verify().problems == [])
    }

    @Test func `finds every field that names a person`() throws {
        // Each table that has a person in it is known to the merge: none is left out by a later addition.
        let named = RecordSet.tables.filter { table in
            table.name != "people"
                && table.fields.contains { $0.refersTo == "people" || $0.name.hasSuffix("person_id") }
        }
        #expect(named.count >= 8)
        for table in named {
            for field in table.fields where field.name.hasSuffix("person_id") {
                #expect(field.refersTo == "people", "\(table.name).\(field.name)")
            }
        }
    }

    @Test func `is undone exactly, and not joined again`() throws {
        let file = try family()
        let before = try file.register.records().facts
        let returns = try file.register.returns()
        let merge = try merge("P2", into: "P1", file, hour: 1)
        let planned = try file.register.planUnmerge(merge.id)
        #expect(try file.register.latestChange() == 2)
        let account = try undo(merge, file, hour: 2)
        #expect(account.restored == planned.restored && account.changedSince.isEmpty && account.added.isEmpty)
        #expect(try file.register.records().facts == before)
        let sorted = { (entries: [ReturnEntry]) in entries.map { "\($0)" }.sorted() }
        #expect(try sorted(file.register.returns()) == sorted(returns))
        let decision = try #require(file.register.decisions().first)
        #expect(decision.verdict == .different && decision.pair.isOfRegister)
        #expect(try file.register.merge("M1")?.undoneBy == "tester")
        #expect(try file.register.verify().problems == [])
        #expect(throws: MergeRefusal.self) { try self.merge("P2", into: "P1", file, hour: 3) }
        #expect(throws: MergeRefusal.self) { try undo(merge, file, hour: 3) }
    }

    @Test(arguments: 1...30)
    func `and undoing it leaves random registers as they were`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let world = World()
        let file = try TemporaryRegister()
        for hour in 0..<3 { try file.record(world.someRecords(&random), hour: hour) }
        var undone: [(merge: Merge, before: Facts)] = []
        var hour = 3
        for _ in 0..<4 {
            let before = try file.register.records().facts
            let one = "P\(Int.random(in: 0..<world.people, using: &random))"
            let other = "P\(Int.random(in: 0..<world.people, using: &random))"
            hour += 1
            do {
                undone.append((try merge(other, into: one, file, hour: hour), before))
                let after = try file.register.records()
                #expect(!after.people.contains { $0.id.text == other })
                #expect(!after.placements.contains { $0.personID.text == other })
                #expect(!after.events.contains { $0.personID?.text == other })
            } catch is MergeRefusal {
                #expect(try file.register.records().facts == before)
            }
        }
        for (merge, before) in undone.reversed() {
            hour += 1
            _ = try undo(merge, file, hour: hour)
            #expect(try file.register.records().facts == before, "seed \(seed), merge \(merge.id)")
        }
        #expect(try file.register.verify().problems == [])
    }

    @Test func `keeps what was changed or added since, and says which`() throws {
        let file = try family()
        let merge = try merge("P2", into: "P1", file, hour: 1)
        try file.record(
            .only { records in
                records.placements = [placement("P1", from: day(2024, 5, 1), to: day(2024, 6, 1))]
                records.events = [
                    Event(
                        id: Identifier("E3"),
                        personID: Identifier("P1"),
                        kind: .arrest,
                        on: day(2024, 7, 7),
                        source: "police"
                    )
                ]
            },
            hour: 2
        )
        let account = try undo(merge, file, hour: 3)
        #expect(account.changedSince.map(\.table) == ["placements"])
        #expect(account.added.map(\.table) == ["events"] && account.added.map(\.key) == ["E3"])
        let records = try file.register.records()
        let moved = try #require(records.placements.first { $0.startedOn == day(2024, 5, 1) })
        #expect(moved.personID.text == "P2" && moved.endedOn == day(2024, 6, 1))
        #expect(records.events.first { $0.id.text == "E3" }?.personID?.text == "P1")
        #expect(records.people.first { $0.id.text == "P1" }?.upn == nil)
        #expect(try file.register.verify().problems == [])
    }

    @Test func `is refused twice, of one person, of nobody, and while a decision stands against it`() throws {
        let file = try family()
        let pair = try #require(
            RecordPair(RecordName(source: "register", id: "P1"), RecordName(source: "register", id: "P2"))
        )
        for (kept, other) in [("P1", "P1"), ("P1", "P9"), ("P9", "P1")] {
            #expect(throws: MergeRefusal.self) { try self.merge(other, into: kept, file, hour: 1) }
        }
        try file.register.decide(PairOpinion(pair, .different), as: .test, at: .hour(1))
        #expect(throws: MergeRefusal.self) { try self.merge("P2", into: "P1", file, hour: 2) }
        let other = ChangeDraft(actor: "another", purpose: "test", summary: "a decision")
        try file.register.decide(PairOpinion(pair, .same), as: other, at: .hour(2))
        #expect(throws: MergeRefusal.self) { try self.merge("P2", into: "P1", file, hour: 3) }
        try file.register.decide(PairOpinion(pair, .same), as: .test, at: .hour(3))
        _ = try merge("P2", into: "P1", file, hour: 4)
        #expect(throws: MergeRefusal.self) { try self.merge("P2", into: "P1", file, hour: 5) }
    }

    @Test func `is refused where both have a record under one key that does not say the same`() throws {
        let file = try family()
        try file.record(
            .only { $0.placements = [placement("P1", from: day(2024, 5, 1), to: day(2024, 5, 9))] },
            hour: 1
        )
        let refusal = #expect(throws: MergeRefusal.self) { try self.merge("P2", into: "P1", file, hour: 2) }
        #expect(refusal?.description.contains("placements") == true)
        #expect(try file.register.merges().isEmpty)
    }

    @Test func `is undone from the last one back`() throws {
        let file = try family()
        try file.record(.only { $0.people = [child("P3", surname: "Marlow")] }, hour: 1)
        let first = try merge("P2", into: "P1", file, hour: 2)
        let second = try merge("P1", into: "P3", file, hour: 3)
        let refusal = #expect(throws: MergeRefusal.self) { try undo(first, file, hour: 4) }
        #expect(refusal?.description.contains("M2") == true)
        _ = try undo(second, file, hour: 5)
        _ = try undo(first, file, hour: 6)
        #expect(try file.register.records().people.count == 3)
        #expect(try file.register.verify().problems == [])
    }

    @Test func `stands when the source says the same of both again`() throws {
        let file = try family()
        let source = try file.register.records()
        let returns = try file.register.returns()
        let merge = try merge("P2", into: "P1", file, hour: 1)
        let merged = try file.register.records().facts
        let again = try file.record(source, hour: 2, returns: returns)
        #expect(again.tables.allSatisfy { ["people", "return_rows"].contains($0.table) || $0.new + $0.revised == 0 })
        #expect(try file.register.records().facts == merged)
        #expect(try file.register.returns(person: "P1").count == 3)
        _ = try undo(merge, file, hour: 3)
        #expect(try file.register.records().facts == source.facts)
        #expect(try file.record(source, hour: 4).change == nil)
        #expect(try file.register.verify().problems == [])
    }

    @Test func `does not hide anything from erasure`() throws {
        let file = try family()
        let merge = try merge("P2", into: "P1", file, hour: 1)
        try file.register.erase(person: Identifier("P1"), as: .test, at: .hour(2))
        for change in 1...3 {
            let people = try file.register.records(knownAt: change).people
            #expect(people.allSatisfy { $0.upn == nil && $0.surname == nil && $0.nhsNumber == nil })
        }
        #expect(throws: MergeRefusal.self) { try undo(merge, file, hour: 3) }
        #expect(try file.register.verify().problems == [])
    }
}

import Records
import Register
import Testing
import Values

@Suite struct VerificationTests {
    /// A register of three changes: a family, a correction, and a replaced period.
    private func threeChanges() throws -> TemporaryRegister {
        let file = try TemporaryRegister()
        try file.record(.family)
        let moved = RecordSet.only {
            $0.placements = [placement("P1", from: day(2024, 2, 1), to: day(2024, 4, 1))]
            $0.people = [child("P2", surname: "Hale")]
        }
        try file.record(moved, hour: 1)
        let all = Period(from: .earliest, to: .latest)
        try file.record(RecordSet(), hour: 2, replacing: all.map { ReplacedPeriod($0, tables: ["events"]) })
        return file
    }

    @Test func `an untouched register is sound`() throws {
        let file = try threeChanges()
        let report = try file.register.verify()
        #expect(report.problems == [])
        #expect(report.changes == 3)
        #expect(report.rows == 13)
        #expect(report.head == (try file.register.change(3).hash.hex))
    }

    @Test func `an empty register is sound`() throws {
        #expect(try TemporaryRegister().register.verify().isSound)
    }

    struct Tampering: Sendable, CustomTestStringConvertible {
        var what: String
        var sql: [SQL]
        /// The changes that must be named.
        var changes: Set<Int>
        var table: String?
        var testDescription: String { what }
    }

    static let tamperings: [Tampering] = [
        Tampering(
            what: "a value of a current row",
            sql: ["UPDATE placements SET ended_on = '2024-05-01' WHERE to_change IS NULL"],
            changes: [2],
            table: "placements"
        ),
        Tampering(
            what: "a value of an ended row",
            sql: ["UPDATE placements SET provider = 'PR1' WHERE to_change = 2"],
            changes: [1],
            table: "placements"
        ),
        Tampering(
            what: "a value gone",
            sql: ["UPDATE cases SET person_id = NULL"],
            changes: [1],
            table: "cases"
        ),
        Tampering(
            what: "a value in the wrong column",
            sql: ["UPDATE cases SET team = programme, destination = team"],
            changes: [1],
            table: "cases"
        ),
        Tampering(
            what: "a personal value",
            sql: ["UPDATE people SET surname = 'Hail' WHERE person_id = 'P1'"],
            changes: [1],
            table: "people"
        ),
        Tampering(
            what: "a personal value gone",
            sql: ["UPDATE people SET surname = NULL WHERE person_id = 'P1'"],
            changes: [1],
            table: "people"
        ),
        Tampering(
            what: "a personal value with its seal made to fit another",
            sql: ["UPDATE people SET seal = (SELECT seal FROM people WHERE id = 1) WHERE id = 2"],
            changes: [1],
            table: "people"
        ),
        Tampering(
            what: "personal values and salt taken away without a change",
            sql: [
                """
                UPDATE people SET forename = NULL, surname = NULL, date_of_birth = NULL, nhs_number = NULL, salt = NULL \
                WHERE id = 1
                """
            ],
            changes: [1],
            table: "people"
        ),
        Tampering(
            what: "a row deleted",
            sql: ["DELETE FROM scores"],
            changes: [1],
            table: "scores"
        ),
        Tampering(
            what: "an ended row deleted",
            sql: ["DELETE FROM placements WHERE to_change = 2"],
            changes: [1, 2],
            table: "placements"
        ),
        Tampering(
            what: "a row added",
            sql: [
                """
                INSERT INTO scores (tenant, assessment_id, item, value, from_change) VALUES (1, 'A1', '3', '2', 3)
                """
            ],
            changes: [3],
            table: "scores"
        ),
        Tampering(
            what: "two rows in each other's place",
            sql: [
                "UPDATE people SET id = 100 WHERE id = 1", "UPDATE people SET id = 1 WHERE id = 2",
                "UPDATE people SET id = 2 WHERE id = 100",
            ],
            changes: [1],
            table: "people"
        ),
        Tampering(
            what: "an ended version made current again",
            sql: ["UPDATE events SET to_change = NULL"],
            changes: [3],
            table: "events"
        ),
        Tampering(
            what: "a current version ended",
            sql: ["UPDATE scores SET to_change = 3"],
            changes: [3],
            table: "scores"
        ),
        Tampering(
            what: "a version ended at another change",
            sql: ["UPDATE placements SET to_change = 3 WHERE to_change = 2"],
            changes: [2, 3],
            table: "placements"
        ),
        Tampering(
            what: "a version begun at another change",
            sql: ["UPDATE scores SET from_change = 2"],
            changes: [1, 2],
            table: "scores"
        ),
        Tampering(
            what: "another tenant",
            sql: ["UPDATE organisations SET tenant = 2"],
            changes: [1],
            table: "organisations"
        ),
        Tampering(what: "the actor", sql: ["UPDATE changes SET actor = 'nobody' WHERE number = 2"], changes: [2]),
        Tampering(what: "the purpose", sql: ["UPDATE changes SET purpose = '' WHERE number = 3"], changes: [3]),
        Tampering(what: "the summary", sql: ["UPDATE changes SET summary = 'x' WHERE number = 1"], changes: [1]),
        Tampering(
            what: "the organisation",
            sql: ["UPDATE changes SET organisation = 'x' WHERE number = 1"],
            changes: [1]
        ),
        Tampering(
            what: "the time",
            sql: ["UPDATE changes SET at = '2025-01-01T11:00:01Z' WHERE number = 2"],
            changes: [2]
        ),
        Tampering(
            what: "a hash",
            sql: ["UPDATE changes SET hash = previous_hash WHERE number = 2"],
            changes: [2, 3]
        ),
        Tampering(
            what: "two hashes swapped",
            sql: [
                "CREATE TABLE held AS SELECT number, hash FROM changes",
                """
                UPDATE changes SET hash = (SELECT h.hash FROM held h WHERE h.number = 3 - changes.number) \
                WHERE number IN (1, 2)
                """,
            ],
            changes: [1, 2, 3]
        ),
        Tampering(
            what: "a change's name for the hash before it",
            sql: ["UPDATE changes SET previous_hash = hash WHERE number = 2"],
            changes: [2]
        ),
        Tampering(
            what: "the number of rows in the log",
            sql: ["UPDATE change_parts SET row_count = 9 WHERE change = 1 AND table_name = 'people'"],
            changes: [1],
            table: "people"
        ),
        Tampering(
            what: "a part of the log deleted",
            sql: ["DELETE FROM change_parts WHERE change = 1 AND table_name = 'people'"],
            changes: [1],
            table: "people"
        ),
        Tampering(
            what: "a change taken from the middle of the log",
            sql: ["DELETE FROM change_parts WHERE change = 2", "DELETE FROM changes WHERE number = 2"],
            changes: [2, 3]
        ),
        Tampering(
            what: "the last change taken from the log, its rows left",
            sql: ["DELETE FROM change_parts WHERE change = 3", "DELETE FROM changes WHERE number = 3"],
            changes: [3],
            table: "events"
        ),
        Tampering(
            what: "something added to the log that no change does",
            sql: [
                """
                INSERT INTO change_parts (change, table_name, act, row_count, digest) \
                SELECT change, table_name, 'other', row_count, digest FROM change_parts \
                WHERE change = 2 AND table_name = 'people' AND act = 'ended'
                """
            ],
            changes: [2]
        ),
        Tampering(
            what: "an erasure that did not happen",
            sql: ["INSERT INTO erasures (change, table_name, version) VALUES (2, 'people', 1)"],
            changes: [2],
            table: "people"
        ),
    ]

    @Test(arguments: tamperings) func `tampering is found and placed`(_ tampering: Tampering) throws {
        let file = try threeChanges()
        for sql in tampering.sql { try file.tamper(sql) }
        let report = try file.register.verify()
        #expect(!report.isSound)
        #expect(tampering.changes.isSubset(of: report.problems.compactMap(\.change)))
        if let table = tampering.table { #expect(report.problems.contains { $0.table == table }) }
    }

    @Test func `a version beside another is found`() throws {
        let file = try threeChanges()
        try file.tamper("UPDATE placements SET from_change = 3, to_change = 4 WHERE to_change IS NULL")
        try file.tamper("UPDATE placements SET to_change = 4 WHERE to_change = 2")
        let overlap = try file.register.verify().problems.filter { $0.what.hasPrefix("Two versions") }
        #expect(Set(overlap.map(\.table)) == ["placements"])
        #expect(overlap.first?.key?.hasPrefix("P1") == true)
    }

    @Test func `two current versions are found`() throws {
        let file = try threeChanges()
        try file.tamper("DROP INDEX scores_key")
        try file.tamper(
            """
            INSERT INTO scores (tenant, assessment_id, item, value, from_change) \
            SELECT tenant, assessment_id, item, value, from_change FROM scores
            """
        )
        let report = try file.register.verify()
        #expect(report.problems.contains { $0.what.hasPrefix("Two versions") && $0.key == "A1\u{1F}total" })
    }

    @Test func `a reference to nothing is found`() throws {
        let file = try threeChanges()
        try file.tamper("DELETE FROM assessments WHERE assessment_id = 'A1'")
        let report = try file.register.verify()
        #expect(
            report.problems.contains {
                $0.table == "scores" && $0.key == "A1\u{1F}total" && $0.what.contains("assessments")
            }
        )
    }

    @Test func `no problem holds a personal value`() throws {
        let file = try threeChanges()
        try file.tamper("UPDATE people SET surname = 'Hail', nhs_number = '1'")
        try file.tamper("UPDATE families SET name = 'Hail', postcode = 'ZZ9 9ZZ'")
        for problem in try file.register.verify().problems {
            #expect(!"\(problem)".contains("Hail") && !"\(problem)".contains("ZZ9"))
        }
    }
}

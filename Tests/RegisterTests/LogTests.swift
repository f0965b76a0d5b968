import Records
import Register
import Testing
import Values

@Suite struct LogTests {
    private let entry = ImportEntry(
        files: [ImportEntry.File(file: "people.csv", table: "people", rows: 2)],
        errors: 1,
        warnings: 2,
        problems: #"[{"rule":"x"}]"#
    )

    @Test func `imports are remembered, whatever came of them`() throws {
        let register = try TemporaryRegister().register
        try register.record(.family, as: .test, at: .hour(1), import: entry)
        try register.record(.family, as: .test, at: .hour(2), import: entry)
        try register.recordRefusal(of: entry, as: .test, at: .hour(3))
        let imports = try register.imports(limit: 9)
        #expect(imports.map(\.outcome) == [.refused, .unchanged, .recorded])
        #expect(imports.map(\.change) == [nil, nil, 1])
        #expect(imports.allSatisfy { $0.entry == entry && $0.actor == "tester" })
        #expect(try register.recordedImport(1)?.at == .hour(1))
        #expect(try register.recordedImport(ofChange: 1)?.number == 1)
        #expect(try register.recordedImport(7) == nil)
        #expect(try register.imports(before: 2, limit: 9).map(\.number) == [1])
    }

    @Test func `an import that fails leaves nothing`() throws {
        let register = try TemporaryRegister().register
        let orphan = RecordSet.only { $0.placements = [placement("P9", from: day(2024, 1, 1), to: nil)] }
        #expect(throws: RegisterError.self) { try register.record(orphan, as: .test, at: .start, import: entry) }
        #expect(try register.imports(limit: 9) == [])
    }

    @Test func `settings are kept`() throws {
        let register = try TemporaryRegister().register
        #expect(try register.setting("authority") == nil)
        try register.set("authority", to: "E06000016")
        try register.set("authority", to: "E06000017")
        #expect(try register.setting("authority") == "E06000017")
    }

    @Test func `looks at personal records are kept`() throws {
        let register = try TemporaryRegister().register
        let reads = (1...3).map {
            LoggedRead(at: .hour($0), actor: "a", what: "opened the page", table: "families", key: "F1")
        }
        for read in reads { try register.logRead(read) }
        #expect(try register.reads(ofRecord: "F1", in: "families", limit: 2) == [reads[2], reads[1]])
        #expect(try register.reads(ofRecord: "F2", in: "families", limit: 2) == [])
    }

    @Test func `rows of returns are kept as they came`() throws {
        let file = try TemporaryRegister()
        var rows = (0..<4).map {
            ReturnEntry(
                table: $0 < 3 ? "Reviews" : "Missing",
                personID: "P\($0 % 2)",
                file: "a.csv",
                row: $0,
                values: ["REVIEW": "0\($0)/01/2024", "REVIEW_CODE": "PN1"]
            )
        }
        #expect(try file.record(.family, returns: rows).change == 1)
        #expect(Set(try file.register.returns()) == Set(rows))
        #expect(try file.register.returns(ofTable: "Reviews", person: "P0").map(\.row) == [0, 2])
        let renamed = rows.reversed().map { row in
            var row = row
            row.file = "b.csv"
            row.row += 7
            return row
        }
        #expect(try file.record(RecordSet(), returns: renamed).change == nil)
        rows[1].values["REVIEW_CODE"] = "PN2"
        #expect(
            try file.record(RecordSet(), returns: rows).tables == [
                TableTally(table: "return_rows", revised: 1, unchanged: 3)
            ]
        )
        #expect(try file.register.returns(knownAt: 1).filter { $0.values["REVIEW_CODE"] == "PN2" } == [])
        #expect(try file.register.verify().problems == [])
    }
}

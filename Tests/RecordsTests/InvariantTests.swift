import Records
import Testing
import Values

/// What is impossible about a record itself.
@Suite struct InvariantTests {
    static let ranges = [
        ("allocations", "from", "to"), ("attendance", "from", "to"), ("cases", "started_on", "ended_on"),
        ("costs", "from", "to"), ("discretion", "set_on", "withdrawn_on"), ("goals", "set_on", "closed_on"),
        ("placements", "started_on", "ended_on"), ("work_status", "from", "to"), ("workers", "started_on", "ended_on"),
    ]

    @Test(arguments: ranges)
    func anEndBeforeTheStartIsRefused(name: String, start: String, end: String) throws {
        let index = try #require(RecordSet.tableIndex(named: name))
        let table = RecordSet.tables[index]
        let first = try #require(table.index(of: start))
        let last = try #require(table.index(of: end))
        var generator = SeededGenerator(seed: 77)
        var row = table.inventedRow(using: &generator)
        row[first] = .day(Day(number: 17_000))
        var records = RecordSet()
        row[last] = .day(Day(number: 16_999))
        let refusal = RecordRefusal(field: end, message: "\(end) must be the same as or after \(start)")
        #expect(throws: refusal) { try records.append(row, toTableAt: index) }
        row[last] = .day(Day(number: 17_000))
        try records.append(row, toTableAt: index)
        if !table.fields[last].isRequired {
            row[last] = .missing
            try records.append(row, toTableAt: index)
        }
        #expect(records.count(ofTableAt: index) == (table.fields[last].isRequired ? 1 : 2))
    }

    @Test func aWorkerWithoutAStartMayHaveAnEnd() {
        let worker = Worker(id: Identifier("W1"), name: "Ada Ode", role: .therapist, endedOn: Day(number: 100))
        #expect(worker.refusal == nil)
    }

    @Test func aRefusalNeverRepeatsAValue() {
        var records = RecordSet()
        let secret = "Zebedee"
        for (index, table) in RecordSet.tables.enumerated() {
            let row = table.fields.map { _ in Cell.text(secret) }
            do {
                try records.append(row, toTableAt: index)
            } catch {
                #expect(!error.message.contains(secret) && error.message.hasPrefix(error.field))
            }
        }
    }
}

@Suite struct CellTests {
    @Test func isWrittenAsTheExchangePackageHasIt() {
        let cells: [(Cell, String)] = [
            (.missing, ""), (.text("a, b"), "a, b"), (.integer(-3), "-3"), (.boolean(true), "true"),
            (.boolean(false), "false"), (.decimal(Decimal(digits: 61, places: 2)), "0.61"),
            (.day(Day(number: 0)), "1970-01-01"),
        ]
        for (cell, plain) in cells { #expect(cell.plain == plain) }
    }

    @Test func theKeyOfARowIsItsKeyFields() throws {
        let table = Score.table
        let score = Score(assessmentID: Identifier("A1"), item: "7", value: Decimal(2))
        #expect(table.keyText(of: score.row) == "A1\u{1F}7")
        #expect(Family.table.keyText(of: Family(id: Identifier("F1")).row) == "F1")
    }
}

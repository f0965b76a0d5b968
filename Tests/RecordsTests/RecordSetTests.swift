import Records
import Testing
import Values

/// Every kind of record, as one row and back.
@Suite struct RecordSetTests {
    @Test func rowsComeBackAsTheyWentIn() throws {
        var generator = SeededGenerator(seed: 42)
        var records = RecordSet()
        for (index, table) in RecordSet.tables.enumerated() {
            for number in 0..<100 {
                let row = table.inventedRow(using: &generator)
                try records.append(row, toTableAt: index)
                #expect(records.row(number, ofTableAt: index) == row, "\(table.name)")
            }
            #expect(records.count(ofTableAt: index) == 100)
        }
    }

    @Test func eachTableHasAPlaceOfItsOwn() throws {
        var generator = SeededGenerator(seed: 1)
        var records = RecordSet()
        for (index, table) in RecordSet.tables.enumerated() {
            try records.append(table.inventedRow(using: &generator), toTableAt: index)
            let counts = RecordSet.tables.indices.map { records.count(ofTableAt: $0) }
            #expect(counts == RecordSet.tables.indices.map { $0 <= index ? 1 : 0 }, "\(table.name)")
        }
        #expect(throws: RecordRefusal.self) { try records.append([], toTableAt: 19) }
        #expect(records.count(ofTableAt: -1) == 0 && records.row(0, ofTableAt: 19).isEmpty)
    }

    @Test func aMissingRequiredFieldIsNamed() {
        expectRefusals { table, index, row in
            guard table.fields[index].isRequired else { return nil }
            row[index] = .missing
            return "is missing"
        }
    }

    @Test func aCellOfAnotherKindIsRefused() {
        expectRefusals { table, index, row in
            switch table.fields[index].kind {
            case .text, .birthDate, .code:
                row[index] = .boolean(true)
                return "must be text"
            case .integer, .money:
                row[index] = .text("seven")
                return "must be a whole number"
            case .decimal:
                row[index] = .boolean(true)
                return "must be a number"
            case .day:
                row[index] = .text("2019-01-01")
                return "must be a date"
            case .boolean:
                row[index] = .integer(1)
                return "must be true or false"
            }
        }
    }

    @Test func aCodeOutsideItsListIsRefused() {
        expectRefusals { table, index, row in
            guard case .code(let codes) = table.fields[index].kind else { return nil }
            row[index] = .text(codes[0] + "?")
            return "is not one of the codes of its list"
        }
    }

    @Test func aDateOfBirthThatIsNoneIsRefused() {
        expectRefusals { table, index, row in
            guard table.fields[index].kind == .birthDate else { return nil }
            row[index] = .text("2006-13")
            return "must be a real date"
        }
    }

    /// Spoils one field of a good row at a time, and expects the refusal to name it and to leave the set as it was.
    private func expectRefusals(_ spoil: (Table, Int, inout [Cell]) -> String?) {
        var generator = SeededGenerator(seed: 9)
        var refused = 0
        for (index, table) in RecordSet.tables.enumerated() {
            for field in table.fields.indices {
                var row = table.inventedRow(using: &generator)
                guard let message = spoil(table, field, &row) else { continue }
                refused += 1
                let name = table.fields[field].name
                var records = RecordSet()
                #expect(throws: RecordRefusal(field: name, message: "\(name) \(message)")) {
                    try records.append(row, toTableAt: index)
                }
                #expect(records.count(ofTableAt: index) == 0)
            }
        }
        #expect(refused > 0)
    }
}

import Records
import Values

/// Records of every table, whose references hold.
enum InventedRecords {
    static func make(using generator: inout SeededGenerator) -> RecordSet {
        var records = RecordSet()
        for (index, table) in RecordSet.tables.enumerated() {
            var keys: Set<String> = []
            for number in 0..<8 {
                let row = row(of: table, number, records, &generator)
                guard keys.insert(table.keyText(of: row)).inserted else { continue }
                // A row whose end came out before its start is left out.
                try? records.append(row, toTableAt: index)
            }
        }
        return records
    }

    private static func row(
        of table: Table,
        _ number: Int,
        _ records: RecordSet,
        _ generator: inout SeededGenerator
    ) -> [Cell] {
        table.fields.map { field in
            if !field.isRequired, Int.random(in: 0..<3, using: &generator) == 0 { return .missing }
            if let parent = field.refersTo.flatMap({ RecordSet.tableIndex(named: $0) }) {
                return records.row(
                    Int.random(in: 0..<records.count(ofTableAt: parent), using: &generator),
                    ofTableAt: parent
                )[0]
            }
            return cell(field, number, &generator)
        }
    }

    private static func cell(_ field: Field, _ number: Int, _ generator: inout SeededGenerator) -> Cell {
        switch field.kind {
        case .text where field.isKey: .text("\(field.name)-\(number)")
        case .text: .text(texts.randomElement(using: &generator) ?? "x")
        case .integer: .integer(Int64.random(in: -5..<500, using: &generator))
        case .decimal: .decimal(Decimal(digits: Int64.random(in: -400...400, using: &generator), places: 2))
        case .money: .integer(Int64.random(in: -10_000..<1_000_000, using: &generator))
        case .day: .day(Day(number: Int32.random(in: 10_000...18_000, using: &generator)))
        case .birthDate: .text(["2008", "2008-02", "2008-02-29"].randomElement(using: &generator) ?? "2008")
        case .boolean: .boolean(Bool.random(using: &generator))
        case .code(let codes): .text(codes.randomElement(using: &generator) ?? "")
        }
    }

    private static let texts = [
        "plain", "a, b", "\"quoted\"", "two\nlines", "two\r\nlines", "Zoë", "=SUM(A1)", "'", "a;b", "1.50", "NULL",
        "\u{1F600}",
    ]
}

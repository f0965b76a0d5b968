import Records
import Values

/// Reads one file of a table of the exchange package, row by row.
struct TableReader {
    private let source: Recognition.TableFile
    private let table: Table
    private let index: Int
    /// By column of the file; nil where the column is ignored.
    private let columns: [Column?]
    private let missingValues: Set<String>
    private var csv: CSVReader
    private var row: [Cell] = []
    private let required: [Int]
    /// Bit by position: fields of the current row that hold something which is refused.
    private var refused: UInt64 = 0
    /// Bit by position: columns whose parent table is nowhere, which is said once.
    private var orphaned: UInt64 = 0
    /// Data rows read, empty ones included.
    private(set) var rows = 0

    init(_ source: Recognition.TableFile) {
        self.source = source
        index = source.tableIndex
        let table = RecordSet.tables[index]
        self.table = table
        columns = source.positions.map { position in position.map { Column(position: $0, table: table) } }
        required = table.fields.indices.filter { table.fields[$0].isRequired }
        missingValues = source.dialect.missingValues.subtracting([""])
        csv = CSVReader(source.file.bytes, delimiter: source.dialect.delimiter)
    }

    /// Reads every row; `progress` is told now and then how many bytes have been read.
    mutating func read(into reading: inout Reading, progress: (Int) -> Void) {
        _ = csv.advance()
        reading.expect(expectedRows, inTableAt: index)
        var step = csv.advance()
        while step != .end {
            rows += 1
            if rows.isMultiple(of: 20_000) { progress(csv.position) }
            switch step {
            case .row: readRow(into: &reading)
            case .fault(let fault): report(fault, into: &reading)
            case .end: break
            }
            step = csv.advance()
        }
        if rows == 0 { report(.headerOnly, nil, "the file has column names and no rows", into: &reading) }
    }

    /// About how many rows there are, by the length of the header.
    private var expectedRows: Int {
        min(source.file.bytes.count / max(20, columns.count * 4), 4_000_000)
    }

    private var origin: Origin {
        Origin(file: source.file.name, row: csv.row, line: csv.line)
    }

    // MARK: Rows

    private mutating func readRow(into reading: inout Reading) {
        guard csv.fields.count == columns.count else { return reportRagged(into: &reading) }
        row.removeAll(keepingCapacity: true)
        for _ in table.fields { row.append(.missing) }
        refused = 0
        var isEmpty = true
        for index in columns.indices {
            let field = csv.fields[index]
            let range = csv.trimmed(field)
            if range.isEmpty { continue }
            isEmpty = false
            if let column = columns[index] { read(field, range, of: column, into: &reading) }
        }
        if isEmpty {
            return report(.emptyRow, nil, "the row has only empty fields and is passed over", into: &reading)
        }
        if refused | missingRequired(into: &reading) == 0 {
            reading.add(row, at: origin, toTableAt: index)
        } else {
            reading.refuse(row, at: origin, inTableAt: index)
        }
    }

    /// Reads a field into the row.
    private mutating func read(
        _ field: CSVReader.Field,
        _ range: Range<Int>,
        of column: Column,
        into reading: inout Reading
    ) {
        if !missingValues.isEmpty, missingValues.contains(csv.text(field)) { return }
        switch column.read(csv, field, range) {
        case .value(let cell): row[column.position] = cell
        case .rounded(let cell, let rule, let message):
            row[column.position] = cell
            report(rule, column.field.name, message, into: &reading)
        case .refused(let rule, let message):
            refused |= 1 << column.position
            report(rule, column.field.name, message, into: &reading)
        }
        if let parent = column.parent { checkParent(parent, of: column, into: &reading) }
    }

    /// Reports the required fields that are empty; a bit for each.
    private mutating func missingRequired(into reading: inout Reading) -> UInt64 {
        var missing: UInt64 = 0
        for position in required where row[position] == .missing && refused & (1 << position) == 0 {
            missing |= 1 << position
            let name = table.fields[position].name
            report(.missingValue, name, "\(name) must be filled in", into: &reading)
        }
        return missing
    }

    private mutating func checkParent(_ parent: Int, of column: Column, into reading: inout Reading) {
        guard case .text(let key) = row[column.position], !reading.hasRow(key, inTableAt: parent) else { return }
        let name = column.field.name
        let parentName = RecordSet.tables[parent].name
        if reading.canRefer(toTableAt: parent) {
            let message =
                "\(name) names a row of \(parentName) that is neither in the files nor in the register: add it, or "
                + "correct \(name)"
            return report(.missingParent, name, message, into: &reading)
        }
        guard orphaned & (1 << column.position) == 0 else { return }
        orphaned |= 1 << column.position
        reading.log.add(
            Problem(
                .missingParentTable,
                file: source.file.name,
                table: table.name,
                field: name,
                "\(name) refers to \(parentName), which is neither in the files nor in the register: "
                    + "add \(parentName).csv"
            )
        )
    }

    // MARK: Problems

    /// A row with too many or too few fields: its values cannot be told apart.
    private mutating func reportRagged(into reading: inout Reading) {
        let message =
            "the row must have \(columns.count) fields, as the header has, and has \(csv.fields.count): check its "
            + "commas and quotes"
        report(.wrongFieldCount, nil, message, into: &reading)
    }

    private mutating func report(_ fault: CSVFault, into reading: inout Reading) {
        let (rule, message) = fault.problem
        if fault == .unclosedQuote { reading.unreadable.insert(index) }
        report(rule, nil, message, into: &reading)
    }

    private func report(_ rule: ExchangeRule, _ field: String?, _ message: String, into reading: inout Reading) {
        let isOfRow = rule != .headerOnly
        reading.log.add(
            Problem(
                rule,
                file: source.file.name,
                table: table.name,
                row: isOfRow ? csv.row : nil,
                line: isOfRow ? csv.line : nil,
                field: field,
                message
            )
        )
    }
}

extension CSVFault {
    /// The rule it comes under and what to do about it.
    var problem: (ExchangeRule, String) {
        switch self {
        case .unclosedQuote:
            (.unclosedQuote, "a quoted field begins in this row and is never closed, so nothing after it can be read")
        case .textAfterQuote:
            (.textAfterQuote, "text stands behind a closing quote: a quote inside a quoted field must be doubled")
        case .fieldTooLong: (.fieldTooLong, "a field must be 1 MiB or shorter")
        case .tooManyFields: (.tooManyFields, "a row must have 1,000 fields or fewer")
        }
    }
}

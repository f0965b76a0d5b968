/// Reads the CSV files of an SSDA903 return into the rows of its tables.
struct ReturnTables {
    private(set) var data = ReturnData()
    private(set) var problems: [Problem] = []
    private(set) var tables: [TableRead] = []

    /// The children of the header, to whom the tables of the exchange package may refer.
    var children: Set<String> { Set(data[.header].map { $0.value(0) }) }

    /// Adds the rows of one file, trimmed and in upper case.
    mutating func read(_ source: Recognition.ReturnFile, progress: (Int) -> Void) {
        let file = source.file.name
        var csv = CSVReader(source.file.bytes, delimiter: source.dialect.delimiter)
        _ = csv.advance()
        let width = csv.fields.count
        var rows: [ReturnRow] = []
        var step = csv.advance()
        while step != .end {
            if csv.row.isMultiple(of: 20_000) { progress(csv.position) }
            switch step {
            case .fault(let fault): report(fault.problem.0, source, csv, fault.problem.1)
            case .row where csv.fields.count != width:
                let message =
                    "the row must have \(width) fields, as the header has, and has \(csv.fields.count): check its "
                    + "commas and quotes"
                report(.wrongFieldCount, source, csv, message)
            default: rows.append(ReturnRow(file: file, row: csv.row, line: csv.line, values: values(source, csv)))
            }
            step = csv.advance()
        }
        data[source.table] += rows
        tables.append(TableRead(file: file, table: source.table.rawValue, rows: csv.row + 1))
    }

    /// Adds the rows of a return in XML.
    mutating func add(_ other: ReturnData, _ problems: [Problem], file: String) {
        for table in ReturnTable.allCases where !other[table].isEmpty {
            data[table] += other[table]
            tables.append(TableRead(file: file, table: table.rawValue, rows: other[table].count))
        }
        self.problems += problems
    }

    private func values(_ source: Recognition.ReturnFile, _ csv: CSVReader) -> [String] {
        source.order.map { position in
            let text = csv.text(csv.fields[position])
            return source.dialect.missingValues.contains(text) ? "" : text.uppercased()
        }
    }

    private mutating func report(
        _ rule: ExchangeRule,
        _ source: Recognition.ReturnFile,
        _ csv: CSVReader,
        _ message: String
    ) {
        problems.append(
            Problem(
                rule,
                file: source.file.name,
                table: source.table.rawValue,
                row: csv.row,
                line: csv.line,
                message
            )
        )
    }
}

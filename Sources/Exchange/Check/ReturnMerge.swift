import Records

/// Brings the facts out of a return together with those of the tables; where both have a record, the table's stands.
enum ReturnMerge {
    static func add(_ check: ReturnCheck, to reading: inout Reading) {
        for (index, table) in RecordSet.tables.enumerated() {
            let origins = check.origins[table.name] ?? []
            for position in 0..<check.facts.count(ofTableAt: index) {
                let row = check.facts.row(position, ofTableAt: index)
                let origin = position < origins.count ? origins[position] : Origin(file: "", row: 0, line: 0)
                add(row, origin, toTableAt: index, of: &reading)
            }
        }
    }

    private static func add(_ row: [Cell], _ origin: Origin, toTableAt index: Int, of reading: inout Reading) {
        guard let found = reading.counterpart(of: row, inTableAt: index) else {
            // A fact that was a record once is one again.
            try? reading.append(row, at: origin, toTableAt: index)
            return
        }
        let table = RecordSet.tables[index]
        let differing = table.fields.indices.filter {
            row[$0] != .missing && found.row[$0] != .missing && row[$0] != found.row[$0]
        }
        guard let field = differing.first else { return }
        reading.log.add(
            Problem(
                .inReturnToo,
                file: origin.file,
                table: table.name,
                row: origin.row,
                line: origin.line,
                field: table.fields[field].name,
                "\(table.fields[field].name) is another in line \(found.origin.line) of \(found.origin.file), which stands"
            )
        )
    }
}

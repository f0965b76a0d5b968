package import Records
import Values

/// Writes records as an exchange package: one CSV file a table, and a descriptor of them.
///
/// What it writes reads back as the same records, so values are not changed to suit spreadsheets.
package enum PackageWriter {
    /// The files of the package: the descriptor, and a CSV file for every table that has records.
    package static func files(of records: RecordSet) -> [SourceFile] {
        let indices = RecordSet.tables.indices.filter { records.count(ofTableAt: $0) > 0 }
        let descriptor = SourceFile(name: Descriptor.fileName, bytes: descriptor(ofTablesAt: indices))
        return [descriptor]
            + indices.map { index in
                SourceFile(name: "\(RecordSet.tables[index].name).csv", bytes: csv(ofTableAt: index, of: records))
            }
    }

    /// The records of the table at this position as CSV, with a header.
    package static func csv(ofTableAt index: Int, of records: RecordSet) -> [UInt8] {
        let fields = RecordSet.tables[index].fields
        var writer = CSVWriter()
        writer.row(fields.map(\.name))
        for position in 0..<records.count(ofTableAt: index) {
            for (field, cell) in zip(fields, records.row(position, ofTableAt: index)) {
                writer.field(text(of: cell, field.kind))
            }
            writer.endRow()
        }
        return writer.bytes
    }

    private static func text(of cell: Cell, _ kind: FieldKind) -> String {
        guard kind == .money, case .integer(let pence) = cell else { return cell.plain }
        return Money(pence: pence).plain
    }
}

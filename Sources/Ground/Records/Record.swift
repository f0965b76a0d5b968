import Values

/// A fact of the register: one row of one table, as a value.
package protocol Record: Sendable {
    static var table: Table { get }
    /// Reads the fields in the order of the table.
    init(reading row: inout RowReader) throws(RecordRefusal)
    /// Writes the fields in the order of the table.
    func write(to row: inout RowWriter)
    /// What is impossible about the record itself, such as an end before its start; nil where nothing is.
    var refusal: RecordRefusal? { get }
}

extension Record {
    package var refusal: RecordRefusal? { nil }

    /// Reads a row; throws where a value is of the wrong kind, a required one is missing, or the record is impossible.
    package init(row: [Cell]) throws(RecordRefusal) {
        var reader = RowReader(row: row, table: Self.table)
        try self.init(reading: &reader)
        if let refusal { throw refusal }
    }

    /// The fields in the order of the table.
    package var row: [Cell] {
        var writer = RowWriter()
        writer.row.reserveCapacity(Self.table.fields.count)
        write(to: &writer)
        return writer.row
    }
}

/// Why a row is not a record.
///
/// Holds no personal data: it names the field, never its value.
package struct RecordRefusal: Error, Hashable, Sendable {
    package let field: String
    package let message: String

    package init(field: String, message: String) {
        self.field = field
        self.message = message
    }

    /// The refusal where an end lies before its start; nil where it does not.
    static func ending(_ end: Day?, _ endField: String, before start: Day?, _ startField: String) -> RecordRefusal? {
        guard let end, let start, end < start else { return nil }
        return RecordRefusal(field: endField, message: "\(endField) must be the same as or after \(startField)")
    }
}

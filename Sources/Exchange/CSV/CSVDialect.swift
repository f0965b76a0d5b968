/// How a CSV file is written, where it is not the plain way.
package struct CSVDialect: Hashable, Sendable {
    package var delimiter: UInt8
    /// Texts that stand for "nothing here", besides the empty one.
    package var missingValues: Set<String>

    package init(delimiter: UInt8 = UInt8(ascii: ","), missingValues: Set<String> = []) {
        self.delimiter = delimiter
        self.missingValues = missingValues
    }
}

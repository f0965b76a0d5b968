/// Where a record was read.
package struct Origin: Hashable, Sendable {
    /// The file as the user named it; inside a zip, `archive.zip/placements.csv`.
    package var file: String
    /// Data row of the file, counted from 0.
    package var row: Int
    /// Line of the file, counted from 1.
    package var line: Int

    package init(file: String, row: Int, line: Int) {
        self.file = file
        self.row = row
        self.line = line
    }
}

import Definitions
import Exchange
import Pay

/// A CSV file of columns by name, with every row on its line.
struct CSVRows {
    let header: [String]
    let rows: [ChildTable.Row]

    /// Throws where the file is not text in UTF-8, and every row that does not have as many fields as the header.
    init(_ file: SourceFile) throws {
        if let fault = TextEncoding.fault(in: file.bytes) { throw CSVRows.refusal(file.name, fault) }
        var csv = CSVReader(file.bytes)
        guard csv.advance() == .row else {
            throw FileRefusal("\(file.name): the first row must have the column names.")
        }
        let header = csv.fields.map(csv.text)
        var rows: [ChildTable.Row] = []
        var problems: [DefinitionProblem] = []
        var step = csv.advance()
        while step != .end {
            switch step {
            case .row where csv.fields.count == header.count:
                rows.append(ChildTable.Row(line: csv.line, cells: csv.fields.map(csv.text)))
            default:
                let reason = "the row must have \(header.count) fields, as the header has: check its commas and quotes"
                problems.append(DefinitionProblem(file: file.name, line: csv.line, reason: reason))
            }
            step = csv.advance()
        }
        guard problems.isEmpty else { throw DefinitionRefusal(problems) }
        self.header = header
        self.rows = rows
    }

    private static func refusal(_ path: String, _ fault: EncodingFault) -> FileRefusal {
        let line: Int? =
            switch fault {
            case .utf16: nil
            case .zeroByte(let line), .notUTF8(let line): line
            }
        let place = line.map { ", line \($0)" } ?? ""
        return FileRefusal("\(path)\(place): the file must be text in UTF-8. Save it as CSV UTF-8.")
    }
}

package import Documents
import Report

/// A claim as a folder for an auditor: the page to print, and each of its tables as CSV; references, no names.
package struct ClaimPack {
    private let document: ClaimDocument

    package init(_ document: ClaimDocument) {
        self.document = document
    }

    /// The files by name, in the order of their names.
    package func files(imprint: Imprint) -> [(name: String, bytes: [UInt8])] {
        let tables = document.packTables.map { table in
            var csv = CSVText(columns: table.columns.map(ClaimPack.name), imprint: imprint)
            for row in table.rows { csv.append(row.map { .words($0) }) }
            return (name: "\(table.id).csv", bytes: csv.bytes)
        }
        let whole = [
            (name: "claim.html", bytes: document.document(.html, imprint: imprint).bytes ?? []),
            (name: "claim.json", bytes: document.document(.json, imprint: imprint).bytes ?? []),
        ]
        return (tables + whole).sorted { $0.name < $1.name }
    }

    /// `What both say` as `what_both_say`.
    private static func name(_ heading: String) -> String {
        heading.lowercased().map { $0.isLetter || $0.isNumber ? "\($0)" : "_" }.joined()
            .replacing("__", with: "_")
    }
}

/// A document as a form of it is made: bytes that are finished, or what the press makes a file of.
package enum Document: Sendable {
    case finished([UInt8])
    /// Tables for a spreadsheet, to be written as XLSX.
    case workbook(Workbook)
    /// A page for paper, to be printed as PDF.
    case sheets(HTML)

    /// Finished text.
    package static func text(_ text: String) -> Document { .finished(Array(text.utf8)) }

    /// The bytes, where nothing is left to be made; nil for what the press has yet to write.
    package var bytes: [UInt8]? {
        guard case .finished(let bytes) = self else { return nil }
        return bytes
    }
}

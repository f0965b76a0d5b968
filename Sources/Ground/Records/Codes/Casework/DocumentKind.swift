/// What a stored document is, as its content shows.
package enum DocumentKind: String, CodeList {
    case pdf
    case png
    case jpeg
    case word
    case spreadsheet
    case openText = "open_text"
    case openSheet = "open_sheet"
    case plainText = "plain_text"

    package var label: String {
        switch self {
        case .pdf: "PDF"
        case .png: "PNG picture"
        case .jpeg: "JPEG picture"
        case .word: "Word document"
        case .spreadsheet: "Spreadsheet"
        case .openText: "OpenDocument text"
        case .openSheet: "OpenDocument spreadsheet"
        case .plainText: "Plain text"
        }
    }
}

import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Follows the parser through `EXPSSDA903` > `CHILD` > `HEADER`, `EPISODE` and their fields.
///
/// Fields are recognised by their own names and not by the element around them, so that tables added to the return
/// later (social workers, deprivation of liberty) need nothing here.
final class ReturnXMLReader: NSObject, XMLParserDelegate {
    /// Deepest element of a return is the fifth; what goes deeper is no return.
    private static let deepest = 8

    private(set) var data = ReturnData()
    private(set) var problems: [Problem] = []
    /// The root was read to its end.
    private(set) var isClosed = false
    /// Values under names the return does not have.
    private(set) var unknownCount = 0
    private(set) var firstUnknownLine: Int?

    private let file: String
    private var open: [ReturnElement] = []
    private var child = XMLChild()

    init(file: String) {
        self.file = file
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        if open.isEmpty, name != "EXPSSDA903" {
            return refuse("The file is XML, but its root is not EXPSSDA903: export the SSDA903 return", parser)
        }
        if open.count >= Self.deepest || attributes.count > Self.deepest {
            return refuse("The elements here are not those of the return: export the return again", parser)
        }
        if !open.isEmpty { open[open.count - 1].isLeaf = false }
        open.append(ReturnElement(name: name, line: parser.lineNumber))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        guard !open.isEmpty else { return }
        open[open.count - 1].text += text
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        self.parser(parser, foundCharacters: String(decoding: block, as: UTF8.self))
    }

    func parser(
        _ parser: XMLParser,
        didEndElement name: String,
        namespaceURI: String?,
        qualifiedName: String?
    ) {
        guard let element = open.popLast() else { return }
        switch open.count {
        case 0:
            isClosed = true
        case 1:
            add(child)
            child = XMLChild()
        case 2:
            if element.name == "HEADER" { child.header = element } else { child.parts.append(element) }
        default:
            take(element)
        }
    }

    /// A field goes to the element around it; a group of fields, such as one review, is a part of the child.
    private func take(_ element: ReturnElement) {
        guard element.isLeaf else { return child.parts.append(element) }
        let value = element.text.asReturnValue
        if XMLNames.isKnown(element.name) {
            open[open.count - 1].fields[XMLNames.column(of: element.name)] = value
        } else if !value.isEmpty {
            unknownCount += 1
            if firstUnknownLine == nil { firstUnknownLine = element.line }
        }
    }

    private func add(_ child: XMLChild) {
        for (table, line, values) in child.rows {
            data[table].append(ReturnRow(file: file, row: data[table].count, line: line, values: values))
        }
    }

    private func refuse(_ message: String, _ parser: XMLParser) {
        problems = [.xml(message, in: file, line: max(parser.lineNumber, 1))]
        parser.abortParsing()
    }
}

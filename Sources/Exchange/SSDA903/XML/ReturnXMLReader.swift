/// Follows the XML through `EXPSSDA903` > `CHILD` > `HEADER`, `EPISODE` and their fields.
///
/// Fields are recognised by their own names and not by the element around them, so that tables added to the return
/// later (social workers, deprivation of liberty) need nothing here.
struct ReturnXMLReader {
    /// A return is five elements deep; what goes deeper than this is none.
    private static let deepest = 8

    private(set) var data = ReturnData()
    private let file: String
    private var open: [ReturnElement] = []
    private var child = XMLChild()
    private var isClosed = false
    /// Values under names the return does not have.
    private var unknownCount = 0
    private var firstUnknownLine = 0

    init(file: String) {
        self.file = file
    }

    mutating func read(_ bytes: [UInt8]) throws(XMLFault) {
        var scanner = XMLScanner(bytes)
        while true {
            switch try scanner.advance() {
            case .opening(let name): try start(name, scanner)
            case .empty(let name):
                try start(name, scanner)
                try finish(name, scanner)
            case .closing(let name): try finish(name, scanner)
            case .text(let text): try add(text, scanner)
            case .end:
                guard isClosed else { throw bytes.isEmpty ? scanner.fault("The file is empty") : scanner.stopsHere }
                return
            }
        }
    }

    private mutating func start(_ name: String, _ scanner: XMLScanner) throws(XMLFault) {
        if open.isEmpty {
            guard !isClosed else { throw scanner.notWellFormed }
            guard name == "EXPSSDA903" else {
                throw scanner.fault("The file is XML, but its root is not EXPSSDA903: export the SSDA903 return")
            }
        } else {
            open[open.count - 1].isLeaf = false
        }
        guard open.count < Self.deepest else {
            throw scanner.fault("The elements here are not those of the return: export the return again")
        }
        open.append(ReturnElement(name: name, line: scanner.line))
    }

    private mutating func add(_ text: String, _ scanner: XMLScanner) throws(XMLFault) {
        if !open.isEmpty {
            open[open.count - 1].text += text
        } else if !text.asReturnValue.isEmpty {
            throw scanner.notWellFormed
        }
    }

    private mutating func finish(_ name: String, _ scanner: XMLScanner) throws(XMLFault) {
        guard let element = open.popLast(), element.name == name else { throw scanner.notWellFormed }
        switch open.count {
        case 0:
            isClosed = true
        case 1:
            add(child)
            child = XMLChild()
            if element.isLeaf { noteUnknown(element) }
        case 2 where element.name == "HEADER":
            child.header = element
        case 2 where element.isLeaf:
            noteUnknown(element)
        case 2:
            child.parts.append(element)
        default:
            take(element)
        }
    }

    /// A field goes to the element around it; a group of fields, such as one review, is a part of the child.
    private mutating func take(_ element: ReturnElement) {
        if !element.isLeaf {
            child.parts.append(element)
        } else if XMLNames.isKnown(element.name) {
            open[open.count - 1].fields[XMLNames.column(of: element.name)] = element.text.asReturnValue
        } else {
            noteUnknown(element)
        }
    }

    private mutating func noteUnknown(_ element: ReturnElement) {
        guard !element.text.asReturnValue.isEmpty else { return }
        if unknownCount == 0 { firstUnknownLine = element.line }
        unknownCount += 1
    }

    private mutating func add(_ child: XMLChild) {
        for (table, line, values) in child.rows {
            let row = data.tables[table]?.count ?? 0
            data.tables[table, default: []].append(ReturnRow(file: file, row: row, line: line, values: values))
        }
    }

    /// What was passed over.
    var warnings: [Problem] {
        guard unknownCount > 0 else { return [] }
        return [
            Problem(
                file: file,
                table: "",
                line: firstUnknownLine,
                rule: "xml",
                severity: .warning,
                blocksImport: false,
                message:
                    "Values whose names the return does not have were passed over: \(unknownCount), the first here"
            )
        ]
    }
}

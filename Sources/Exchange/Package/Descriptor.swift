/// What a Frictionless data package descriptor (`datapackage.json`, version 1 of the standard) says of its files.
struct Descriptor {
    /// One resource: what its files hold and how they are written.
    struct Resource: Hashable {
        var name: String
        /// Beside the descriptor, as it names them.
        var paths: [String]
        var dialect: CSVDialect
    }

    var resources: [Resource] = []
    private(set) var problems: [Problem] = []
    private let file: String

    static let fileName = "datapackage.json"

    /// Reads a descriptor; what cannot be honoured becomes a problem.
    init(reading file: SourceFile) {
        self.file = file.name
        do throws(JSONFault) {
            if TextEncoding.fault(in: file.bytes) != nil { throw JSONFault(line: 1) }
            read(try JSONValue(reading: file.bytes))
        } catch {
            report(.descriptorUnreadable, line: error.line, "is not JSON text in UTF-8")
        }
    }

    private mutating func read(_ root: JSONValue) {
        guard let resources = root["resources"]?.elements, !resources.isEmpty else {
            return report(.descriptorUnreadable, "must be a data package with a list named resources")
        }
        for (index, resource) in resources.enumerated() { read(resource, number: index + 1) }
    }

    private mutating func read(_ resource: JSONValue, number: Int) {
        guard let paths = Descriptor.paths(resource["path"]) else {
            return report(.descriptorUnsupported, "resource \(number) must have the path of one or more files")
        }
        var dialect = CSVDialect()
        dialect.missingValues = Set(resource["schema"]?["missingValues"]?.elements?.compactMap(\.text) ?? [])
        if let encoding = resource["encoding"]?.text, !Descriptor.isUTF8(encoding) {
            report(.descriptorUnsupported, "resource \(number) must be in UTF-8: save the file again as CSV UTF-8")
        }
        switch resource["dialect"] {
        case nil, .null: break
        case .some(let written): read(written, into: &dialect, number: number)
        }
        let name = resource["name"]?.text ?? ""
        self.resources.append(Resource(name: name.lowercased(), paths: paths, dialect: dialect))
    }

    private mutating func read(_ written: JSONValue, into dialect: inout CSVDialect, number: Int) {
        if let delimiter = written["delimiter"] {
            if let byte = delimiter.text.flatMap(Descriptor.delimiter) {
                dialect.delimiter = byte
            } else {
                report(.descriptorUnsupported, "resource \(number) must have a delimiter of one ASCII character")
            }
        }
        let plain: [(String, JSONValue)] = [
            ("quoteChar", .text("\"")), ("doubleQuote", .boolean(true)), ("escapeChar", .null), ("commentChar", .null),
            ("header", .boolean(true)),
        ]
        for (name, value) in plain where written[name] != nil && written[name] != value {
            report(
                .descriptorUnsupported,
                "resource \(number) has a dialect whose \(name) is not read: save the file again as plain CSV"
            )
        }
    }

    private static func paths(_ value: JSONValue?) -> [String]? {
        switch value {
        case .text(let path): [path]
        case .array(let elements) where !elements.isEmpty: elements.compactMap(\.text)
        default: nil
        }
    }

    private static func isUTF8(_ name: String) -> Bool {
        ["utf-8", "utf8", "utf-8-sig", "us-ascii", "ascii"].contains(name.lowercased())
    }

    private static func delimiter(_ text: String) -> UInt8? {
        guard let byte = text.utf8.first, text.utf8.count == 1, byte < 0x80, byte != UInt8(ascii: "\""),
            byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r")
        else { return nil }
        return byte
    }

    private mutating func report(_ rule: ExchangeRule, line: Int? = nil, _ message: String) {
        problems.append(Problem(rule, file: file, line: line, "\(Descriptor.fileName) \(message)"))
    }
}

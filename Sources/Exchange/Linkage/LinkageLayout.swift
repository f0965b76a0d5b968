import Linkage

/// Which column of a file serves each field of a model.
struct LinkageLayout: Sendable {
    struct Column: Sendable {
        let field: String
        /// Its place in a row; nil where the file has none.
        let place: Int?
        /// Whether the model reads its values as dates.
        let isDate: Bool
    }

    /// Fields that are read, in the model's order.
    private(set) var columns: [Column] = []
    let recordID: Int
    let sourceColumn: Int?
    /// Columns of the file.
    let width: Int
    /// Where the rows below the header begin.
    let start: Int

    var absent: [String] { columns.filter { $0.place == nil }.map(\.field) }

    init(
        headerOf text: UnsafeBufferPointer<UInt8>,
        file: String,
        model: LinkageModel,
        mapping: LinkageMapping
    ) throws(LinkageFileFault) {
        var scanner = RowScanner(text, at: 0)
        guard case .row = scanner.next() else {
            throw LinkageFileFault(file: file, line: 1, reason: "the file has no header row; give it one")
        }
        let header = LinkageHeader(file: file, names: scanner.texts.map { $0.trimmed.lowercased() })
        try header.check()
        width = header.names.count
        start = scanner.position
        recordID = try header.recordID(mapping)
        sourceColumn = try mapping.sourceColumn.map { name throws(LinkageFileFault) in
            try header.place(of: name, as: "source_column")
        }
        for field in model.fields {
            guard case .columns(let usual) = field.origin else { continue }
            let place: Int?
            if let mapped = mapping.columns[field.name] {
                place = try header.place(of: mapped, as: field.name)
            } else {
                place = try header.place(ofAny: usual)
            }
            columns.append(Column(field: field.name, place: place, isDate: field.cleaning.contains(.date)))
        }
        let read = columns.map(\.field)
        if let unknown = mapping.columns.keys.sorted().first(where: { !read.contains($0) }) {
            let reason =
                "the mapping has a column for \(unknown), which the model does not read; "
                + "it reads \(read.joined(separator: ", "))"
            throw header.fault(reason)
        }
        guard columns.contains(where: { $0.place != nil }) else {
            throw header.fault(
                "none of the model's fields has a column; \(header.has); say which is which in a mapping"
            )
        }
    }
}

/// The names of a file's columns.
private struct LinkageHeader {
    let file: String
    let names: [String]

    var has: String { "the file has the columns \(names.joined(separator: ", "))" }

    func fault(_ reason: String) -> LinkageFileFault {
        LinkageFileFault(file: file, line: 1, reason: reason)
    }

    /// Refuses a first row that is likely a person's: its words must not come into a message.
    func check() throws(LinkageFileFault) {
        let looksLikeData = names.contains { name in
            var digits = 0
            for character in name {
                digits = character.isNumber ? digits + 1 : 0
                if digits >= 4 { return true }
            }
            return name.contains("@")
        }
        if looksLikeData || names.allSatisfy(\.isEmpty) {
            throw fault("the first row must name the columns, and this one looks like a record; put a header above it")
        }
    }

    func recordID(_ mapping: LinkageMapping) throws(LinkageFileFault) -> Int {
        if let name = mapping.recordID { return try place(of: name, as: "record_id") }
        if let place = try place(ofAny: LinkageMapping.usualRecordIDs) { return place }
        let usual = LinkageMapping.usualRecordIDs.joined(separator: ", ")
        throw fault("no column tells records apart (\(usual)); \(has); name it in a mapping as record_id")
    }

    /// The column a mapping names.
    func place(of name: String, as field: String) throws(LinkageFileFault) -> Int {
        guard let place = try place(ofAny: [name]) else {
            throw fault("the mapping takes \(field) from the column \(name), which is not there; \(has)")
        }
        return place
    }

    /// The first of these columns that there is.
    func place(ofAny usual: [String]) throws(LinkageFileFault) -> Int? {
        for name in usual.map({ $0.lowercased() }) {
            let places = names.indices.filter { names[$0] == name }
            guard places.count < 2 else { throw fault("the column \(name) is there twice; rename one of them") }
            if let place = places.first { return place }
        }
        return nil
    }
}

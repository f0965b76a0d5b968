import Records

/// What each file is.
struct Recognition {
    /// A file of a table of the exchange package.
    struct TableFile {
        var file: SourceFile
        var tableIndex: Int
        var dialect: CSVDialect
        /// Position in the table of each column of the file; nil where the column is ignored.
        var positions: [Int?]
    }

    /// A CSV file of the SSDA903 return.
    struct ReturnFile {
        var file: SourceFile
        var table: ReturnTable
        var dialect: CSVDialect
        /// For each column of the return's table, where the file has it.
        var order: [Int]
    }

    private(set) var tables: [TableFile] = []
    private(set) var returns: [ReturnFile] = []
    private(set) var xml: [SourceFile] = []
    private(set) var problems: [Problem] = []
    /// Tables of which a file was found that cannot be read.
    private(set) var unreadableTables: Set<Int> = []

    init(_ files: [SourceFile]) {
        var described: [String: Descriptor.Resource] = [:]
        let names = Set(files.map(\.name))
        for file in files where file.baseName.lowercased() == Descriptor.fileName {
            describe(Descriptor(reading: file), file, names, &described)
        }
        for file in files where file.baseName.lowercased() != Descriptor.fileName {
            recognise(file, described[file.name])
        }
        reportNothing(files)
    }

    /// Notes how the files that a descriptor names are written; a table may be left out, but not a part of one.
    private mutating func describe(
        _ descriptor: Descriptor,
        _ file: SourceFile,
        _ names: Set<String>,
        _ described: inout [String: Descriptor.Resource]
    ) {
        problems += descriptor.problems
        var leftOut: [String] = []
        for resource in descriptor.resources {
            let paths = resource.paths.map { file.folder + ($0.hasPrefix("./") ? String($0.dropFirst(2)) : $0) }
            let found = paths.filter(names.contains)
            if found.isEmpty {
                leftOut.append(Header.shown(resource.name))
            } else if found.count < paths.count {
                reportMissing(resource, file)
            }
            for path in found { described[path] = resource }
        }
        guard !leftOut.isEmpty else { return }
        let list = leftOut.prefix(24).joined(separator: ", ")
        report(.descriptorTableLeftOut, file, "names tables whose files are not beside it, which are left out: \(list)")
    }

    private mutating func recognise(_ file: SourceFile, _ resource: Descriptor.Resource?) {
        let isTabular = resource != nil || ["csv", "tsv"].contains(file.ending)
        if file.bytes.isEmpty {
            guard isTabular || file.isNamedDirectly else { return skip(file) }
            return report(.emptyFile, file, "has nothing in it")
        }
        if let fault = TextEncoding.fault(in: file.bytes) {
            guard isTabular || file.isNamedDirectly || fault == .utf16 && file.ending == "txt" else {
                return skip(file)
            }
            return report(fault, file)
        }
        if ReturnXMLSign.isReturn(file.bytes) { return xml.append(file) }
        let dialect = resource?.dialect ?? CSVDialect()
        var csv = CSVReader(file.bytes, delimiter: dialect.delimiter)
        guard csv.advance() == .row else {
            guard isTabular || file.isNamedDirectly else { return skip(file) }
            return report(.emptyFile, file, "has no row of column names that can be read")
        }
        let header = Header(names: csv.fields.map { csv.text($0) })
        if let table = header.returnTable {
            returns.append(ReturnFile(file: file, table: table, dialect: dialect, order: header.order(of: table)))
        } else if let index = tableIndex(of: file, header, resource) {
            recognise(file, as: index, header, dialect)
        } else if isTabular || file.isNamedDirectly {
            reportUnknown(file, header)
        } else {
            skip(file)
        }
    }

    /// The table by its resource's name, by its columns or by the name of the file.
    private func tableIndex(of file: SourceFile, _ header: Header, _ resource: Descriptor.Resource?) -> Int? {
        if let resource, let index = RecordSet.tableIndex(named: resource.name) { return index }
        if let index = header.exchangeTable { return index }
        let name = file.baseName.lowercased().prefix { $0 != "." }
        guard let index = RecordSet.tableIndex(named: String(name)) else { return nil }
        let isKnown = header.positions(in: RecordSet.tables[index]).contains { $0 != nil }
        return isKnown ? index : nil
    }

    private mutating func recognise(_ file: SourceFile, as index: Int, _ header: Header, _ dialect: CSVDialect) {
        let table = RecordSet.tables[index]
        let positions = header.positions(in: table)
        let missing = header.missing(of: table)
        let duplicates = header.duplicates
        for name in missing {
            report(.missingColumn, file, table, field: name, "the column \(name) must be there")
        }
        for name in duplicates.map(Header.shown) {
            report(.duplicateColumn, file, table, field: name, "the column \(name) must be there only once")
        }
        if missing.count < table.requiredNames.count {
            for (name, position) in zip(header.names, positions) where position == nil {
                let shown = Header.shown(name)
                report(.unknownColumn, file, table, field: shown, "\(table.name) has no column \(shown): it is ignored")
            }
        }
        guard missing.isEmpty, duplicates.isEmpty else {
            unreadableTables.insert(index)
            return
        }
        tables.append(TableFile(file: file, tableIndex: index, dialect: dialect, positions: positions))
    }

    // MARK: Problems

    private mutating func reportNothing(_ files: [SourceFile]) {
        guard tables.isEmpty, returns.isEmpty, xml.isEmpty, !problems.contains(where: \.blocksImport) else { return }
        let known = RecordSet.tables.map { "\($0.name).csv" }.joined(separator: ", ")
        problems.append(
            Problem(
                .nothingRecognised,
                file: files.count == 1 ? files[0].name : "",
                "there is nothing to import: give an exchange package (\(known)), or the CSV or XML files of an "
                    + "SSDA903 return"
            )
        )
    }

    private mutating func reportUnknown(_ file: SourceFile, _ header: Header) {
        guard let nearest = header.nearest else {
            let known = (RecordSet.tables.map(\.name) + ReturnTable.allCases.map(\.rawValue)).joined(separator: ", ")
            return report(.fileNotRecognised, file, "has the columns of no known table; the tables are \(known)")
        }
        var message = "has the columns of no known table; nearest is \(nearest.name)"
        if !nearest.missing.isEmpty { message += ", without \(nearest.missing.joined(separator: ", "))" }
        if !nearest.unknown.isEmpty { message += ", which does not have \(nearest.unknown.joined(separator: ", "))" }
        report(.fileNotRecognised, file, message)
    }

    private mutating func reportMissing(_ resource: Descriptor.Resource, _ descriptor: SourceFile) {
        let name = Header.shown(resource.name)
        problems.append(
            Problem(
                .descriptorFileMissing,
                file: descriptor.name,
                table: RecordSet.tableIndex(named: resource.name) == nil ? "" : resource.name,
                "\(Descriptor.fileName) names several files for \(name), and one of them is not beside it"
            )
        )
    }

    private mutating func report(_ fault: EncodingFault, _ file: SourceFile) {
        switch fault {
        case .utf16:
            report(.utf16, file, "is UTF-16 (\"Unicode\") text: save it again as CSV UTF-8")
        case .zeroByte(let line):
            report(.zeroByte, file, line: line, "holds a byte of value 0, which no text has: export the file again")
        case .notUTF8(let line):
            report(.notUTF8, file, line: line, "is not UTF-8 text: save it again as CSV UTF-8")
        }
    }

    private mutating func skip(_ file: SourceFile) {
        report(.fileSkipped, file, "is no table and was passed over")
    }

    private mutating func report(_ rule: ExchangeRule, _ file: SourceFile, line: Int? = nil, _ message: String) {
        problems.append(Problem(rule, file: file.name, line: line, "\(file.baseName) \(message)"))
    }

    private mutating func report(
        _ rule: ExchangeRule,
        _ file: SourceFile,
        _ table: Table,
        field: String,
        _ message: String
    ) {
        problems.append(Problem(rule, file: file.name, table: table.name, line: 1, field: field, message))
    }
}

extension Header {
    /// For each column of the return's table, where the file has it.
    fileprivate func order(of table: ReturnTable) -> [Int] {
        let names = names.map { $0.uppercased() }
        return table.columns.compactMap { names.firstIndex(of: $0) }
    }
}

/// How an SSDA903 return in XML shows itself.
enum ReturnXMLSign {
    /// Whether the first element is `EXPSSDA903`.
    static func isReturn(_ bytes: [UInt8]) -> Bool {
        let beginning = String(decoding: bytes.prefix(4096), as: UTF8.self)
        guard beginning.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).first == "<" else { return false }
        return beginning.contains("<EXPSSDA903")
    }
}

import Identify

/// One table of the school census as a file has it.
struct CensusTable {
    enum Kind {
        case pupils, sessions, exclusions
    }

    struct Row {
        var origin: Origin
        /// The pupil, within their school.
        var pupil: String
        var values: [String]
    }

    let file: String
    let kind: Kind
    /// In small letters.
    let header: [String]
    let rows: [Row]

    /// Reads a file; nil, and said why, where it is no such table.
    init?(_ file: SourceFile, delimiter: UInt8, into maker: inout FeedRowMaker) {
        var csv = CSVReader(file.bytes, delimiter: delimiter)
        let isRow = csv.advance() == .row
        let header = isRow ? csv.fields.map { csv.text($0).lowercased() } : []
        let links = header.indices.filter { header[$0].hasPrefix("pupil") && header[$0].hasSuffix("tableid") }
        guard let kind = CensusTable.kind(header), let link = links.first else {
            maker.report(
                .notThisFormat,
                file: file.name,
                "the file must be a pupil, session or exclusion table of the school census, with its column names first"
            )
            return nil
        }
        let school = header.firstIndex(of: "nativeid")
        var rows: [Row] = []
        var step = csv.advance()
        while step != .end {
            let origin = Origin(file: file.name, row: csv.row, line: csv.line)
            switch step {
            case .fault(let fault): maker.report(fault.problem.0, nil, at: origin, fault.problem.1)
            case .row where csv.fields.count == header.count:
                let values = csv.fields.map(csv.text)
                let parts = [school.map { values[$0] } ?? "", values[link]].filter { !$0.isEmpty }
                rows.append(Row(origin: origin, pupil: parts.joined(separator: "/"), values: values))
            default:
                let message = "the row must have \(header.count) fields, as the header has, and has \(csv.fields.count)"
                maker.report(.wrongFieldCount, nil, at: origin, message)
            }
            step = csv.advance()
        }
        self.file = file.name
        self.kind = kind
        self.header = header
        self.rows = rows
        maker.finish(file.name, rows: rows.count)
    }

    private static func kind(_ header: [String]) -> Kind? {
        let names = Set(header)
        if names.isSuperset(of: ["startdate", "category"]) { return .exclusions }
        if names.contains("attendancereason"), names.contains("sessions") || names.contains("absencesessions") {
            return .sessions
        }
        return names.isSuperset(of: ["upn", "dob", "surname"]) ? .pupils : nil
    }

    /// Where the first of these columns that it has stands.
    func place(_ names: String...) -> Int? {
        names.lazy.compactMap { header.firstIndex(of: $0) }.first
    }
}

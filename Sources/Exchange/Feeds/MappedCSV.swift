import Identify

/// CSV with columns of any names, read by a feed's mapping.
enum MappedCSV {
    /// Reads a file in UTF-8 line by line; columns in `optional` may be missing.
    ///
    /// `refuse` looks at each line before it is taken and says what is wrong with it, if anything.
    static func read(
        _ file: SourceFile,
        _ mapping: FeedMapping,
        into maker: inout FeedRowMaker,
        optional: Set<String> = [],
        refuse: (_ header: [String]) -> (_ text: (Int) -> String) -> (field: String, message: String)? = { _ in
            { _ in nil }
        },
        progress: (Int) -> Void
    ) {
        var csv = CSVReader(file.bytes, delimiter: mapping.delimiter)
        guard csv.advance() == .row else {
            return maker.report(.notThisFormat, file: file.name, "the first row must have the column names")
        }
        let header = csv.fields.map(csv.text)
        guard let plan = maker.plan(mapping, header: header, file: file.name, optional: optional) else { return }
        let fault = refuse(header)
        var rows = 0
        var step = csv.advance()
        while step != .end {
            rows += 1
            if rows.isMultiple(of: 20_000) { progress(csv.position) }
            let origin = Origin(file: file.name, row: csv.row, line: csv.line)
            switch step {
            case .fault(let fault): maker.report(fault.problem.0, nil, at: origin, fault.problem.1)
            case .row where csv.fields.count != header.count:
                let message =
                    "the row must have \(header.count) fields, as the header has, and has \(csv.fields.count): check "
                    + "its commas and quotes"
                maker.report(.wrongFieldCount, nil, at: origin, message)
            case .row where csv.fields.allSatisfy({ csv.trimmed($0).isEmpty }):
                maker.report(.emptyRow, nil, at: origin, "the row has only empty fields and is passed over")
            default:
                let text = { (place: Int) in csv.text(csv.fields[place]) }
                if let found = fault(text) {
                    maker.report(.unknownCode, found.field, at: origin, found.message)
                } else {
                    maker.add(plan, at: origin, text: text)
                }
            }
            step = csv.advance()
        }
        maker.finish(file.name, rows: rows)
    }
}

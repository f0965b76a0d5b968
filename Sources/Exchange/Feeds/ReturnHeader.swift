import Identify

/// The people of an SSDA903 return: its header, as CSV or within the return's XML.
enum ReturnHeader {
    private static let columns: [FeedColumn] = [
        FeedColumn(.dob, "DOB", dates: .dayMonthYear), FeedColumn(.sex, "SEX"), FeedColumn(.upn, "UPN"),
    ]

    static func read(_ file: SourceFile, into maker: inout FeedRowMaker, progress: (Int) -> Void) {
        var mapping = maker.feed.mapping
        mapping.recordID = "CHILD"
        mapping.columns = columns
        guard ReturnXMLSign.isReturn(file.bytes) else {
            return MappedCSV.read(file, mapping, into: &maker, progress: progress)
        }
        let (data, problems) = ReturnXML.read(file.bytes, file: file.name)
        maker.note(problems)
        let header = ReturnTable.header.columns
        guard let plan = maker.plan(mapping, header: header, file: file.name) else { return }
        for row in data[.header] {
            maker.add(plan, at: Origin(file: file.name, row: row.row, line: row.line)) { row.values[$0] }
        }
        maker.finish(file.name, rows: data[.header].count)
    }
}

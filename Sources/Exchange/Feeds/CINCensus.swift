import Identify

/// The children in need census in XML: `Message` > `Children` > `Child` and what is within (`uk-data.md` 3.1).
///
/// Each group of a child, such as an assessment or a child protection plan, is read as a row of the child's identifiers
/// and the group's values, under the names of their elements; the feed's mapping says which are facts.
enum CINCensus {
    private static let columns: [FeedColumn] = [
        FeedColumn(.dob, "PersonBirthDate"), FeedColumn(.sex, "Sex"), FeedColumn(.sex, "GenderCurrent"),
        FeedColumn(.upn, "UPN"),
    ]

    static func read(_ file: SourceFile, into maker: inout FeedRowMaker) {
        var mapping = maker.feed.mapping
        mapping.recordID = "LAchildID"
        mapping.columns = columns
        var reader = CINReader()
        do throws(XMLFault) {
            try reader.read(file.bytes)
        } catch {
            return maker.report(.notThisFormat, file: file.name, line: error.line, error.message)
        }
        let names = reader.names.sorted()
        let optional = Set(columns.map(\.column.name) + mapping.facts.flatMap(\.names))
        guard let plan = maker.plan(mapping, header: names, file: file.name, optional: optional) else { return }
        for (index, row) in reader.rows.enumerated() {
            maker.add(plan, at: Origin(file: file.name, row: index, line: row.line)) { row.values[names[$0]] ?? "" }
        }
        maker.finish(file.name, rows: reader.children)
    }
}

extension FactMapping {
    /// Every column it names: in XML an element that no child has is not there.
    fileprivate var names: [String] {
        switch self {
        case .event(let event):
            [event.on.name] + event.kind.names + [event.proven?.column, event.reference].compactMap(\.self)
        case .attendance(let attendance):
            [
                attendance.from.name, attendance.to.name, attendance.possible, attendance.authorised,
                attendance.unauthorised,
            ]
        case .work(let work):
            [work.from.name] + work.status.names + [work.benefit, work.to?.name].compactMap(\.self)
        }
    }
}

extension CodeMapping {
    fileprivate var names: [String] { if case .by(let column, _, _) = self { [column] } else { [] } }
}

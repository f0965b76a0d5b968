package import Records
import Values

/// A return as facts of the register: Header as people, Episodes as placements, the SDQ scores of OC2 as assessments.
///
/// A row that cannot be a fact is left out and its problem blocks the import; what is merely wrong is a problem that
/// does not. The other tables are kept as they are and shown, which is for `ReturnData` to hold.
package struct ReturnFacts: Sendable {
    package internal(set) var records = RecordSet()
    /// Where each record was read: for each table, in the order of its records.
    package internal(set) var origins: [String: [Origin]] = [:]
    package internal(set) var problems: [Problem] = []

    /// - Parameters:
    ///   - data: the return.
    ///   - collectionYear: its year; an SDQ score of it is dated 31 March of that year.
    ///   - knownPeople: whether the register has a person with this reference already.
    package init(
        from data: ReturnData,
        collectionYear: CollectionYear,
        knownPeople: (String) -> Bool = { _ in false }
    ) {
        let inHeader = addPeople(data[.header])
        let isKnown = { (child: String) in inHeader.contains(child) || knownPeople(child) }
        addPlacements(data[.episodes], isKnown)
        addScores(data[.oc2], collectionYear, isKnown)
        for table in ReturnTable.allCases where table.isKeptAsItIs {
            checkChildren(data[table], table, isKnown)
        }
    }

    mutating func report(
        _ row: ReturnRow,
        _ table: ReturnTable,
        _ field: String,
        rule: String,
        blocks: Bool,
        _ message: String
    ) {
        problems.append(
            Problem(
                file: row.file,
                table: table.rawValue,
                row: row.row,
                line: row.line,
                field: field,
                rule: rule,
                blocksImport: blocks,
                message: message
            )
        )
    }

    /// The child of a row; nil, with the problem reported, where it is blank.
    mutating func child(of row: ReturnRow, _ table: ReturnTable) -> String? {
        let child = row.value(0)
        guard child.isEmpty else { return child }
        report(row, table, "CHILD", rule: "child", blocks: true, "CHILD is missing: give the child's reference")
        return nil
    }

    mutating func note(_ row: ReturnRow, in table: Table) {
        origins[table.name, default: []].append(Origin(file: row.file, row: row.row, line: row.line))
    }

    /// Children of the tables that are kept as they are: whom they are about should be known.
    private mutating func checkChildren(_ rows: [ReturnRow], _ table: ReturnTable, _ isKnown: (String) -> Bool) {
        for row in rows {
            guard let child = child(of: row, table), !isKnown(child) else { continue }
            report(row, table, "CHILD", rule: table.unknownChildRule, blocks: false, Self.unknownChild)
        }
    }

    static let unknownChild =
        "CHILD is not in the header, nor on the register: add the child to the header, or correct CHILD"
}

extension ReturnTable {
    /// Kept as rows of the return and shown; makes no record of its own.
    fileprivate var isKeptAsItIs: Bool {
        switch self {
        case .header, .episodes, .oc2: false
        default: true
        }
    }

    /// The validator's number for a child who is in this table and not in the header, our own where it has none.
    var unknownChildRule: String {
        switch self {
        case .ad1: "INT01"
        case .placedAdoption: "INT02"
        case .episodes: "INT03"
        case .missing: "INT04"
        case .oc2: "INT05"
        case .oc3: "INT06"
        case .prevPerm: "INT07"
        case .reviews: "INT08"
        case .uasc: "INT09"
        case .header, .swEpisodes, .dolo: "child"
        }
    }
}

import Records

/// A record that is accepted but looks wrong.
package struct QualityFinding: Hashable, Sendable {
    /// Our code for what looks wrong.
    package var rule: String
    /// Position of the table in `RecordSet.tables`.
    package var tableIndex: Int
    /// Position of the record in its table.
    package var index: Int
    package var field: String?
    package var message: String

    /// As a problem of the file the record came from; without origins it names only the table.
    package func problem(origins: [String: [Origin]] = [:]) -> Problem {
        let table = RecordSet.tables[tableIndex].name
        let origin = origins[table].flatMap { $0.indices.contains(index) ? $0[index] : nil }
        return Problem(
            file: origin?.file ?? "",
            table: table,
            row: origin?.row,
            line: origin?.line,
            field: field,
            rule: rule,
            severity: .warning,
            blocksImport: false,
            message: message
        )
    }
}

/// One thing that may look wrong about records.
package struct QualityCheck: Sendable {
    /// Our code.
    package var rule: String
    /// What it finds, in one line.
    package var meaning: String
    /// Whether it is only true of a whole register or package: it says that something is not there.
    package var needsEverything: Bool
    var find: @Sendable (RecordSet, inout QualityReport) -> Void

    init(
        _ rule: String,
        needsEverything: Bool = false,
        _ meaning: String,
        find: @escaping @Sendable (RecordSet, inout QualityReport) -> Void
    ) {
        self.rule = rule
        self.needsEverything = needsEverything
        self.meaning = meaning
        self.find = find
    }
}

/// Takes the findings of one check.
struct QualityReport {
    let rule: String
    private(set) var findings: [QualityFinding] = []

    init(rule: String) {
        self.rule = rule
    }

    mutating func add(_ table: Table, _ index: Int, _ field: String?, _ message: String) {
        guard let tableIndex = RecordSet.tableIndex(named: table.name) else { return }
        findings.append(
            QualityFinding(rule: rule, tableIndex: tableIndex, index: index, field: field, message: message)
        )
    }
}

import Records
import Documents
import Report
import Values

/// What has changed since a publication was issued: the same worked out as known now, cell by cell.
package struct PublicationChanges: Sendable {
    package struct Change: Sendable {
        /// The table it stands in, and the row and column.
        package let table: String
        package let row: String
        package let column: String
        package let issued: String
        package let now: String
    }

    package let changes: [Change]
    /// The change number of now.
    package let knownAt: Int
    /// Whether the definitions in force are those it was made by.
    package let isByOwnDefinitions: Bool
    /// Whether the same question as known then still gives the bytes that were issued.
    package let isReplayed: Bool

    /// What it comes to, in a sentence or two.
    package var words: String {
        let count =
            changes.isEmpty
            ? "Nothing has changed as known at change \(NumberText.count(knownAt))."
            : "\(NumberText.plural(changes.count, "number has", "numbers have")) changed as known at change "
                + "\(NumberText.count(knownAt))."
        let own = isByOwnDefinitions ? "" : " The definitions have changed since, which may be why."
        let replay =
            isReplayed
            ? " Worked out as known then, it is what was issued."
            : " Worked out as known then, it is not what was issued: the definitions or the program have changed."
        return count + own + replay
    }

    init(_ issued: [ReportTable], _ now: [ReportTable], knownAt: Int, isByOwnDefinitions: Bool, isReplayed: Bool) {
        self.knownAt = knownAt
        self.isByOwnDefinitions = isByOwnDefinitions
        self.isReplayed = isReplayed
        var found: [Change] = []
        for (table, pair) in PublicationChanges.paired(issued, now, by: \.id) {
            let rows = PublicationChanges.paired(pair.0?.rows ?? [], pair.1?.rows ?? []) { $0.first ?? "" }
            let columns = (pair.0 ?? pair.1)?.columns ?? []
            for (row, cells) in rows {
                for (index, column) in columns.enumerated().dropFirst() {
                    let before = cells.0.flatMap { index < $0.count ? $0[index] : nil } ?? "Not there"
                    let after = cells.1.flatMap { index < $0.count ? $0[index] : nil } ?? "Not there"
                    guard before != after else { continue }
                    let title = (pair.0 ?? pair.1)?.title ?? table
                    found.append(Change(table: title, row: row, column: column, issued: before, now: after))
                }
            }
        }
        changes = found
    }

    /// What both have under each name, in the order of the first.
    private static func paired<Item>(
        _ one: [Item],
        _ other: [Item],
        by name: (Item) -> String
    ) -> [(String, (Item?, Item?))] {
        let before = Dictionary(one.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(other.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
        let names = one.map(name) + other.map(name).filter { before[$0] == nil }
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }.map { ($0, (before[$0], after[$0])) }
    }
}

extension IssuePublications {
    /// What has changed since a publication was made; nil where its schedule is no longer defined.
    package func changes(since kept: Kept) throws -> PublicationChanges? {
        let publication = kept.publication
        guard let edition = try edition(of: publication), let period = publication.period else { return nil }
        let then = try Issue(edition, period, keeper, knownAt: publication.knownAt)
        let now = try Issue(edition, period, keeper, anew: true)
        return PublicationChanges(
            then.tables,
            now.tables,
            knownAt: now.knownAt,
            isByOwnDefinitions: keeper.definitions.version == publication.definitions,
            isReplayed: try isReplayed(kept, then)
        )
    }

    /// Whether the figures as known then are those that were issued; what a document says of its making may differ.
    private func isReplayed(_ kept: Kept, _ then: Issue) throws -> Bool {
        guard let issued = try content(kept, .csv), let again = then.document(.csv).bytes else { return false }
        return Issue.figures(issued) == Issue.figures(again)
    }
}

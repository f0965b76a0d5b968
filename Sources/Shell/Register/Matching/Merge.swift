package import Records
package import Values

/// Two people of the register that were found to be one: the other's records name the one who was kept.
package struct Merge: Hashable, Sendable {
    /// `M1`, `M2` ...
    package let id: String
    package let kept: Identifier<Person>
    package let other: Identifier<Person>
    /// The change that merged them.
    package let change: Int
    package let mergedOn: Day
    package let mergedBy: String
    package let undoneOn: Day?
    package let undoneBy: String?

    /// Whether it has not been undone.
    package var stands: Bool { undoneOn == nil }
}

extension Sequence<Merge> {
    /// Who is kept of everybody who was merged into another, however many merges led there.
    package var personKept: [String: String] {
        let next = Dictionary(filter(\.stands).map { ($0.other.text, $0.kept.text) }) { first, _ in first }
        return next.mapValues { first in
            var person = first
            // A merge is into somebody who is there, so this comes to an end.
            while let further = next[person] { person = further }
            return person
        }
    }
}

/// What a merge would do, or did.
package struct MergeAccount: Hashable, Sendable {
    /// Records that come to name the person who is kept, by table.
    package var moved: [TableCount] = []
    /// Records that both have alike, of which one is left, by table.
    package var alike: [TableCount] = []
    /// Fields of the person who is kept that were empty and take the other's value.
    package var filled: [String] = []

    /// So many records of a table.
    package struct TableCount: Hashable, Sendable {
        package let table: String
        package let records: Int
    }
}

/// What undoing a merge did.
package struct UnmergeAccount: Hashable, Sendable {
    /// The change that undid it.
    package var change: Int
    /// Records that are again as they were, by table.
    package var restored: [MergeAccount.TableCount] = []
    /// Records that somebody changed since: only whose they are was put back.
    package var changedSince: [RecordReference] = []
    /// Records that are no more, or that somebody has given to another person since: left as they are.
    package var left: [RecordReference] = []
    /// Records that were added since: they stay with the person who was kept.
    package var added: [RecordReference] = []

    /// A record by its table and key.
    package struct RecordReference: Hashable, Sendable {
        package let table: String
        /// Its parts with spaces between them.
        package let key: String
    }
}

/// Why people cannot be merged, or a merge not be undone, in words for whoever asked.
package struct MergeRefusal: Error, Hashable, CustomStringConvertible {
    package let description: String

    init(_ words: String) {
        description = words
    }
}

extension Merge {
    var cells: [Cell] {
        [
            .text(id), .text(kept.text), .text(other.text), .integer(Int64(change)), .day(mergedOn), .text(mergedBy),
            undoneOn.map { .day($0) } ?? .missing, undoneBy.map { .text($0) } ?? .missing,
        ]
    }

    fileprivate init?(cells: [Cell]) {
        guard case .integer(let change) = cells[3], case .day(let mergedOn) = cells[4] else { return nil }
        var undoneOn: Day?
        if case .day(let day) = cells[6] { undoneOn = day }
        self.init(
            id: cells[0].plain,
            kept: Identifier(cells[1].plain),
            other: Identifier(cells[2].plain),
            change: Int(change),
            mergedOn: mergedOn,
            mergedBy: cells[5].plain,
            undoneOn: undoneOn,
            undoneBy: undoneOn == nil ? nil : cells[7].plain
        )
    }

    /// As it is once it has been undone.
    func undone(on day: Day, by actor: String) -> Merge {
        Merge(
            id: id,
            kept: kept,
            other: other,
            change: change,
            mergedOn: mergedOn,
            mergedBy: mergedBy,
            undoneOn: day,
            undoneBy: actor
        )
    }
}

extension Register {
    /// Every merge, those undone included, the latest first.
    package func merges() throws -> [Merge] {
        try store.read { try merges($0) }
    }

    /// The merge with this reference; nil where there is none.
    package func merge(_ id: String) throws -> Merge? {
        try merges().first { $0.id == id }
    }

    func merges(_ connection: any Connection) throws -> [Merge] {
        let table = StoredTable.merges
        let found = try connection.all(
            """
            SELECT \(table.fieldColumns) FROM \(table.name) \
            WHERE tenant = \(tenant) AND to_change IS NULL ORDER BY "change" DESC
            """
        ) { Merge(cells: table.row($0, from: 0)) }
        return found.compactMap(\.self)
    }

    /// A person and everybody who was merged into them, or into those, and is not restored.
    func merged(into person: String, _ connection: any Connection) throws -> [String] {
        let standing = try merges(connection).filter(\.stands)
        var people = [person]
        var next = 0
        while next < people.count {
            people += standing.filter { $0.kept.text == people[next] && !people.contains($0.other.text) }.map(
                \.other.text
            )
            next += 1
        }
        return people
    }
}

/// Which records moved a figure from one period to the next.
package struct FigureMovement: Sendable {
    package struct Change: Sendable {
        package let record: RecordReference
        /// How it stood before; nil where it did not belong to the figure.
        package let before: Member?
        package let after: Member?
    }

    /// Counted now and not before.
    package let joined: [Change]
    /// Counted before and not now.
    package let left: [Change]
    /// Belongs to the figure in another way than before, and is counted neither time.
    package let changed: [Change]

    /// Compares two figures that were opened onto their members.
    package init(from before: Figure?, to after: Figure?) {
        // A record can stand there more than once, as a child with two cases: the first standing counts.
        func byRecord(_ figure: Figure?) -> [RecordReference: Member] {
            Dictionary((figure?.members ?? []).map { ($0.record, $0) }, uniquingKeysWith: { first, _ in first })
        }
        let (old, new) = (byRecord(before), byRecord(after))
        let records = Set(old.keys).union(new.keys).sorted { ($0.table, $0.key) < ($1.table, $1.key) }
        let changes = records.map { Change(record: $0, before: old[$0], after: new[$0]) }
            .filter { $0.before?.standing != $0.after?.standing }
        joined = changes.filter { $0.after?.standing == .counted }
        left = changes.filter { $0.before?.standing == .counted }
        changed = changes.filter { $0.before?.standing != .counted && $0.after?.standing != .counted }
    }
}

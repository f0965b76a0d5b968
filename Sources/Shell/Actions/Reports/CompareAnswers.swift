package import Register
package import Report

/// What moved in an answer between two changes, and which records moved it.
package struct AnswerComparison: Sendable {
    /// A figure that is not what it was.
    package struct Move: Sendable {
        /// Nil where the figure is new.
        package let before: Figure?
        /// Nil where the figure is no more.
        package let after: Figure?
        /// Members of the later answer that the earlier had otherwise or not at all, and of the earlier that are no more.
        package let members: [MemberMove]
    }

    package struct MemberMove: Sendable {
        package let record: RecordReference
        package let before: Member?
        package let after: Member?
    }

    package let earlier: Int
    package let later: Int
    package let moves: [Move]
    /// Records whose current version differs between the two, at most as many as were asked for.
    package let records: [RecordDifference]
}

extension Keeper {
    /// Compares the answers to one question as known at two changes.
    package func compare(
        _ question: ReportQuestion,
        from earlier: Int,
        to later: Int,
        limit: Int = 500
    ) throws -> AnswerComparison? {
        guard let before = try answer(question, knownAt: earlier), let after = try answer(question, knownAt: later)
        else {
            return nil
        }
        let ids = after.figures.map(\.id) + before.figures.map(\.id).filter { after[id: $0] == nil }
        let moved = ids.filter { !isSame(before[id: $0], after[id: $0]) }
        return AnswerComparison(
            earlier: earlier,
            later: later,
            moves: try moved.map { id in
                AnswerComparison.Move(
                    before: before[id: id],
                    after: after[id: id],
                    members: memberMoves(
                        try open(id, of: question, knownAt: earlier)?[id: id]?.members ?? [],
                        try open(id, of: question, knownAt: later)?[id: id]?.members ?? []
                    )
                )
            },
            records: try register.differences(from: earlier, to: later, limit: limit)
        )
    }

    private func isSame(_ one: Figure?, _ other: Figure?) -> Bool {
        one?.value == other?.value && one?.share == other?.share && one?.quotient == other?.quotient
            && one?.unknown == other?.unknown
    }

    private func memberMoves(_ before: [Member], _ after: [Member]) -> [AnswerComparison.MemberMove] {
        // A record can stand behind a figure more than once: a child of two cases that closed in the period.
        let earlier = Dictionary(grouping: before, by: \.record)
        let later = Dictionary(grouping: after, by: \.record)
        let records = Set(earlier.keys).union(later.keys).sorted { ($0.table, $0.key) < ($1.table, $1.key) }
        return records.flatMap { record -> [AnswerComparison.MemberMove] in
            let gone = (earlier[record] ?? []).filter { !(later[record] ?? []).contains($0) }
            let come = (later[record] ?? []).filter { !(earlier[record] ?? []).contains($0) }
            return (0..<max(gone.count, come.count)).map { index in
                AnswerComparison.MemberMove(
                    record: record,
                    before: index < gone.count ? gone[index] : nil,
                    after: index < come.count ? come[index] : nil
                )
            }
        }
    }
}

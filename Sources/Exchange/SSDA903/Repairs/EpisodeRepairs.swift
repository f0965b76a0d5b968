import Values

/// The repairs of Episodes that are in use where several years' returns are put together (liia-tools-pipeline,
/// `fix_episodes`; `uk-data.md` 1.3), each listed: nothing is changed in silence.
///
/// Episodes are looked at in the order they began, child by child. First rows that are there twice or were replaced
/// are taken out, then open episodes are ended, then overlaps and gaps are closed by moving the end of the earlier one.
/// The later return is the one believed. Unlike there, open episodes, overlaps and gaps within one return are repaired
/// too, a reason for change that was given is kept, and of two rows alike one always stays.
package enum EpisodeRepairs {
    /// The returns with their Episodes repaired, and every repair in the order of files and rows.
    package static func apply(
        to submissions: [ReturnSubmission]
    ) -> (submissions: [ReturnSubmission], repairs: [Repair]) {
        guard let latest = submissions.map(\.year).max() else { return ([], []) }
        var work = RepairWork(submissions, latest: latest)
        work.takeOutDuplicates()
        work.takeOutReplaced()
        work.endOpenEpisodes()
        work.moveEnds()
        return (
            work.result(of: submissions),
            work.repairs.sorted { ($0.file, $0.row, $0.field ?? "") < ($1.file, $1.row, $1.field ?? "") }
        )
    }
}

/// The rows under repair, in the order of child, start and year.
struct RepairWork {
    private(set) var repairs: [Repair] = []
    private let latest: CollectionYear
    private var entries: [RepairEntry]
    private var isTakenOut: Set<RepairEntry.Place> = []

    init(_ submissions: [ReturnSubmission], latest: CollectionYear) {
        self.latest = latest
        entries = submissions.indices.flatMap { index in
            let submission = submissions[index]
            let rows = submission.data[.episodes]
            return rows.indices.compactMap {
                RepairEntry(rows[$0], year: submission.year, at: .init(submission: index, position: $0))
            }
        }
        entries.sort { $0.comes(before: $1) }
    }

    /// RULE_3: rows alike in every value; the one of the latest return stays.
    mutating func takeOutDuplicates() {
        var seen: Set<[String]> = []
        var doubled: [Int] = []
        for index in entries.indices.reversed() where !seen.insert(entries[index].row.values).inserted {
            doubled.append(index)
        }
        takeOut(doubled.map { ($0, .duplicate) })
    }

    /// RULE_3A: the same start in a later return.
    ///
    /// And RULE_3 and RULE_3A for open episodes of earlier years: the one before or after is the same episode with its
    /// start corrected, or the one before was submitted later.
    mutating func takeOutReplaced() {
        takeOut(entries.indices.filter(isResubmitted).map { ($0, .replaced) })
        takeOut(
            entries.indices.compactMap { index in
                let entry = entries[index]
                guard entry.isOpen, entry.year < latest else { return nil }
                let before = entry.sameChild(before: index, in: entries)
                let after = entry.sameChild(after: index, in: entries)
                if [before, after].contains(where: { entry.isCorrected(by: $0) }) { return (index, .duplicate) }
                if let before, before.year > entry.year { return (index, .replaced) }
                return nil
            }
        )
    }

    private func isResubmitted(_ index: Int) -> Bool {
        let entry = entries[index]
        return entries[(index + 1)...].prefix { $0.child == entry.child && $0.start == entry.start }
            .contains { $0.year > entry.year }
    }

    /// RULE_1, RULE_1A and RULE_2.
    mutating func endOpenEpisodes() {
        for index in entries.indices where entries[index].isOpen {
            let entry = entries[index]
            guard let next = entry.sameChild(after: index, in: entries) else {
                if entry.year < latest { end(index, on: entry.year.end, "E99", .neverContinued) }
                continue
            }
            guard next.year >= entry.year else { continue }
            if next.reasonNew == "S" {
                end(index, on: min(entry.year.end, next.start - 1), "E99", .leftOpenBeforeReturn)
            } else {
                end(index, on: next.start, "X1", .leftOpen)
                if ["P", "B", "T", "U"].contains(next.reasonNew), entry.row.value(RepairEntry.reasonChange).isEmpty {
                    set(index, RepairEntry.reasonChange, to: "LIIAF", .leftOpen)
                }
            }
        }
    }

    /// RULE_4 and RULE_5.
    mutating func moveEnds() {
        for index in entries.indices {
            let entry = entries[index]
            guard let end = entry.end, let next = entry.sameChild(after: index, in: entries), next.year >= entry.year
            else { continue }
            if end > next.start {
                set(index, RepairEntry.dec, to: next.start.dayMonthYear, .overlap)
            } else if end < next.start, entry.row.value(RepairEntry.reasonCeased) == "X1" {
                set(index, RepairEntry.dec, to: next.start.dayMonthYear, .gap)
            }
        }
    }

    private mutating func end(_ index: Int, on day: Day, _ reason: String, _ rule: Repair.Rule) {
        let day = max(day, entries[index].start)
        set(index, RepairEntry.dec, to: day.dayMonthYear, rule)
        set(index, RepairEntry.reasonCeased, to: reason, rule)
    }

    private mutating func set(_ index: Int, _ column: Int, to value: String, _ rule: Repair.Rule) {
        let row = entries[index].row
        let before = row.value(column)
        guard before != value, column < row.values.count else { return }
        entries[index].row.values[column] = value
        repairs.append(
            Repair(
                rule,
                row,
                field: ReturnTable.episodes.columns[column],
                before: RepairEntry.shown(before),
                after: value
            )
        )
    }

    private mutating func takeOut(_ indices: [(index: Int, rule: Repair.Rule)]) {
        for (index, rule) in indices {
            repairs.append(Repair(rule, entries[index].row))
            isTakenOut.insert(entries[index].place)
        }
        entries.removeAll { isTakenOut.contains($0.place) }
    }

    /// The submissions with the rows as they are now.
    func result(of submissions: [ReturnSubmission]) -> [ReturnSubmission] {
        var result = submissions
        let now = Dictionary(grouping: entries, by: \.place.submission)
        for index in result.indices {
            var rows = result[index].data[.episodes]
            for entry in now[index] ?? [] { rows[entry.place.position] = entry.row }
            result[index].data[.episodes] = rows.indices
                .filter { !isTakenOut.contains(.init(submission: index, position: $0)) }
                .map { rows[$0] }
        }
        return result
    }
}

package import Values

/// A stretch of time in one state, and what follows it.
package struct CareSpell: Sendable {
    package let child: String
    package let state: CareState
    package let from: Day
    /// The first day not in it; nil where it goes on.
    package let to: Day?
    /// Whether the child was not in care the day it began.
    package let isEntry: Bool
    /// The state that follows at once; nil where the child leaves care, or it goes on.
    package let next: CareState?
}

/// Episodes of several years' returns made into spells that do not overlap.
///
/// The rules are those of the sector's demand model (Social Finance and Data to Insight, 2026), so that the same returns give
/// the same counts: of rows that begin on one day the latest to end is kept, of rows that end on one day the longest; an
/// earlier row ends where the next begins; a row that only changes legal status (RNE L, T or U) goes on with the one
/// before it; and a row is split at the birthdays that change the bracket.
package struct CareSpells: Sendable {
    package let spells: [CareSpell]

    /// `asAt` is the last day the returns know of: open rows are split at birthdays up to it.
    package init(_ episodes: [CareEpisode], asAt: Day) {
        let rows = CareSpells.split(CareSpells.joined(CareSpells.tidied(episodes)), asAt: asAt)
        spells = rows.indices.map { index in
            let row = rows[index]
            let before = index > 0 && rows[index - 1].child == row.child ? rows[index - 1] : nil
            let after = index + 1 < rows.count && rows[index + 1].child == row.child ? rows[index + 1] : nil
            let follows = row.to.flatMap { end in after.flatMap { $0.from == end ? $0 : nil } }
            return CareSpell(
                child: row.child,
                state: CareState(row.age, row.placement),
                from: row.from,
                to: row.to,
                isEntry: before == nil || before?.to != row.from,
                next: follows.map { CareState(row.ageAtEnd, $0.placement) }
            )
        }
    }

    private struct Row {
        let child: String
        let birth: Day
        var from: Day
        var to: Day?
        let reason: String
        let placement: PlacementCategory
        var age = AgeBracket.underOne
        var ageAtEnd = AgeBracket.underOne
    }

    /// Sorted, without rows that say the same twice, and none overlapping the next.
    private static func tidied(_ episodes: [CareEpisode]) -> [Row] {
        // An open row sorts before one that ended, so that the ended one is kept of two that begin on one day.
        let sorted = episodes.sorted {
            ($0.child, $0.from, $0.to ?? .earliest) < ($1.child, $1.from, $1.to ?? .earliest)
        }
        var rows: [Row] = []
        for episode in sorted {
            if let last = rows.last, last.child == episode.child, last.from == episode.from { rows.removeLast() }
            rows.append(
                Row(
                    child: episode.child,
                    birth: episode.birth,
                    from: episode.from,
                    to: episode.to,
                    reason: episode.reason,
                    placement: PlacementCategory(place: episode.place)
                )
            )
        }
        var ends: [String: Set<Day>] = [:]
        rows = rows.filter { ends[$0.child, default: []].insert($0.to ?? .latest).inserted }
        for index in rows.indices.dropLast() where rows[index].child == rows[index + 1].child {
            let next = rows[index + 1].from
            if rows[index].to.map({ $0 > next }) ?? true { rows[index].to = next }
        }
        return rows
    }

    /// Rows that only change legal status or carer's status go on with the one before.
    private static func joined(_ rows: [Row]) -> [Row] {
        var kept: [Row] = []
        var before: Row?
        for row in rows {
            if let previous = before, ["L", "T", "U"].contains(row.reason), previous.child == row.child,
                previous.to == row.from
            {
                kept[kept.count - 1].to = row.to
            } else {
                kept.append(row)
            }
            before = row
        }
        return kept
    }

    private static func split(_ rows: [Row], asAt: Day) -> [Row] {
        rows.flatMap { row -> [Row] in
            var parts: [Row] = []
            var rest = row
            var age = years(from: row.birth, to: row.from)
            let end = years(from: row.birth, to: row.to ?? asAt)
            for birthday in AgeBracket.birthdays where age < Double(birthday) && Double(birthday) <= end {
                var part = rest
                part.to = row.birth.adding(months: birthday * 12)
                part.age = AgeBracket(years: age)
                part.ageAtEnd = AgeBracket(years: Double(birthday))
                parts.append(part)
                rest.from = row.birth.adding(months: birthday * 12)
                age = Double(birthday)
            }
            rest.age = AgeBracket(years: age)
            rest.ageAtEnd = AgeBracket(years: end)
            return parts + [rest]
        }
    }

    /// Years of 365.24 days, as the model counts them.
    private static func years(from birth: Day, to day: Day) -> Double {
        Double(day - birth) / 365.24
    }
}

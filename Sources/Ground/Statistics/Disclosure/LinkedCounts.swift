/// Counts of people that are published together or were before, and every sum that links them.
///
/// Two tables that share a margin, a hierarchy of areas, this year's figure beside last year's: whatever adds up is a sum
/// here, and what can be worked out by adding and taking away can be worked out of these.
package struct LinkedCounts: Sendable {
    /// What can become of a count.
    package enum Fate: Sendable {
        /// It is to be published, and can be hidden.
        case open
        /// It was published, or must be: it cannot be hidden.
        case known
        /// It was hidden before and stays so.
        case hidden
        /// It is printed nowhere, but follows from others: 270 in two years less 136 in one.
        case implied
    }

    package struct Count: Sendable {
        /// What is counted, so that the same count in two tables has one fate: `families.served 2025-04-01..2026-03-31`.
        package let id: String
        package let value: Int
        /// The most it can be, where that is published (the people of the area).
        package let most: Int?
        package let fate: Fate
    }

    /// One count that is the sum of others.
    struct Sum: Sendable {
        let total: Int
        let parts: [Int]
    }

    package private(set) var counts: [Count] = []
    private(set) var sums: [Sum] = []
    private var places: [String: Int] = [:]
    /// The totals and parts that are linked, so that what two publications say stands here once.
    private var linked: Set<[Int]> = []

    package init() {}

    /// Adds a count, unless there is one with its id; gives its place.
    @discardableResult
    package mutating func add(_ id: String, _ value: Int, of most: Int? = nil, fate: Fate = .open) -> Int {
        if let place = places[id] { return place }
        places[id] = counts.count
        counts.append(Count(id: id, value: value, most: most, fate: fate))
        return counts.count - 1
    }

    /// The place of the count with this id.
    package func place(_ id: String) -> Int? { places[id] }

    /// Says that one count is the sum of others; nothing where it is not, or where the parts are none.
    package mutating func link(_ total: Int, isSumOf parts: [Int]) {
        guard !parts.isEmpty, counts[total].value == parts.reduce(0, { $0 + counts[$1].value }),
            linked.insert([total] + parts.sorted()).inserted
        else { return }
        sums.append(Sum(total: total, parts: parts))
    }

    /// Says that those counted in one are among those counted in the other, so that taking away gives the rest.
    ///
    /// Nothing where the part is the greater, since then it is no part.
    package mutating func link(_ part: Int, isAmong whole: Int) {
        let rest = counts[whole].value - counts[part].value
        guard rest >= 0, part != whole else { return }
        let place = add("\(counts[whole].id) less \(counts[part].id)", rest, fate: .implied)
        link(whole, isSumOf: [part, place])
    }

    /// Adds a table with its published sums; gives the places of its counts, sums last.
    @discardableResult
    package mutating func add(_ table: CountTable, named name: String) -> [[Int]] {
        let values = table.extended
        let places = values.indices.map { row in
            values[row].indices.map { column in
                let isInside = row < table.rows && column < table.columns
                return add(
                    "\(name) \(row),\(column)",
                    values[row][column],
                    of: isInside ? table.most[row][column] : nil
                )
            }
        }
        link(table, places)
        return places
    }

    /// Links the counts of a table that stand at these places by its sums.
    package mutating func link(_ table: CountTable, _ places: [[Int]]) {
        if table.hasRowTotals {
            for row in places { link(row[table.columns], isSumOf: Array(row.prefix(table.columns))) }
        }
        if table.hasColumnTotals, let last = places.last {
            for column in last.indices { link(last[column], isSumOf: places.dropLast().map { $0[column] }) }
        }
    }
}

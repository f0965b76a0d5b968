import Testing

@testable import Statistics

@Suite struct `Disclosure control` {
    private static func table(_ counts: [[Int]], rows: Bool = true, columns: Bool = true) -> CountTable {
        CountTable(counts, hasRowTotals: rows, hasColumnTotals: columns)
    }

    private static func audit(
        _ table: CountTable,
        _ policy: DisclosurePolicy = DisclosurePolicy()
    ) -> DisclosureAudit {
        var counts = LinkedCounts()
        counts.add(table, named: "table")
        return DisclosureAudit(counts, policy)
    }

    @Test func `hides 1 to 5, shows nought and 6`() {
        let protected = DisclosureControl().protect(Self.table([[0, 1, 5, 6, 40]], rows: false, columns: false))
        #expect(
            protected.counts == [
                [.shown(0), .hidden(.primary), .hidden(.primary), .shown(6), .shown(40)]
            ]
        )
    }

    @Test(arguments: [
        (94, 100, false), (95, 100, true), (100, 100, true), (0, 100, false), (0, 0, false), (6, 12, false),
        (6, 11, true),
    ])
    func `hides a count that leaves few of those it could be`(count: Int, most: Int, expected: Bool) {
        #expect(DisclosurePolicy().isSmall(count, of: most) == expected)
    }

    @Test func `a lone small count of a column takes another with it`() {
        let protected = DisclosureControl().protect(Self.table([[3], [20], [31], [0]], rows: false))
        #expect(
            protected.counts.map { $0[0] } == [
                .hidden(.primary), .hidden(.secondary), .shown(31), .shown(0), .shown(54),
            ]
        )
    }

    @Test func `where nothing else could hide it the sum goes too`() {
        let protected = DisclosureControl().protect(Self.table([[3], [0]], rows: false))
        #expect(protected.counts.map { $0[0].isHidden } == [true, false, true])
    }

    @Test func `four ones in a square are not protected by each other`() {
        let square = Self.audit(Self.table([[1, 1], [1, 1]]))
        let inner = (0..<9).map { $0 / 3 < 2 && $0 % 3 < 2 }
        #expect(square.range(0, isHidden: inner).spread == 0)
        #expect(square.failures(isHidden: inner) == [0, 1, 3, 4])
    }

    /// Without the rule that nought is shown the same square could hold 0, 1 or 2 everywhere.
    @Test func `what the rule reveals counts`() {
        let square = Self.table([[1, 1], [1, 1]])
        let inner = (0..<9).map { $0 / 3 < 2 && $0 % 3 < 2 }
        let range = Self.audit(square, DisclosurePolicy(showsNought: false)).range(0, isHidden: inner)
        #expect(range.low == 0 && range.high == 2)
    }

    /// Two hidden counts in every row and column, and one of them is exact all the same: 20 is the sum of two rows less
    /// that of two columns.
    @Test func `two hidden counts a row and column are not enough`() {
        let table = Self.table([[3, 8, 20, 21], [9, 7, 22, 23], [24, 25, 4, 6], [26, 27, 9, 8]])
        let cells: Set = [[0, 0], [0, 1], [1, 0], [1, 1], [2, 2], [2, 3], [3, 2], [3, 3], [0, 2]]
        let hidden = (0..<25).map { cells.contains([$0 / 5, $0 % 5]) }
        #expect(Self.audit(table).range(2, isHidden: hidden).spread == 0)
        #expect(Self.audit(table).failures(isHidden: hidden) == [2])
    }

    @Test func `a worked table keeps every hidden count apart`() {
        let table = Self.table([[20, 3, 12, 0], [15, 9, 8, 14], [4, 11, 25, 7], [30, 18, 6, 10]])
        let protected = DisclosureControl().protect(table)
        #expect(!protected.isWithheld)
        #expect(protected.counts[0][1] == .hidden(.primary))
        #expect(protected.counts[2][0] == .hidden(.primary))
        #expect(protected.counts[0][3] == .shown(0))
        #expect(protected.counts[4] == [.shown(69), .shown(41), .shown(51), .shown(31), .shown(192)])
        #expect(protected.counts.joined().count { $0.isHidden } <= 7)
    }

    /// The pattern named in the methods for that table lets both small counts be anything from 1 to 14; the rule of the
    /// next smallest hides more and leaves them between 1 and 6.
    @Test func `ranges of a worked table`() {
        let audit = Self.audit(Self.table([[20, 3, 12, 0], [15, 9, 8, 14], [4, 11, 25, 7], [30, 18, 6, 10]]))
        let cells: Set = [[0, 1], [2, 0], [0, 2], [1, 0], [1, 1], [1, 2], [2, 1]]
        let hidden = (0..<25).map { cells.contains([$0 / 5, $0 % 5]) }
        for place in [1, 10] {
            let range = audit.range(place, isHidden: hidden)
            #expect(range.low == 1 && range.high == 14)
        }
        let rule = NextSmallestRule.isHidden(audit.counts, audit.policy)
        #expect(rule.count { $0 } == 8)
        for place in [1, 10] {
            let range = audit.range(place, isHidden: rule)
            #expect(range.low == 1 && range.high == 6)
        }
    }

    /// Every small table of the generator, tried against every table of whole numbers that fits what is published.
    @Test(arguments: 0..<120) func `no hidden count can be worked out`(seed: Int) {
        var numbers = SeededGenerator(seed: UInt64(seed))
        let rows = Int.random(in: 1...3, using: &numbers)
        let columns = Int.random(in: 1...(rows == 3 ? 2 : 3), using: &numbers)
        let threshold = Int.random(in: 1...2, using: &numbers)
        let counts = (0..<rows).map { _ in
            (0..<columns).map { _ in Int.random(in: 0...2, using: &numbers) * Int.random(in: 0...4, using: &numbers) }
        }
        let table = Self.table(counts, rows: Bool.random(using: &numbers), columns: Bool.random(using: &numbers))
        let protected = DisclosureControl(threshold: threshold).protect(table)
        guard !protected.isWithheld else { return }
        let attack = Attack(table, protected, reach: threshold + 2)
        for (index, count) in protected.counts.joined().enumerated() {
            let truth = Array(table.extended.joined())[index]
            guard count.isHidden else {
                #expect(count == .shown(truth) && !(1...threshold).contains(truth))
                continue
            }
            let values = attack.values(ofCount: index)
            #expect(values.contains(truth) && values.count >= 2, "\(counts)")
            #expect((values.max() ?? 0) - (values.min() ?? 0) > threshold, "\(counts): \(protected.counts)")
        }
    }

    /// The attack itself finds what is exact, so that the property above can fail.
    @Test func `a count hidden alone is worked out by trying`() {
        let table = Self.table([[3, 8], [9, 7]])
        let alone = ProtectedTable(
            counts: [
                [.hidden(.primary), .shown(8), .shown(11)], [.shown(9), .shown(7), .shown(16)],
                [.shown(12), .shown(15), .shown(27)],
            ],
            isWithheld: false
        )
        #expect(Attack(table, alone, reach: 5).values(ofCount: 0) == [3])
    }
}

/// Tries every table of whole numbers around the true one that agrees with what is published.
private struct Attack {
    private let truth: [[Int]]
    private let hidden: [[Bool]]
    private let table: CountTable
    private let reach: Int

    init(_ table: CountTable, _ protected: ProtectedTable, reach: Int) {
        truth = table.extended
        hidden = protected.counts.map { $0.map(\.isHidden) }
        self.table = table
        self.reach = reach
    }

    private var width: Int { truth[0].count }

    /// The values a hidden count or sum can have.
    func values(ofCount index: Int) -> Set<Int> {
        let own = truth[index / width][index % width]
        return Set(
            (max(1, own - reach)...(own + reach)).filter { wanted in
                var counts = table.counts
                return search(0, &counts) { all in all[index / width][index % width] == wanted }
            }
        )
    }

    /// Fills in the counts one after another; whether some filling agrees with every published sum and the wish.
    private func search(_ cell: Int, _ counts: inout [[Int]], _ wish: ([[Int]]) -> Bool) -> Bool {
        let columns = counts[0].count
        guard cell < counts.count * columns else {
            let all = CountTable(counts, hasRowTotals: table.hasRowTotals, hasColumnTotals: table.hasColumnTotals)
                .extended
            return agrees(all) && wish(all)
        }
        let (row, column) = (cell / columns, cell % columns)
        let own = truth[row][column]
        let choices = hidden[row][column] ? Array(max(1, own - reach)...(own + reach)) : [own]
        for value in choices {
            counts[row][column] = value
            if column == columns - 1, table.hasRowTotals, !hidden[row][columns],
                counts[row].reduce(0, +) != truth[row][columns]
            {
                continue
            }
            if search(cell + 1, &counts, wish) { return true }
        }
        counts[row][column] = own
        return false
    }

    /// Whether every published count and sum is the true one, and every hidden one at least 1.
    private func agrees(_ all: [[Int]]) -> Bool {
        all.indices.allSatisfy { row in
            all[row].indices.allSatisfy { column in
                hidden[row][column] ? all[row][column] >= 1 : all[row][column] == truth[row][column]
            }
        }
    }
}

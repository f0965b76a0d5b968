import Testing

@testable import Statistics

@Suite struct `Disclosure across tables and publications` {
    private static func twoYears(_ last: Int, _ both: Int, lastYearIsKnown: Bool) -> (LinkedCounts, [Int]) {
        var counts = LinkedCounts()
        let one = counts.add("families, 12 months", last, fate: lastYearIsKnown ? .known : .open)
        let two = counts.add("families, 24 months", both)
        counts.link(one, isAmong: two)
        return (counts, [one, two])
    }

    @Test func `136 in 12 months and 270 in 24 publish 134 for the year before, which is not small`() throws {
        let (counts, places) = Self.twoYears(136, 270, lastYearIsKnown: false)
        let rest = try #require(counts.place("families, 24 months less families, 12 months"))
        #expect(counts.counts[rest].value == 134)
        let protection = DisclosureControl().protect(counts)
        #expect(places.map(protection.text) == ["136", "270"])
        #expect(!protection.shows([rest]))
    }

    @Test func `where the year before was small one of the two goes`() throws {
        let (counts, places) = Self.twoYears(136, 139, lastYearIsKnown: true)
        #expect(DisclosureAudit(counts, DisclosurePolicy()).failures(isHidden: [false, false, false]) == [2])
        let protection = DisclosureControl().protect(counts)
        #expect(places.map(protection.text) == ["136", "c"])
        #expect(!protection.isWithheld)
    }

    @Test func `what has been given away already is withheld and said`() {
        var counts = LinkedCounts()
        let one = counts.add("12 months", 136, fate: .known)
        let two = counts.add("24 months", 139, fate: .known)
        counts.link(one, isAmong: two)
        counts.add("36 months", 200)
        #expect(DisclosureControl().protect(counts).isWithheld)
    }

    @Test func `the same count in two tables has one fate`() {
        var counts = LinkedCounts()
        let first = counts.add("by area: north", 3)
        #expect(counts.add("by area: north", 3) == first)
        #expect(counts.counts.count == 1)
    }

    @Test func `a hierarchy of areas is protected as a whole`() {
        // Wards of two districts of a county: the small ward needs another ward, or its district and the county.
        var counts = LinkedCounts()
        let wards = [[3, 30, 42], [25, 61, 18]].enumerated().map { district, values in
            values.enumerated().map { counts.add("ward \(district).\($0.offset)", $0.element) }
        }
        let districts = [counts.add("district 0", 75), counts.add("district 1", 104)]
        let county = counts.add("county", 179)
        for district in 0..<2 { counts.link(districts[district], isSumOf: wards[district]) }
        counts.link(county, isSumOf: districts)
        let protection = DisclosureControl().protect(counts)
        #expect(protection.text(wards[0][0]) == "c" && protection.text(wards[0][1]) == "c")
        #expect(protection.text(county) == "179" && protection.text(districts[0]) == "75")
        let account = protection.account
        #expect(account.lost.counts == 2 && account.lost.people == 33 && account.lost.unsafe == 0)
        #expect(account.entries.map(\.low) == [1, 1] && account.entries.map(\.high) == [32, 32])
    }

    @Test func `percentages go with their counts`() {
        var counts = LinkedCounts()
        let all = counts.add("closed", 40)
        let most = counts.add("completed", 38, of: 40)
        #expect(DisclosureControl().protect(counts).shows([all]))
        #expect(!DisclosureControl().protect(counts).shows([most, all]))
    }

    @Test(arguments: [(2, "k"), (3, "5"), (7, "5"), (8, "10"), (0, "0"), (12, "10"), (13, "15")])
    func `rounding is half up and tells what rounds to nought`(count: Int, expected: String) {
        var counts = LinkedCounts()
        let place = counts.add("all", count)
        let policy = DisclosurePolicy(threshold: 1, rounding: 5)
        #expect(DisclosureControl(policy).protect(counts).text(place) == expected)
    }

    /// Random linked tables: two tables over the same rows share their row sums, which have a sum of their own.
    private static func linked(_ seed: Int) -> LinkedCounts {
        var numbers = SeededGenerator(seed: UInt64(seed) &+ 900)
        func row(_ count: Int) -> [Int] {
            (0..<count).map { _ in
                Bool.random(using: &numbers)
                    ? Int.random(in: 0...9, using: &numbers) : Int.random(in: 6...30, using: &numbers)
            }
        }
        var counts = LinkedCounts()
        let rows = Int.random(in: 2...4, using: &numbers)
        var sums: [Int] = []
        var columns: [[Int]] = [[], [], [], []]
        for index in 0..<rows {
            let first = row(2)
            let whole = first.reduce(0, +)
            let split = Int.random(in: 0...whole, using: &numbers)
            let total = counts.add("row \(index)", whole)
            let one = first.enumerated().map { counts.add("a \(index),\($0.offset)", $0.element) }
            let other = [split, whole - split].enumerated().map { counts.add("b \(index),\($0.offset)", $0.element) }
            counts.link(total, isSumOf: one)
            counts.link(total, isSumOf: other)
            sums.append(total)
            for (column, place) in (one + other).enumerated() { columns[column].append(place) }
        }
        let all = sums.reduce(0) { $0 + counts.counts[$1].value }
        counts.link(counts.add("all", all), isSumOf: sums)
        for (index, column) in columns.enumerated() {
            let sum = column.reduce(0) { $0 + counts.counts[$1].value }
            counts.link(counts.add("column \(index)", sum), isSumOf: column)
        }
        return counts
    }

    /// Every range claimed is true: the counts at its ends exist, agree with all that is shown, and are whole.
    @Test(arguments: 0..<150) func `linked tables keep every hidden count apart`(seed: Int) {
        let counts = Self.linked(seed)
        let protection = DisclosureControl().protect(counts)
        guard !protection.isWithheld else { return }
        for (place, count) in counts.counts.enumerated() where !protection.isHidden[place] {
            #expect(!(1...5).contains(count.value))
        }
        for place in counts.counts.indices where protection.isHidden[place] {
            var state = HiddenCounts(counts, DisclosurePolicy(), isHidden: protection.isHidden)
            let up = protection.audit.push(place, 1, &state, limit: 6)
            Self.expectTrue(state, counts, protection.isHidden)
            protection.audit.undo(up.made, &state)
            let down = protection.audit.push(place, -1, &state, limit: 6)
            Self.expectTrue(state, counts, protection.isHidden)
            #expect(up.times + down.times >= 6)
        }
    }

    private static func expectTrue(_ state: HiddenCounts, _ counts: LinkedCounts, _ isHidden: [Bool]) {
        for sum in counts.sums {
            #expect(state.values[sum.total] == sum.parts.reduce(0) { $0 + state.values[$1] })
        }
        for (place, count) in counts.counts.enumerated() {
            #expect(isHidden[place] ? state.values[place] >= min(1, count.value) : state.values[place] == count.value)
        }
    }

    @Test func `few of them are withheld whole`() {
        let withheld = (0..<150).count { DisclosureControl().protect(Self.linked($0)).isWithheld }
        #expect(withheld < 8)
    }

    @Test func `a table of 50 by 50 is protected`() {
        var numbers = SeededGenerator(seed: 50)
        let table = CountTable(
            (0..<50).map { _ in (0..<50).map { _ in Int.random(in: 0...20, using: &numbers) } },
            hasRowTotals: true,
            hasColumnTotals: true
        )
        let protected = DisclosureControl().protect(table)
        #expect(!protected.isWithheld)
        let hidden = protected.counts.joined().count { $0.isHidden }
        let small = table.counts.joined().count { (1...5).contains($0) }
        #expect(hidden < small + small / 10)
    }
}

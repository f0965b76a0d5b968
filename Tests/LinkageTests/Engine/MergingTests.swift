import Testing

@testable import Linkage

/// How the members of a tangle are put together.
@Suite struct MergingTests {
    private func groups(_ weights: [[Double]], at bar: Double) -> Set<Set<Int>> {
        var merging = Merging()
        merging.begin(weights.count) { weights[$0][$1] }
        var groups = Groups(weights.count)
        merging.run(least: -10) { a, b, weight in if weight >= bar { groups.join(a, b) } }
        var members: [Int: Set<Int>] = [:]
        for index in weights.indices { members[groups.first(index), default: []].insert(index) }
        return Set(members.values)
    }

    /// A father (0), a son of his name (1), and a record of the name without a date of birth (2).
    @Test func aRecordThatCouldBeEitherGoesWithNeither() {
        let weights = [[0, -12, 5], [-12, 0, 5], [5, 5, 0.0]]
        #expect(groups(weights, at: 4) == [[0], [1], [2]])
    }

    /// The same where there is no son: the record is the father's.
    @Test func withNoRivalItGoesWithTheOneThereIs() {
        #expect(groups([[0, 5], [5, 0.0]], at: 4) == [[0, 1]])
    }

    /// Two records of one woman, two of her sister, one mistaken link between them.
    @Test func oneMistakenLinkDoesNotJoinTwoPeople() {
        let weights = [[0, 9, 3, -9], [9, 0, -9, -9], [3, -9, 0, 9], [-9, -9, 9, 0.0]]
        #expect(groups(weights, at: 4) == [[0, 1], [2, 3]])
    }

    @Test func aDecisionStandsAboveEvidence() {
        let apart = -LinkDecision.weight
        #expect(groups([[0, apart], [apart, 0.0]], at: -9) == [[0], [1]])
        let same = LinkDecision.weight
        #expect(groups([[0, same, -9], [same, 0, -9], [-9, -9, 0.0]], at: 4) == [[0, 1], [2]])
    }

    /// Whatever the order of the members, the same are together.
    @Test func theOrderOfMembersDoesNotMatter() {
        var dice = Town.Dice(state: 21)
        for _ in 0..<200 {
            let count = 2 + dice.next(6)
            var weights = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
            for a in 0..<count {
                for b in 0..<a {
                    weights[a][b] = Double(dice.next(40_001)) / 1000 - 20
                    weights[b][a] = weights[a][b]
                }
            }
            let turned = (0..<count).map { a in (0..<count).map { b in weights[count - 1 - a][count - 1 - b] } }
            let one = groups(weights, at: 3)
            let other = Set(groups(turned, at: 3).map { Set($0.map { count - 1 - $0 }) })
            #expect(one == other)
        }
    }
}

import Testing

@testable import Linkage

/// Which pairs are compared, against looking at every pair there is.
@Suite struct BlockingTests {
    private static let rules: [BlockingRule] = [
        .on("dob"), .on("house", "street"),
        BlockingRule([.init(.left("forename"), .right("surname")), .init(.left("surname"), .right("forename"))]),
        BlockingRule([.init(.left("forename"), .right("surname"))]), .on("surname", "year"),
    ]

    /// A town in which names are so few that first names are surnames too.
    private static func profiles(seed: UInt64) throws -> Profiles {
        var rows = Town(households: 90, seed: seed).rows
        for index in rows.indices where index.isMultiple(of: 7) {
            rows[index].values.swapAt(0, 1)
        }
        var model = LinkageModel.town()
        model.blocking = rules
        return Profiles(Town.columns(rows), plan: try ValuePlan(model), scope: .dedupe)
    }

    private static func meets(_ a: Int, _ b: Int, _ rule: BlockingRule, _ profiles: Profiles) -> Bool {
        rule.equalities.allSatisfy { equality in
            guard let one = profiles.plan.position(of: equality.left),
                let other = profiles.plan.position(of: equality.right),
                let text = profiles.text(one, of: a)
            else { return false }
            return text == profiles.text(other, of: b)
        }
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func everyPairThatMeetsComesOnceAndNoOther(seed: UInt64) throws {
        let profiles = try Self.profiles(seed: seed)
        let blocking = try Blocking(Self.rules, BlockingIndexes(Self.rules, profiles: profiles), limit: .max)
        let found = blocking.map(progress: LinkageProgress()) { part in
            var pairs: [[Int]] = []
            part { pairs.append([$0, $1]) }
            return pairs
        }.flatMap(\.self)
        var expected: Set<[Int]> = []
        for a in 0..<profiles.count {
            for b in (a + 1)..<profiles.count {
                let meet = Self.rules.contains {
                    Self.meets(a, b, $0, profiles) || Self.meets(b, a, $0, profiles)
                }
                if meet { expected.insert([a, b]) }
            }
        }
        #expect(found.count == expected.count)
        #expect(Set(found) == expected)
        #expect(expected.count > 200)
    }

    @Test func everyRuleCountsItsPairs() throws {
        let profiles = try Self.profiles(seed: 9)
        let blocking = try Blocking(Self.rules, BlockingIndexes(Self.rules, profiles: profiles), limit: .max)
        for (rule, index) in zip(Self.rules, blocking.rules) {
            var pairs = 0
            for a in 0..<profiles.count {
                for b in 0..<profiles.count where index.isEven ? a < b : true {
                    if Self.meets(a, b, rule, profiles) { pairs += 1 }
                }
            }
            #expect(index.pairCount == pairs)
        }
    }

    @Test(arguments: [true, false])
    func onlyPairsWithoutAProspectAreGivenUp(household: Bool) throws {
        let raw = Town.columns(Town(households: 120, seed: 5).rows)
        var options = LinkageOptions()
        options.trains = true
        let model = try Linker.link(raw, by: .town(household: household), options: options).model
        let profiles = Profiles(raw, plan: try ValuePlan(model), scope: model.scope)
        let tester = PairTester(PairTables(profiles, comparisons: model.comparisons))
        let weights = try MatchWeights(model)
        let adjuster = Adjuster(model, profiles, TermFrequencies(model, profiles))
        let least = -4.0
        let prospects = Prospects(weights, adjuster, least: least)
        var kept: [[Int]: UInt64] = [:]
        let keep = { (a: Int, b: Int, pattern: UInt64) in kept[[a, b]] = pattern }
        var batch = PairBatch()
        for a in 0..<profiles.count {
            for b in (a + 1)..<profiles.count {
                batch.add(a, b)
                if batch.isFull { batch.tryAll(tester, prospects, keep) }
            }
        }
        batch.tryAll(tester, prospects, keep)
        var givenUp = 0
        for a in 0..<profiles.count {
            for b in (a + 1)..<profiles.count {
                let whole = tester.pattern(a, b)
                if let pattern = kept[[a, b]] {
                    #expect(pattern == whole)
                } else {
                    givenUp += 1
                    let weight = weights.weight(whole, adjustment: adjuster.adjustment(whole, a, b, profiles))
                    #expect(weight < least)
                }
            }
        }
        #expect(kept.count > 50)
        #expect(givenUp > kept.count * 10)
    }
}

@Suite struct KeyedProfilesTests {
    @Test func `keys that are nearly alike are told apart`() {
        let far = UInt64(7) << 50
        let keys: [UInt64] = [far + 2, 0, far + 1, far + 2, far + 3, far + 1, far, 9 << 50]
        let others: [UInt64] = [far + 3, 5 << 50, far + 2, 0, 9 << 50]
        let none = KeyedProfiles.none
        keys.withUnsafeBufferPointer { keys in
            let keyed = KeyedProfiles(keys)
            #expect(keyed.firsts == [0, none, 2, 0, 4, 2, 6, 7])
            #expect(others.withUnsafeBufferPointer { keyed.firsts(of: $0) } == [4, none, 0, none, 7])
        }
    }

    /// Few different keys, all looked for first in the same few places.
    @Test(arguments: [1, 63, 64, 65, 3000])
    func `the first of each key is found however many share a place`(count: Int) {
        var dice = Town.Dice(state: UInt64(count))
        let keys = (0..<count).map { _ in UInt64(dice.next(400)) << 40 | UInt64(dice.next(2)) }
        var first: [UInt64: UInt32] = [:]
        for (place, key) in keys.enumerated() where key != 0 && first[key] == nil { first[key] = UInt32(place) }
        let firsts = keys.withUnsafeBufferPointer { KeyedProfiles($0).firsts }
        #expect(firsts == keys.map { first[$0] ?? KeyedProfiles.none })
    }

    @Test func `a profile that meets nobody under a rule is told from one without a key`() {
        let far = UInt64(7) << 50
        let keys: [UInt64] = [far + 2, 0, far + 1, far + 2, 9 << 55, 8 << 55]
        keys.withUnsafeBufferPointer { keys in
            let index = BlockingIndex(even: keys)
            #expect(index.pairCount == 1)
            #expect(index.joins(0, 3))
            #expect(index.left[1] == 0)
            #expect([0, 2, 3, 4, 5].allSatisfy { index.left[$0] != 0 })
            #expect(!index.joins(4, 5) && !index.joins(2, 0) && !index.joins(1, 1))
        }
    }

    @Test func `what is asked of both sides meets only under the whole key`() {
        let left: [UInt64] = [1 << 60 | 1, 1 << 60 | 2, 0]
        let right: [UInt64] = [1 << 60 | 2, 0, 1 << 60 | 3]
        left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { right in
                let index = BlockingIndex(left: left, right: right)
                #expect(index.pairCount == 1)
                #expect(index.joins(1, 0))
                #expect(!index.joins(1, 2))
                #expect(!index.joins(0, 2))
            }
        }
    }
}

@Suite struct SortingTests {
    @Test(arguments: [0, 1, 2, 500, 5000])
    func numbersComeInOrderWhateverTheyShare(count: Int) {
        var dice = Town.Dice(state: UInt64(count) + 3)
        let numbers = (0..<count).map { _ in
            UInt64(dice.next(40)) << 58 | UInt64(dice.next(7)) << 31 | UInt64(dice.next(1 << 20))
        }
        #expect(Sorting.sorted(numbers) == numbers.sorted())
        let byKey = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
        #expect(Sorting.order(numbers).map(Int.init) == byKey)
    }
}

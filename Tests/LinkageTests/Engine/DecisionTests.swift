import Testing

@testable import Linkage

/// What people have decided of pairs stands above what records say.
@Suite struct DecisionTests {
    private static let town = Town(households: 120, seed: 11)

    private static func model(household: Bool) throws -> LinkageModel {
        var options = LinkageOptions()
        options.trains = true
        options.keepsFrequencies = true
        return try Linker.link(Town.columns(town.rows), by: .town(household: household), options: options).model
    }

    private static func alike() throws -> (rows: [Town.Row], names: [String]) {
        // Three records of one child that say just the same, in three sources.
        let first = try #require(town.rows.first { row in !row.values.contains(nil) })
        let copies = ["school", "housing", "police"].map {
            Town.Row(source: $0, id: "copy", values: first.values, person: first.person)
        }
        return (town.rows.filter { $0.values != first.values } + copies, copies.map { "\($0.source)/copy" })
    }

    private static func clusters(
        _ rows: [Town.Row],
        _ model: LinkageModel,
        _ decided: [(String, String, Bool)]
    ) throws -> [String: Int] {
        let raw = Town.columns(rows)
        let places = Dictionary((0..<raw.count).map { ("\(raw.source($0))/\(raw.recordID($0))", $0) }) { first, _ in
            first
        }
        var options = LinkageOptions()
        options.decisions = try decided.map {
            LinkDecision(left: try #require(places[$0.0]), right: try #require(places[$0.1]), isSame: $0.2)
        }
        let linkage = try Linker.link(raw, by: model, options: options)
        return places.mapValues { linkage.clusters[$0] }
    }

    @Test(arguments: [true, false])
    func recordsAlikeInEveryValueAreKeptApart(household: Bool) throws {
        let model = try Self.model(household: household)
        let (rows, names) = try Self.alike()
        let plain = try Self.clusters(rows, model, [])
        #expect(Set(names.map { plain[$0] }).count == 1)
        let apart = try Self.clusters(rows, model, [(names[0], names[1], false)])
        #expect(apart[names[0]] != apart[names[1]])
    }

    @Test(arguments: [true, false])
    func theOrderOfRowsAndOfDecisionsDoesNotMatter(household: Bool) throws {
        let model = try Self.model(household: household)
        let (rows, names) = try Self.alike()
        let decided = [(names[0], names[1], false), (names[1], names[2], true)]
        let one = try Self.clusters(rows, model, decided)
        let other = try Self.clusters(rows.reversed(), model, decided.reversed())
        func company(_ clusters: [String: Int]) -> Set<Set<String>> {
            Set(Dictionary(grouping: clusters.keys) { clusters[$0] ?? -1 }.values.map { Set($0) })
        }
        #expect(company(one) == company(other))
        #expect(one[names[0]] != one[names[1]] && one[names[1]] == one[names[2]])
    }

    @Test func takingADecisionBackUndoesItForRecordsAlike() throws {
        let model = try Self.model(household: true)
        let (rows, names) = try Self.alike()
        let raw = Town.columns(rows)
        var options = LinkageOptions()
        let places = try names.map { name in
            try #require((0..<raw.count).first { "\(raw.source($0))/\(raw.recordID($0))" == name })
        }
        options.decisions = [LinkDecision(left: places[0], right: places[1], isSame: false)]
        options.remembers = true
        var remembering = LinkageOptions()
        remembering.remembers = true
        var again = remembering
        again.memory = try Linker.link(raw, by: model, options: options).memory
        #expect(again.memory != nil)
        let plain = try Linker.link(raw, by: model, options: remembering)
        let after = try Linker.link(raw, by: model, options: again)
        #expect(after.clusters == plain.clusters && after.memory == plain.memory)
        #expect(after.compared < plain.compared)
    }

    @Test func whatIsRememberedComesBackFromBytes() throws {
        var options = LinkageOptions()
        options.remembers = true
        let linkage = try Linker.link(Town.columns(Self.town.rows), by: Self.model(household: true), options: options)
        let memory = try #require(linkage.memory)
        #expect(!memory.pairs.isEmpty)
        let bytes = memory.bytes
        #expect(LinkageMemory(bytes: bytes) == memory)
        #expect(LinkageMemory(bytes: []) == nil)
        #expect(LinkageMemory(bytes: Array(bytes.dropLast())) == nil)
        #expect(LinkageMemory(bytes: bytes + [0]) == nil)
        #expect(LinkageMemory(bytes: bytes + [UInt8](repeating: 0, count: 8)) == nil)
        var huge = bytes
        for place in 16..<32 { huge[place] = 255 }
        #expect(LinkageMemory(bytes: huge) == nil)
    }

    @Test func reasonsAreThoseOfTheRecordsWhateverWasDecided() throws {
        let model = try Self.model(household: true)
        let raw = Town.columns(Self.town.rows)
        var options = LinkageOptions()
        options.keepsReasons = true
        let plain = try Linker.link(raw, by: model, options: options)
        let pair = try #require(plain.pairs.first { $0.probability > 0.95 })
        options.decisions = [LinkDecision(left: pair.left, right: pair.right, isSame: false)]
        let decided = try Linker.link(raw, by: model, options: options)
        let reasons = try #require(try decided.reasons(pair.left, pair.right))
        #expect(abs(reasons.weight) < 200)
        #expect(decided.clusters[pair.left] != decided.clusters[pair.right])
        #expect(try Linker.link(raw, by: model).reasons(pair.left, pair.right) == nil)
    }
}

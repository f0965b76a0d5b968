import Definitions
import Invented
import Records
import Report
import Statistics
import Testing
import Values

@Suite struct `Answers for publication` {
    private static let policy = DisclosurePolicy()

    /// So many families served in each of two years, some in both.
    private static func world(first: Int, both: Int, second: Int) -> World {
        var world = World()
        for number in 0..<(first + both + second) {
            world.family("F\(number)")
            world.addCase(
                "C\(number)",
                family: "F\(number)",
                child: nil,
                programme: "mst",
                from: number < first + both ? "2017-06-01" : "2018-06-01",
                to: number < first ? "2017-09-01" : "2018-09-01"
            )
        }
        return world
    }

    private static func library() throws -> QuestionLibrary {
        try #require(try QuestionLibrary.all(try DefinitionSet()).first { $0.id == "family-therapies" })
    }

    private static func draft(_ world: World, _ earlier: [[PublishedFigure]] = []) throws -> DraftAnswer {
        try Grounds.of(world).answer(
            library(),
            asAt: day("2019-03-31"),
            policy: policy,
            earlier: earlier,
            write: { "\($0.value ?? 0)" }
        )
    }

    private static func words(_ id: String, _ draft: DraftAnswer) throws -> String {
        try #require(draft.lines.first { $0.question.id == id }).words
    }

    @Test func `eleven questions are shipped`() throws {
        #expect(try Self.library().questions.count == 11)
    }

    @Test func `136 of 270 publish 134, which is said and not small`() throws {
        let draft = try Self.draft(Self.world(first: 134, both: 0, second: 136))
        let words = try Self.words("families", draft)
        #expect(words.contains("12 months: 136 families") && words.contains("24 months: 270 families"))
        #expect(draft.implied.contains { $0.value == 134 })
    }

    @Test func `where the year before had few families one of the two counts is hidden`() throws {
        let draft = try Self.draft(Self.world(first: 3, both: 0, second: 136))
        let words = try Self.words("families", draft)
        #expect(words.contains("c families"))
        #expect(draft.protection.account.lost.counts > 0 && draft.protection.account.lost.unsafe == 0)
    }

    @Test func `an earlier answer cannot be differenced with a later one`() throws {
        let world = Self.world(first: 3, both: 0, second: 136)
        let period = Period.last(months: 12, asAt: day("2019-03-31"))
        let earlier = PublishedFigure(
            figure: "all.families.served",
            part: .count,
            period: period,
            grows: true,
            value: 136,
            isHidden: false
        )
        let draft = try Self.draft(world, [[earlier]])
        let words = try Self.words("families", draft)
        #expect(words.contains("12 months: 136 families") && words.contains("24 months: c families"))
        let own = draft.published.first { $0.figure == "all.families.served" && $0.period != period }
        #expect(own?.value == 139 && own?.isHidden == true)
    }

    @Test func `what an earlier answer hid stays hidden`() throws {
        let period = Period.last(months: 12, asAt: day("2019-03-31"))
        let earlier = PublishedFigure(
            figure: "all.families.served",
            part: .count,
            period: period,
            grows: true,
            value: 136,
            isHidden: true
        )
        let draft = try Self.draft(Self.world(first: 134, both: 0, second: 136), [[earlier]])
        #expect(try Self.words("families", draft).contains("12 months: c families"))
    }

    @Test func `a figure that the register has not is x`() throws {
        let draft = try Self.draft(Self.world(first: 20, both: 0, second: 40))
        #expect(try Self.words("cost", draft).contains("FFT-CW x per family"))
    }

    @Test(arguments: [
        (
            "tier/high.distance-travelled.worse count 2025-04-01..2026-03-31 35",
            "tier high, worse, 1 April 2025 to 31 March 2026"
        ),
        (
            "area/Hartlow Park.needs-analysis.permanent_exclusion numerator 2025-04-01..2026-03-31 4",
            "area Hartlow Park, permanent exclusion, 1 April 2025 to 31 March 2026"
        ),
        (
            "all.families.served count 2025-04-01..2026-03-31 270 less all.families.served count 2025-10-01..2026-03-31 136",
            "all families served, 1 April 2025 to 31 March 2026, less all families served, 1 October 2025 to 31 March 2026"
        ),
        ("a name of no count", "a name of no count"),
    ])
    func `a count is named in words in the account of what is hidden`(name: String, words: String) {
        #expect(PublishedFigure.words(of: name) == words)
    }
}

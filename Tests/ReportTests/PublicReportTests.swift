import Definitions
import Invented
import Records
import Report
import Statistics
import Testing
import Values

@Suite struct `A report for publication` {
    private static let year = FinancialYear(startYear: 2018).period

    /// Families served in a year by each programme, each with one closed case.
    private static func world(_ counts: [String: Int]) -> World {
        var world = World()
        for (programme, count) in counts.sorted(by: { $0.key < $1.key }) {
            for number in 0..<count {
                let name = "\(programme)\(number)"
                world.family("F\(name)")
                world.addCase(
                    "C\(name)",
                    family: "F\(name)",
                    child: nil,
                    programme: programme,
                    from: "2018-06-01",
                    to: "2018-09-01"
                )
            }
        }
        return world
    }

    private static func report(_ world: World, _ earlier: [[PublishedFigure]] = []) throws -> PublicReport {
        try #require(
            try Grounds.of(world).publicReport(
                .performance(during: year),
                policy: DisclosurePolicy(),
                earlier: earlier,
                write: { "\(Int($0.value ?? 0))" }
            )
        )
    }

    private static func words(_ id: String, _ report: PublicReport) throws -> String {
        try #require(report.lines.first { $0.figure.id == id }).words
    }

    @Test func `shows what is large`() throws {
        let report = try Self.report(Self.world(["mst": 40, "fft": 100]))
        #expect(try Self.words("mst.families.served", report) == "40")
        #expect(try Self.words("fft.families.served", report) == "100")
        #expect(try Self.words("all.families.served", report) == "140")
    }

    @Test func `hides what is small, and one of those it could be worked out from`() throws {
        let report = try Self.report(Self.world(["mst": 3, "fft": 100]))
        #expect(try Self.words("mst.families.served", report) == "c")
        let others = try ["fft.families.served", "all.families.served"].map { try Self.words($0, report) }
        #expect(others.contains("c"))
        #expect(report.protection.account.lost.unsafe == 0)
    }

    @Test func `says nothing of a share whose count is hidden`() throws {
        let report = try Self.report(Self.world(["mst": 3, "fft": 100]))
        for line in report.lines where line.isHidden { #expect(line.words == "c" && line.of == nil) }
        let share = try #require(report.lines.first { $0.figure.id == "mst.completed.share" })
        #expect(share.isHidden || share.figure.value == nil)
    }

    @Test func `is held against what was published before`() throws {
        let world = Self.world(["mst": 40, "fft": 100])
        let part = try #require(Period(from: Self.year.from, to: Self.year.to - 30))
        let earlier = PublishedFigure(
            figure: "mst.families.served",
            part: .count,
            period: part,
            grows: true,
            value: 38,
            isHidden: false
        )
        // 40 in the year less 38 in its first eleven months would be 2 in the last.
        #expect(try Self.words("mst.families.served", try Self.report(world, [[earlier]])) == "c")
    }

    @Test func `is the same again once it is published`() throws {
        let world = Self.world(["mst": 3, "fft": 100])
        let first = try Self.report(world)
        let again = try Self.report(world, [first.published])
        #expect(again.lines.map(\.words) == first.lines.map(\.words))
        #expect(Set(again.published) == Set(first.published))
    }
}

import Actions
import Records
import Register
import Report
import Testing
import Values
import Workshop

/// Two imports, the second with one placement corrected: both answers can be had, and what moved between them.
@Suite struct `Known at` {
    /// Somebody in care on the day whose case counts, and the placement that is corrected to have ended before.
    private static let person = "P00607"

    private static let corrected = Result {
        let folder = try ScratchFolder()
        let register = try Register.scratch(in: folder)
        try register.take([Fixture.essex])
        let lines = try Fixture.lines("\(Fixture.essex)/placements.csv")
        let line = try #require(lines.first { $0.hasPrefix("\(person),2017-07-06,2019-02-01,") })
        let corrected = line.replacing("2019-02-01", with: "2019-01-15")
        try register.take([folder.write("correction/placements.csv", "\(lines[0])\n\(corrected)\n")])
        return (folder: folder, keeper: try Keeper.shipped(register))
    }

    private let keeper: Keeper
    private let asked: ReportQuestion

    init() throws {
        keeper = try Self.corrected.get().keeper
        asked = .keyInformation(asAt: try #require(Day(iso: "2019-01-31")), programme: nil)
    }

    private func home(knownAt change: Int?) throws -> Share? {
        try keeper.answer(asked, knownAt: change)?[id: "home.now"]?.share
    }

    @Test func `both the old and the new answer can be had`() throws {
        #expect(try keeper.register.latestChange() == 2)
        #expect(try home(knownAt: 1)?.numerator == 353)
        #expect(try home(knownAt: 2)?.numerator == 354)
        #expect(try home(knownAt: nil)?.numerator == 354)
        #expect(try keeper.answer(asked, knownAt: 1)?.knownAt == 1)
        #expect(try keeper.answer(asked, knownAt: 0)?[id: "cases.opened"]?.value == 0)
    }

    @Test func `the account says which figures moved and which record moved them`() throws {
        let comparison = try #require(try keeper.compare(asked, from: 1, to: 2))
        let ids = comparison.moves.compactMap { $0.after?.id }
        #expect(ids == ["home.now", "care.left", "care.in_care", "care.days", "care.proportion"])
        let home = try #require(comparison.moves.first)
        #expect(home.before?.share?.numerator == 353)
        #expect(home.after?.share?.numerator == 354)
        #expect(home.members.count == 1)
        let member = try #require(home.members.first)
        #expect(member.record.table == "cases")
        #expect(member.before?.standing == .notCounted)
        #expect(member.after?.standing == .counted)
        let moved = try #require(keeper.register.records().cases.first { $0.id.text == member.record.key })
        #expect(moved.personID?.text == Self.person)
        #expect(comparison.moves.allSatisfy { move in move.members.allSatisfy { $0.record == member.record } })
    }

    @Test func `the records that differ are named with their change`() throws {
        let differences = try #require(try keeper.compare(asked, from: 1, to: 2)).records
        #expect(differences.map(\.table) == ["placements"])
        let difference = try #require(differences.first)
        #expect(difference.key.hasPrefix(Self.person))
        #expect(difference.change == 2)
        let ended = try #require(Placement.table.fields.firstIndex { $0.name == "ended_on" })
        #expect(difference.before?[ended] == Day(iso: "2019-02-01").map(Cell.day))
        #expect(difference.after?[ended] == Day(iso: "2019-01-15").map(Cell.day))
    }

    @Test func `looked at the other way round, before and after change places`() throws {
        let back = try #require(try keeper.compare(asked, from: 2, to: 1))
        #expect(back.moves.first?.before?.share?.numerator == 354)
        #expect(back.moves.first?.after?.share?.numerator == 353)
    }

    @Test func `between a change and itself nothing moved`() throws {
        let same = try #require(try keeper.compare(asked, from: 2, to: 2))
        #expect(same.moves.isEmpty)
        #expect(same.records.isEmpty)
    }

    @Test func `a figure opens onto as many records as it counts, at either change`() throws {
        for (change, counted) in [(1, 353), (2, 354)] {
            let figure = try #require(try keeper.open("home.now", of: asked, knownAt: change)?[id: "home.now"])
            let members = try #require(figure.members)
            #expect(members.count { $0.standing == .counted } == counted)
            #expect(members.count { $0.standing == .notCounted } == 388 - counted)
        }
    }
}

import Actions
import Foundation
import Register
import Report
import Testing
import Values
import Workshop

/// From the files to the figures: the Essex package through a register gives the numbers its pack prints.
@Suite struct `The Essex package, file to figures` {
    /// One figure of `expected.json`.
    private struct Expected: Decodable {
        let value: Double?
        let numerator: Double?
        let denominator: Double?
        let low: Double?
        let high: Double?
        let unknown: Int?
    }

    private static let imported = Result {
        let folder = try ScratchFolder()
        let register = try Register.scratch(in: folder)
        try register.take([Fixture.essex])
        let asked = ReportQuestion.keyInformation(asAt: try #require(Day(iso: "2019-01-31")), programme: nil)
        let answer = try #require(try Keeper.shipped(register).answer(asked))
        let json = Data(try Fixture.bytes("\(Fixture.essex)/expected.json"))
        return (expected: try JSONDecoder().decode([String: Expected].self, from: json), answer: answer)
    }

    private static func isClose(_ one: Double?, _ other: Double?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        return abs(one - other) <= 1e-9 * max(1, abs(other))
    }

    @Test func `every figure is the one printed`() throws {
        let (expected, answer) = try Self.imported.get()
        #expect(expected.count >= 60)
        for (id, wanted) in expected.sorted(by: { $0.key < $1.key }) {
            let figure = try #require(answer[id: id], "\(id) is not there")
            #expect(Self.isClose(figure.value, wanted.value), "\(id)")
            if let numerator = wanted.numerator {
                #expect(figure.share.map { Double($0.numerator) } == numerator, "\(id), numerator")
                #expect(figure.share.map { Double($0.denominator) } == wanted.denominator, "\(id), denominator")
            }
            if wanted.low != nil {
                #expect(
                    Self.isClose(figure.low, wanted.low) && Self.isClose(figure.high, wanted.high),
                    "\(id), interval"
                )
            }
            if let unknown = wanted.unknown { #expect(figure.unknown == unknown, "\(id), unknown") }
        }
    }

    @Test func `no figure is there that the pack does not have`() throws {
        let (expected, answer) = try Self.imported.get()
        #expect(Set(answer.figures.map(\.id)).subtracting(expected.keys) == [])
    }
}

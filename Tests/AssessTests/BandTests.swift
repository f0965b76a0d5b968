import Assess
import Definitions
import Foundation
import Records
import Statistics
import Testing
import Values

@Suite struct BandTests {
    let sdq: Instrument

    init() throws {
        sdq = try shippedInstrument("sdq")
    }

    @Test(arguments: [
        (
            Informant.parent, "four-band", [0, 13, 14, 16, 17, 19, 20, 40],
            ["close", "slightly_raised", "high", "very_high"]
        ),
        (.teacher, "four-band", [0, 11, 12, 15, 16, 18, 19, 40], ["close", "slightly_raised", "high", "very_high"]),
        (.oneself, "four-band", [0, 14, 15, 17, 18, 19, 20, 40], ["close", "slightly_raised", "high", "very_high"]),
        (.parent, "three-band", [0, 13, 14, 16, 17, 40], ["normal", "borderline", "abnormal"]),
        (.teacher, "three-band", [0, 11, 12, 15, 16, 40], ["normal", "borderline", "abnormal"]),
        (.oneself, "three-band", [0, 15, 16, 19, 20, 40], ["normal", "borderline", "abnormal"]),
    ])
    func theEndsOfTheBandsOfTheTotal(informant: Informant, scheme: String, ends: [Int], bands: [String]) {
        for (index, score) in ends.enumerated() {
            let band = sdq.band(of: Decimal(score), informant: informant, scheme: scheme)
            #expect(band?.id == bands[index / 2], "\(informant) \(score)")
        }
    }

    @Test func fewerIsWorseOnTheProsocialScale() throws {
        let table = try #require(sdq.bandTable("four-band", informant: .parent, scale: "prosocial"))
        let words = [10, 7, 6, 0].map { score in table.band(of: Decimal(score)).map(table.label) }
        #expect(words == ["Close to average", "Slightly lowered", "Low", "Very low"])
        let total = try #require(sdq.bandTable("four-band", informant: .parent))
        #expect(total.band(of: Decimal(15)).map(total.label) == "Slightly raised")
    }

    @Test func aScoreOutsideEveryBandHasNone() {
        for score in [Decimal(41), Decimal(-1), Decimal(digits: 135, places: 1)] {
            #expect(sdq.band(of: score, informant: .parent, scheme: "four-band") == nil)
        }
        #expect(sdq.band(of: Decimal(3), informant: .worker, scheme: "four-band") == nil)
        #expect(sdq.band(of: Decimal(3), informant: .parent, scheme: "five-band") == nil)
    }

    /// methods.md 1.6: the bands of Essex before and after, and who moved where.
    @Test func theBandsOfEssex() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: folder.appending(path: "Fixtures/essex_sdq_171.csv"), encoding: .utf8)
        let table = try #require(sdq.bandTable("four-band", informant: .parent))
        let moves = try text.split(whereSeparator: \.isNewline).dropFirst().map { line in
            let fields = line.split(separator: ",")
            let before = try #require(Decimal(String(fields[1])).flatMap(table.position))
            let after = try #require(Decimal(String(fields[2])).flatMap(table.position))
            return (before: before, after: after)
        }
        let matrix = TransitionMatrix(bands: 4, moves: moves)
        #expect(matrix.counts == [[10, 2, 1, 0], [11, 3, 3, 3], [9, 3, 7, 7], [15, 13, 22, 62]])
        #expect(matrix.counts.map { $0.reduce(0, +) } == [13, 20, 26, 112])
        #expect((0..<4).map { after in matrix.counts.reduce(0) { $0 + $1[after] } } == [45, 21, 33, 72])
    }

    @Test func reliableChangeIsSevenPoints() throws {
        let rule = try #require(sdq.reliableChange(informant: .parent))
        #expect(rule.threshold == 7 && rule.clinicalFrom == 17 && rule.provenance.evidence == .unverified)
        #expect(sdq.reliableChange("retest", informant: .parent)?.threshold == 9)
        #expect(sdq.reliableChange(informant: .teacher) == nil)
    }
}

import Assess
import Definitions
import Records
import Testing
import Values

@Suite struct OtherInstrumentTests {
    @Test func adherenceIsAMeanOfAtLeastTwentyItems() throws {
        let tam = try shippedInstrument("tam-r")
        let items = (1...28).map(String.init)
        let mixed = ItemScores(items.prefix(20).enumerated().map { ($1, Decimal($0 < 13 ? 1 : 0)) })
        #expect(Scoring.total(of: tam, scores: mixed) == Decimal("0.65"))
        #expect(Scoring.total(of: tam, scores: answers(Array(items.prefix(19)), 1)) == nil)
        #expect(Scoring.total(of: tam, scores: answers(items, 1)) == Decimal(1))
        let seventeen = ItemScores(items.enumerated().map { ($1, Decimal($0 < 17 ? 1 : 0)) })
        #expect(Scoring.total(of: tam, scores: seventeen) == Decimal("0.607142857142857"))
        #expect(Scoring.total(of: tam, scores: ["total": Decimal(digits: 61, places: 2)]) == Decimal("0.61"))
    }

    @Test func theAdherenceThresholdIsExactly() throws {
        let threshold = try #require(try shippedInstrument("tam-r").threshold("adherence"))
        #expect(threshold.atLeast == Decimal("0.61") && threshold.measure == .score && threshold.scale == "total")
    }

    @Test func aRiseOfOnePointIsAnImprovement() throws {
        let com = try shippedInstrument("fft-com")
        let threshold = try #require(com.threshold("improvement"))
        #expect(threshold.atLeast == Decimal(1) && threshold.measure == .rise)
        #expect(Scoring.total(of: com, scores: ["total": Decimal("3.5") ?? .zero]) == Decimal("3.5"))
        #expect(com.unusable(["total": Decimal(6)]) == ["total"])
        #expect(com.unusable(["total": Decimal(5)]) == [])
    }

    @Test func satisfactionHasThreeItemsAndNoTotal() throws {
        let satisfaction = try shippedInstrument("mst-satisfaction")
        #expect(satisfaction.items.map(\.name) == ["1", "2", "3"])
        #expect(satisfaction.items.allSatisfy { $0.low == .zero && $0.high == Decimal(10) })
        #expect(Scoring.total(of: satisfaction, scores: answers(["1", "2", "3"], 9)) == nil)
    }

    @Test func distanceTravelledHasTwentyTwoAreas() throws {
        let distance = try shippedInstrument("distance-travelled")
        #expect(distance.items.count == 22)
        #expect(distance.items.allSatisfy { $0.low == Decimal(1) && $0.high == Decimal(5) })
    }
}

/// What every instrument must be, shipped today or added tomorrow.
@Suite struct InstrumentCatalogueTests {
    let instruments: [Instrument]

    init() throws {
        instruments = try shippedInstruments.get().instruments
    }

    @Test func theseAreShipped() {
        #expect(
            instruments.map(\.id) == [
                "case-audit", "distance-travelled", "family-feedback", "fft-com", "mst-satisfaction", "sdq", "tam-r",
            ]
        )
    }

    @Test func everyScoreOfABandedScaleIsInExactlyOneBand() throws {
        var tables = 0
        for instrument in instruments {
            for table in instrument.schemes.flatMap(\.tables) {
                let scale = try #require(instrument.scale(table.scale, informant: table.informant))
                let range = try #require(scale.range)
                for score in Int(range.lowerBound.digits)...Int(range.upperBound.digits) {
                    #expect(table.ranges.count { $0.contains(score) } == 1, "\(table.scheme) \(table.scale) \(score)")
                }
                #expect(table.ranges.map(\.count).reduce(0, +) == Int(range.upperBound.digits) + 1)
                #expect(table.ranges.count == table.bands.count)
                tables += 1
            }
        }
        #expect(tables == 2 * 3 * 7)
    }

    @Test func everyPartSaysWhereItIsFrom() {
        for instrument in instruments {
            var provenances = [instrument.provenance]
            provenances += instrument.schemes.flatMap(\.tables).map(\.provenance)
            provenances += instrument.thresholds.map(\.provenance) + instrument.reliableChanges.map(\.provenance)
            for provenance in provenances { #expect(!provenance.document.isEmpty && !provenance.section.isEmpty) }
            #expect(!instrument.publisher.isEmpty && !instrument.licence.isEmpty && !instrument.informants.isEmpty)
        }
    }

    /// What the methods mark as recalled and not seen must not look like more (methods.md 1.3).
    @Test func onlyWhatWasSeenIsCalledVerified() throws {
        let sdq = try #require(instruments.first { $0.id == "sdq" })
        let verified = sdq.schemes.flatMap(\.tables).filter { $0.provenance.evidence == .verified }
            .map { "\($0.scheme) \($0.informant.rawValue) \($0.scale)" }
        let teacher = ["conduct", "emotional", "hyperactivity", "impact", "peer", "prosocial", "total"]
        #expect(Set(verified) == Set(teacher.map { "four-band teacher \($0)" } + ["three-band parent total"]))
    }

    /// The instruments are licensed: numbers and scores, no wording.
    @Test func itemsOfLicensedInstrumentsAreNumbers() {
        for instrument in instruments where ["fft-com", "sdq", "tam-r"].contains(instrument.id) {
            for item in instrument.items {
                #expect(item.label == nil)
                let number = item.name.prefix(while: \.isNumber)
                #expect(!number.isEmpty && item.name.count <= number.count + 1, "\(instrument.id) \(item.name)")
            }
        }
    }

    @Test func namesAreUnique() {
        for instrument in instruments {
            for informant in instrument.informants {
                let scales = instrument.scales.filter { $0.informants?.contains(informant) ?? true }.map(\.id)
                #expect(Set(scales).count == scales.count)
            }
            let thresholds = instrument.thresholds.map(\.id)
            #expect(Set(thresholds).count == thresholds.count)
            for scheme in instrument.schemes { #expect(Set(scheme.bands.map(\.id)).count == scheme.bands.count) }
        }
        #expect(Set(instruments.map(\.id)).count == instruments.count)
    }

    @Test func fullAnswersScoreWithinTheRangeOfTheScale() throws {
        var generator = SeededGenerator(seed: 31)
        for instrument in instruments {
            for _ in 0..<100 {
                let scores = ItemScores(
                    instrument.items.map { item in
                        (
                            item.name,
                            Decimal(Int.random(in: Int(item.low.digits)...Int(item.high.digits), using: &generator))
                        )
                    }
                )
                for scale in instrument.scales {
                    guard let score = Scoring.score(of: scale, from: scores) else { continue }
                    #expect(try #require(scale.range).contains(score), "\(instrument.id) \(scale.id)")
                }
            }
        }
    }
}

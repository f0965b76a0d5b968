import Assess
import Definitions
import Foundation
import Testing
import Values

/// A linear congruential generator, so that a run can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

/// The instruments the binary carries, read once.
let shippedInstruments = Result { try InstrumentCatalogue(DefinitionSet()) }

func shippedInstrument(_ id: String) throws -> Instrument {
    try #require(try shippedInstruments.get()[id])
}

/// The same whole answer to each of the items.
func answers(_ items: [String], _ value: Int) -> ItemScores {
    ItemScores(items.map { ($0, Decimal(value)) })
}

let sdqItems = (1...25).map(String.init)

import Definitions
import Foundation
import Pay
import Testing
import Values

/// The plans the binary carries, read once.
private let shippedPlans = Result { try Plan.all(DefinitionSet()) }

func rotherham() throws -> Plan {
    try #require(try shippedPlans.get().first { $0.id == "rotherham-mst-fit" })
}

/// A file of `Tests/Fixtures` as lines.
func fixtureLines(_ name: String) throws -> [String] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "Fixtures/\(name)")
    return try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).map(String.init)
}

/// The columns and rows of a plain CSV of `Tests/Fixtures`.
func fixtureTable(_ name: String) throws -> (header: [String], rows: [ChildTable.Row]) {
    let lines = try fixtureLines(name).map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let rows = lines.dropFirst().enumerated().map { ChildTable.Row(line: $0.offset + 2, cells: $0.element) }
    return (try #require(lines.first), rows)
}

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

import Foundation
import Statistics

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

/// The rows of a file in `Tests/Fixtures`, each by the names in its first line.
func fixture(_ name: String) throws -> [[String: String]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: folder.appending(path: "Fixtures/\(name)"), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline)
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
}

/// Whether a value agrees with the golden one to the relative precision.
func agrees(_ value: Double?, _ golden: Double, within precision: Double = 1e-13) -> Bool {
    guard let value else { return false }
    return value == golden || abs(value - golden) <= precision * abs(golden)
}

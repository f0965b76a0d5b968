import Exchange
import Foundation
import Records

/// Files to check, made in one line.
enum Given {
    static func file(_ name: String, _ text: String, isNamedDirectly: Bool = true) -> SourceFile {
        SourceFile(name: name, bytes: Array(text.utf8), isNamedDirectly: isNamedDirectly)
    }

    /// One family and two people of it.
    static let families = file("families.csv", "family_id,postcode\nF1,LE1 4AB\nF2,\n")
    static let people = file(
        "people.csv",
        "person_id,family_id,date_of_birth,role\nP1,F1,2008-06-15,child\nP2,F1,1980-01,parent_carer\n"
    )
    static let cases = file(
        "cases.csv",
        "case_id,family_id,person_id,programme,started_on,ended_on\nC1,F1,P1,mst,2020-01-10,2020-06-10\n"
    )

    /// A file in `Tests/Fixtures`.
    static func fixture(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: fixtures.appending(path: name)))
    }

    /// Every file of a folder in `Tests/Fixtures`, as the shell would give it.
    static func folder(_ name: String) throws -> [SourceFile] {
        let folder = fixtures.appending(path: name)
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: $0)))
            return SourceFile(name: "\(name)/\($0)", bytes: bytes, isNamedDirectly: false)
        }
    }

    private static var fixtures: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures")
    }
}

extension CheckResult {
    /// The rules that found something, each once, in alphabetical order.
    var rules: [String] { Set(problems.map(\.rule)).sorted() }

    func problems(_ rule: ExchangeRule) -> [Problem] { problems.filter { $0.rule == rule.rawValue } }
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

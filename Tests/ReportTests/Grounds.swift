import Assess
import Definitions
import Exchange
import Foundation
import Identify
import Invented
import Records
import Report
import Values

/// What the tests of the reports stand on.
enum Grounds {
    /// The ground over an invented world, with the shipped definitions.
    static func of(_ world: World) throws -> ReportGround {
        try of(world.records)
    }

    static func of(_ records: RecordSet) throws -> ReportGround {
        let definitions = try DefinitionSet()
        return ReportGround(
            snapshot: Snapshot(of: records, change: 1),
            instruments: try InstrumentCatalogue(definitions),
            criteria: try CriteriaSet.all(definitions)
        )
    }

    static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures")

    /// The records of the Essex package.
    static func essex() throws -> RecordSet {
        let folder = fixtures.appending(path: "essex")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let files = try names.filter { $0 != "expected.json" }.map { name in
            SourceFile(
                name: name,
                bytes: [UInt8](try Data(contentsOf: folder.appending(path: name))),
                isNamedDirectly: false
            )
        }
        return FileCheck.run(files).records
    }
}

extension ReportGround {
    /// The figure of a report over a period.
    func figure(_ id: String, from: String, to: String) -> Figure? {
        guard let period = Period(from: day(from), to: day(to)) else { return nil }
        return answer(.performance(during: period))?[id: id]
    }

    /// The figure of the key-information pack as at a day.
    func figure(_ id: String, asAt: String) -> Figure? {
        answer(.keyInformation(asAt: day(asAt), programme: nil))?[id: id]
    }
}

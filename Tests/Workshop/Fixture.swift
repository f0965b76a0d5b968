import Foundation

/// Where the files that several tests read lie.
package enum Fixture {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    /// The exchange package that gives the totals of the Essex key information.
    package static let essex = tests.appending(path: "Fixtures/essex").path

    /// A file in `Tests/Fixtures`.
    package static func path(_ name: String) -> String { tests.appending(path: "Fixtures/\(name)").path }

    /// The files of the invented return, without the notes that lie beside them.
    package static let returnFiles: [String] = {
        let folder = tests.appending(path: "ExchangeTests/Fixtures/903").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".csv") }.sorted().map { "\(folder)/\($0)" }
    }()

    /// Another return, in XML.
    package static let returnXML = tests.appending(path: "ExchangeTests/Fixtures/903/fake_903.xml").path

    /// The bytes of a file.
    package static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    /// The lines of a text file.
    package static func lines(_ path: String) throws -> [String] {
        String(decoding: try bytes(path), as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

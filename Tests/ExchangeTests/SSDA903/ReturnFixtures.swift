import Exchange
import Foundation

/// The invented return of `Fixtures/903`, and returns made up row by row.
enum ReturnFixtures {
    static func bytes(_ name: String) throws -> [UInt8] {
        let here = URL(fileURLWithPath: #filePath)
        let folder = here.deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/903")
        return [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    /// Every CSV file of the invented return; its fields are never quoted.
    static let fake: ReturnData = {
        var data = ReturnData()
        let names = [
            "header", "episodes", "oc2", "uasc", "missing", "ad1", "oc3", "placed_for_adoption", "previous_permanence",
        ]
        for name in names {
            guard let bytes = try? bytes("\(name).csv") else { continue }
            read(bytes, file: "\(name).csv", into: &data)
        }
        return data
    }()

    private static func read(_ bytes: [UInt8], file: String, into data: inout ReturnData) {
        let lines = bytes.filter { $0 != UInt8(ascii: "\r") }.split(separator: UInt8(ascii: "\n")).map { line in
            line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
        }
        guard let columns = lines.first, let table = ReturnTable(columns: Set(columns)) else { return }
        let positions = table.columns.compactMap { columns.firstIndex(of: $0) }
        data[table] = lines.dropFirst().enumerated().map { index, fields in
            let values = positions.map { $0 < fields.count ? fields[$0].uppercased() : "" }
            return ReturnRow(file: file, row: index, line: index + 2, values: values)
        }
    }

    /// Rows from lines of values in the order of the columns, separated by blanks.
    ///
    /// `-` is a blank value, and what is left off is blank as well.
    static func rows(_ lines: [String], _ table: ReturnTable, file: String) -> [ReturnRow] {
        lines.enumerated().map { index, line in
            var values = line.split(separator: " ").map { $0 == "-" ? "" : String($0) }
            values += Array(repeating: "", count: max(table.columns.count - values.count, 0))
            return ReturnRow(file: file, row: index, line: index + 2, values: values)
        }
    }
}

/// A generator with a seed, so that a failure can be repeated.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

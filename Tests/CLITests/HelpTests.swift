import Foundation
import Testing
import Workshop

/// The words of every command's help, as they are agreed in `help.txt`.
///
/// After a change that is meant, write them again with `HOMEWARD_WRITE_HELP=1 swift test --filter CLITests` and read the
/// difference.
@Suite struct `The help` {
    private static let agreed = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "help.txt")

    @Test func `is as agreed`() throws {
        let homeward = try Homeward()
        let root = try homeward("--help").out
        let lines = root.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst()
        let commands = lines.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.compactMap { line in
            line.split(separator: " ").first.map(String.init)
        }
        #expect(commands.count >= 12)
        var text = "$ homeward --help\n\(root)"
        for command in commands { text += "\n$ homeward \(command) --help\n\(try homeward(command, "--help").out)" }
        if ProcessInfo.processInfo.environment["HOMEWARD_WRITE_HELP"] != nil {
            try text.write(to: Self.agreed, atomically: true, encoding: .utf8)
        }
        #expect(text == String(decoding: try Data(contentsOf: Self.agreed), as: UTF8.self))
    }
}

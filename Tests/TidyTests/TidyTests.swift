import Foundation
import Testing

/// The style and the architecture, held as tests; each failure names what to write instead.
@Suite struct `The code is tidy` {
    /// Every Swift file of the product, by its path from the root.
    static let files: [(path: String, text: String)] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.appending(path: "Sources")
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let urls = (found?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
        return urls.compactMap { url in
            guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
            return (String(url.path.dropFirst(root.path.count + 1)), text)
        }.sorted { $0.0 < $1.0 }
    }()

    private static let pure = ["Sources/Ground/", "Sources/Pathway/", "Sources/Documents/", "Sources/Demonstration/"]

    private static func isPure(_ path: String) -> Bool {
        pure.contains { path.hasPrefix($0) }
    }

    @Test func `the files are found`() {
        #expect(Self.files.count > 100)
    }

    @Test func `files are short`() {
        for file in Self.files {
            let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
            #expect(lines <= 400, "\(file.path) has \(lines) lines: split it by subject")
        }
    }

    @Test func `functions fit a screen`() {
        for file in Self.files {
            for function in Functions(file.text).all {
                #expect(
                    function.lines <= 60,
                    "\(file.path): \(function.name) has \(function.lines) lines: take a part out"
                )
            }
        }
    }

    @Test(arguments: [
        ("try!", "handle the error"), ("fatalError(", "throw or return nil"),
        ("preconditionFailure(", "throw or return nil"),
        (" as! ", "cast with as?"), ("TODO", "finish it, or write an issue"), ("FIXME", "mend it, or write an issue"),
    ])
    func `nothing that a user can reach stops the program`(word: String, instead: String) {
        for file in Self.files {
            #expect(!file.text.contains(word), "\(file.path) has \(word): \(instead)")
        }
    }

    @Test func `pure targets have no clock, randomness or files`() {
        let banned = [
            " Date()", "(Date()", "Date.now", ".now()", "FileManager", "SystemRandomNumberGenerator", "UUID()",
            "getenv",
            "ProcessInfo",
        ]
        for file in Self.files where Self.isPure(file.path) {
            for word in banned {
                #expect(!file.text.contains(word), "\(file.path) has \(word): take it as an argument")
            }
        }
    }

    @Test func `the pathway needs no Foundation`() {
        for file in Self.files where file.path.hasPrefix("Sources/Pathway/") || file.path.hasPrefix("Sources/Ground/") {
            #expect(!file.text.contains("import Foundation\n"), "\(file.path): use FoundationEssentials, or do without")
        }
    }

    @Test func `only the SQLite store knows SQLite`() {
        for file in Self.files where file.text.contains("import GRDB") {
            #expect(file.path.hasPrefix("Sources/Shell/RegisterSQLite/"), "\(file.path): go through Register")
        }
    }

    @Test func `names are of the field`() {
        let banned = ["Manager", "Helper", "Utils", "Utility"]
        for file in Self.files {
            for word in banned {
                #expect(
                    !file.text.contains("struct \(word)") && !file.path.contains(word),
                    "\(file.path): name what it is"
                )
            }
        }
    }

    @Test func `no file keeps a place for another`() {
        for file in Self.files {
            #expect(!file.path.hasSuffix("Stub.swift"), "\(file.path): delete it")
        }
    }
}

/// Functions and how long they are, by their braces.
private struct Functions {
    let all: [(name: String, lines: Int)]

    init(_ text: String) {
        var found: [(name: String, lines: Int)] = []
        var open: (name: String, indent: Int, from: Int)?
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let indent = line.prefix { $0 == " " }.count
            if let function = open, line.trimmingCharacters(in: .whitespaces) == "}", indent == function.indent {
                found.append((function.name, number - function.from + 1))
                open = nil
            } else if open == nil, let name = Functions.name(in: line) {
                open = (name, indent, number)
                if line.hasSuffix("}") { open = nil }
            }
        }
        all = found
    }

    private static func name(in line: Substring) -> String? {
        guard let range = line.range(of: #"\b(func [^(<]+|init[?]?)\s*[(<]"#, options: .regularExpression) else {
            return nil
        }
        let before = line[..<range.lowerBound]
        guard !before.contains("."), !before.contains("//"), !before.contains("=") else { return nil }
        return String(line[range])
    }
}

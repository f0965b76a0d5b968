import Documents
import Foundation
import Press

/// Where results, notices and progress go.
enum Output {
    /// A result, to standard output.
    static func result(_ text: String) {
        result(Array(text.utf8) + (text.hasSuffix("\n") ? [] : [UInt8(ascii: "\n")]))
    }

    /// Where it cannot be written, the program ends: what follows would be an answer with a gap.
    static func result(_ bytes: [UInt8]) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(bytes))
        } catch {
            notice("The answer could not be written: there is no room, or nothing reads it.")
            exit(Exit.failed.rawValue)
        }
    }

    /// A document, to standard output; what it cannot be made without is said by the error.
    static func result(_ document: Document) throws {
        result(try Press.bytes(of: document))
    }

    /// A notice for the person, to standard error.
    static func notice(_ text: String) {
        // Where nobody can be told, there is nobody to tell that either.
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }
}

/// A bar on a terminal for work that takes long; nothing where the output is not a terminal.
final class ProgressBar {
    private let title: String
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let start = ContinuousClock.now
    private var shown = -1

    init(_ title: String) {
        self.title = title
    }

    func show(_ done: Int, of total: Int) {
        guard isTerminal, total > 0 else { return }
        let percent = min(100, done * 100 / total)
        guard percent != shown else { return }
        shown = percent
        let filled = percent / 4
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 25 - filled)
        let elapsed = start.duration(to: .now) / .seconds(1)
        let left =
            percent > 0 && percent < 100
            ? "  \(Int((elapsed * Double(100 - percent) / Double(percent)).rounded(.up))) s left" : ""
        write("\r\(title)  [\(bar)] \(percent)%\(left)\u{1B}[K")
    }

    /// Takes the bar away.
    func end() {
        guard isTerminal, shown >= 0 else { return }
        write("\r\u{1B}[K")
    }

    private func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}

/// A CSV document (RFC 4180) that a spreadsheet can open safely.
///
/// A cell of words that begins with `=`, `+`, `-`, `@`, a tab or a line end would run as a formula: it gets an
/// apostrophe before it. Numbers stand as they are.
package struct CSVText: Sendable {
    package enum Cell: Sendable, ExpressibleByStringLiteral {
        case words(String?)
        case number(Double?)
        case whole(Int?)

        package init(stringLiteral words: String) {
            self = .words(words)
        }
    }

    package private(set) var bytes: [UInt8] = []
    /// What every row ends with.
    private let ending: [Cell]

    /// A document that says in every row what it stands on, so that rows of several can be put together.
    package init(columns: [String], imprint: Imprint? = nil) {
        ending = imprint?.cells ?? []
        write((columns + (imprint == nil ? [] : Imprint.columns)).map(Cell.words))
    }

    package mutating func append(_ row: [Cell]) {
        write(row + ending)
    }

    private mutating func write(_ row: [Cell]) {
        for (index, cell) in row.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell)
        }
        bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    }

    private mutating func append(_ cell: Cell) {
        switch cell {
        case .words(let words): quote(words ?? "")
        case .whole(let number): bytes += (number.map { "\($0)" } ?? "").utf8
        case .number(let number):
            guard let number, number.isFinite else { return }
            let text = number.description
            bytes += (text.hasSuffix(".0") ? String(text.dropLast(2)) : text).utf8
        }
    }

    private mutating func quote(_ words: String) {
        let safe = isFormula(words) ? "'" + words : words
        guard safe.utf8.contains(where: mustBeQuoted) else {
            bytes += safe.utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in safe.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

private func isFormula(_ words: String) -> Bool {
    switch words.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 10, 13: true
    default: false
    }
}

private func mustBeQuoted(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13
}

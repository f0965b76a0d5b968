import Records
import Values

// Facts as the register keeps them: a JSON array of arrays, always written the same way, so that equal facts are equal
// texts: [["event","offence","2024-05-01",true,null],["work","employed",null,"2024-01-01",null]].

extension [FeedFact] {
    /// The facts as JSON; the same facts in the same order give the same text.
    package var json: String {
        guard !isEmpty else { return "[]" }
        var json = JSONWriter()
        json.array { json in
            for fact in self { json.array { fact.write(to: &$0) } }
        }
        return json.text
    }

    /// Reads what `json` wrote; nil for anything else.
    package init?(json text: String) {
        if text == "[]" {
            self = []
            return
        }
        var text = text
        let rows = text.withUTF8 { bytes in
            var reader = FactReader(bytes)
            return reader.rows()
        }
        guard let rows else { return nil }
        var facts: [FeedFact] = []
        for row in rows {
            guard let fact = FeedFact(row) else { return nil }
            facts.append(fact)
        }
        self = facts
    }
}

extension FeedFact {
    fileprivate func write(to json: inout JSONWriter) {
        switch self {
        case .event(let kind, let on, let proven, let reference):
            json.value("event")
            json.value(kind.rawValue)
            json.value(on.iso)
            json.value(proven)
            json.value(reference)
        case .attendance(let from, let to, let possible, let authorised, let unauthorised):
            json.value("attendance")
            json.value(from.iso)
            json.value(to.iso)
            for count in [possible, authorised, unauthorised] { json.value(count) }
        case .work(let status, let benefit, let from, let to):
            json.value("work")
            json.value(status.rawValue)
            json.value(benefit)
            json.value(from.iso)
            json.value(to?.iso)
        }
    }

    fileprivate init?(_ row: [FactReader.Value]) {
        guard case .text(let word) = row.first else { return nil }
        switch (word, row.count) {
        case ("event", 5):
            guard let kind = row[1].text.flatMap(EventKind.init(rawValue:)), let on = row[2].day else { return nil }
            self = .event(kind: kind, on: on, proven: row[3].flag, reference: row[4].text)
        case ("attendance", 6):
            guard let from = row[1].day, let to = row[2].day, let possible = row[3].number,
                let authorised = row[4].number, let unauthorised = row[5].number
            else { return nil }
            self = .attendance(
                from: from,
                to: to,
                possible: possible,
                authorised: authorised,
                unauthorised: unauthorised
            )
        case ("work", 5):
            guard let status = row[1].text.flatMap(WorkState.init(rawValue:)), let from = row[3].day else {
                return nil
            }
            self = .work(status, benefit: row[2].text, from: from, to: row[4].day)
        default: return nil
        }
    }
}

/// Reads arrays of texts, whole numbers, true, false and null within one array.
private struct FactReader {
    enum Value {
        case null
        case flag(Bool)
        case number(Int)
        case text(String)

        var text: String? { if case .text(let text) = self { text } else { nil } }
        var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
        var number: Int? { if case .number(let number) = self { number } else { nil } }
        var day: Day? { text.flatMap { Day(iso: $0) } }
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var next = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func rows() -> [[Value]]? {
        guard take("[") else { return nil }
        var rows: [[Value]] = []
        repeat {
            guard let row = row() else { return nil }
            rows.append(row)
        } while take(",")
        return take("]") && next == bytes.count ? rows : nil
    }

    private mutating func row() -> [Value]? {
        guard take("[") else { return nil }
        var row: [Value] = []
        repeat {
            guard let value = value() else { return nil }
            row.append(value)
        } while take(",")
        return take("]") ? row : nil
    }

    private mutating func take(_ character: StaticString) -> Bool {
        let count = character.utf8CodeUnitCount
        guard next + count <= bytes.count else { return false }
        for offset in 0..<count where bytes[next + offset] != character.utf8Start[offset] { return false }
        next += count
        return true
    }

    private mutating func value() -> Value? {
        if take("null") { return .null }
        if take("true") { return .flag(true) }
        if take("false") { return .flag(false) }
        if take("\"") { return text().map { .text($0) } }
        let start = next
        if next < bytes.count, bytes[next] == UInt8(ascii: "-") { next += 1 }
        while next < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[next]) { next += 1 }
        return Int(String(decoding: bytes[start..<next], as: UTF8.self)).map { .number($0) }
    }

    private mutating func text() -> String? {
        let start = next
        while next < bytes.count, bytes[next] != UInt8(ascii: "\""), bytes[next] != UInt8(ascii: "\\") { next += 1 }
        guard next < bytes.count else { return nil }
        var text = Array(bytes[start..<next])
        while next < bytes.count {
            let byte = bytes[next]
            next += 1
            if byte == UInt8(ascii: "\"") { return String(validating: text, as: UTF8.self) }
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                continue
            }
            guard let character = escaped() else { return nil }
            text.append(character)
        }
        return nil
    }

    /// What stands behind a backslash; `JSONWriter` writes only control characters by their numbers.
    private mutating func escaped() -> UInt8? {
        guard next < bytes.count else { return nil }
        next += 1
        switch bytes[next - 1] {
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return bytes[next - 1]
        case UInt8(ascii: "u"):
            guard next + 4 <= bytes.count else { return nil }
            next += 4
            return UInt8(String(decoding: bytes[next - 4..<next], as: UTF8.self), radix: 16)
        default: return nil
        }
    }
}

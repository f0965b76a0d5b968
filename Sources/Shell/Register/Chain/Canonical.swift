import Crypto
import Records
import Values

/// Bytes that stand for values one way only, and so can be hashed.
///
/// Every value carries its kind and every text its length. Missing fields leave no trace and the others carry their
/// name, so that a field added by a later migration does not change the hash of what was recorded before it.
struct Canonical {
    private(set) var bytes: [UInt8] = []

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// Seven bits a byte, the lowest first; a set eighth bit says that more follow.
    mutating func add(_ value: Int64) {
        var rest = UInt64(bitPattern: value << 1 ^ value >> 63)
        while rest > 127 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func add(_ text: String) {
        add(Int64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func add(_ value: [UInt8]) {
        add(Int64(value.count))
        bytes.append(contentsOf: value)
    }

    mutating func add(_ cell: Cell) {
        switch cell {
        case .missing: bytes.append(0)
        case .text(let text):
            bytes.append(1)
            add(text)
        case .integer(let value):
            bytes.append(2)
            add(value)
        case .decimal(let value):
            bytes.append(3)
            add(value.digits)
            bytes.append(value.places)
        case .day(let day):
            bytes.append(4)
            add(Int64(day.number))
        case .boolean(let value):
            bytes.append(value ? 6 : 5)
        }
    }

    /// Some fields of a row, each with its name, those that are missing left out; a zero ends them.
    mutating func add(_ fields: [Int], of row: [Cell], named names: [[UInt8]]) {
        for field in fields {
            if case .missing = row[field] { continue }
            bytes.append(contentsOf: names[field])
            add(row[field])
        }
        bytes.append(0)
    }

    /// A field's name as it stands before its value: its length, never zero, and its letters.
    static func name(_ field: Field) -> [UInt8] {
        [UInt8(clamping: field.name.utf8.count)] + field.name.utf8
    }

    var digest: [UInt8] {
        Array(SHA256.hash(data: bytes))
    }
}

extension [UInt8] {
    /// Two hexadecimal digits a byte.
    package var hex: String {
        let digits = Array<UInt8>("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

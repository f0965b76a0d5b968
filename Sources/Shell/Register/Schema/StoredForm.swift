package import Records
import Values

/// How the values of a field are stored.
package struct StoredForm: Sendable {
    /// What a column holds.
    package enum Kind: Sendable {
        case text, day, decimal, integer, boolean
    }

    package let kind: Kind
    package let isKey: Bool

    init(_ field: Field) {
        isKey = field.isKey
        kind =
            switch field.kind {
            case .text, .birthDate, .code: .text
            case .day: .day
            case .decimal: .decimal
            case .integer, .money: .integer
            case .boolean: .boolean
            }
    }

    /// The cell a column's text stands for; text that is not of the field's kind stays text, for checks to find.
    package func cell(_ bytes: UnsafeBufferPointer<UInt8>) -> Cell {
        if isKey, bytes.isEmpty { return .missing }
        if kind == .day, let day = Day(iso: bytes[...]) { return .day(day) }
        let text = String(decoding: bytes, as: UTF8.self)
        if kind == .decimal, let value = Decimal(text) { return .decimal(value) }
        return .text(text)
    }

    /// The cell a column's number stands for.
    package func cell(_ number: Int64) -> Cell {
        kind == .boolean ? .boolean(number != 0) : .integer(number)
    }
}

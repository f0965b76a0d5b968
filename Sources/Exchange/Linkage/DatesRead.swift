import Linkage
import Values

/// The dates of a column as they are written and as they are read: each way of writing one is read once.
struct DatesRead {
    private let forms: [DateForm]
    private var known: [Written: [UInt8]?] = [:]
    /// Values that are no date in any of the forms, or that stand for none.
    private(set) var unread = 0

    init(_ forms: [DateForm]) {
        self.forms = forms
    }

    /// Up to sixteen bytes of a date, as two numbers: looked up without a copy.
    private struct Written: Hashable {
        var first: UInt64 = 0
        var second: UInt64 = 0

        init?(_ bytes: UnsafeBufferPointer<UInt8>) {
            guard bytes.count <= 16 else { return nil }
            for (place, byte) in bytes.enumerated() {
                if place < 8 { first = first << 8 | UInt64(byte) } else { second = second << 8 | UInt64(byte) }
            }
        }
    }

    /// The date as `2014-08-19`; nil where it is none.
    mutating func iso(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard !value.isEmpty else { return nil }
        let date: [UInt8]?
        if let written = Written(value) {
            if let before = known[written] {
                date = before
            } else {
                date = read(value)
                known[written] = .some(date)
            }
        } else {
            date = read(value)
        }
        if date == nil { unread += 1 }
        return date
    }

    private func read(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        DateForm.read(Array(value), as: forms).map { Array($0.iso.utf8) }
    }
}

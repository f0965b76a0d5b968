import Testing

@testable import Linkage

@Suite struct ValueStoreTests {
    /// Texts of 0 to 20 bytes, of so few letters that many come again and many begin alike.
    private static func texts(_ count: Int) -> [[UInt8]] {
        var dice = Town.Dice(state: UInt64(count) + 11)
        return (0..<count).map { _ in (0..<dice.next(21)).map { _ in UInt8(ascii: "A") + UInt8(dice.next(2)) } }
    }

    private static func withBuffers<Result>(
        _ texts: [[UInt8]],
        _ body: (UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>) -> Result
    ) -> Result {
        let all = Array(texts.joined())
        return all.withUnsafeBufferPointer { all in
            var start = 0
            let buffers = texts.map { text in
                defer { start += text.count }
                return UnsafeBufferPointer(rebasing: all[start..<start + text.count])
            }
            return buffers.withUnsafeBufferPointer(body)
        }
    }

    @Test(arguments: [0, 1, 31, 32, 33, 5000])
    func `many values at a time have the numbers they have one by one`(count: Int) {
        let texts = Self.texts(count)
        var (one, many) = (ValueStore(), ValueStore())
        let expected = texts.map { $0.isEmpty ? 0 : one.id(of: $0) }
        var numbers: [UInt32] = []
        Self.withBuffers(texts) { many.add($0, to: &numbers) }
        #expect(numbers == expected)
        #expect(many.count == one.count)
        #expect(zip(texts, numbers).allSatisfy { many.value($1) == $0 })
    }

    @Test func `the values of another store have numbers of their own`() {
        let texts = Self.texts(900)
        var (store, other) = (ValueStore(), ValueStore())
        for text in texts.suffix(300) where !text.isEmpty { _ = store.id(of: text) }
        for text in texts.prefix(700) where !text.isEmpty { _ = other.id(of: text) }
        let numbers = store.numbers(of: other)
        #expect(numbers.count == other.count)
        #expect(numbers.indices.allSatisfy { store.value(numbers[$0]) == other.value(UInt32($0)) })
        #expect(Set(numbers).count == numbers.count)
    }

    @Test func `values become others, or nothing`() {
        var store = ValueStore()
        let ids = ["b", "c", "B", "d"].map { store.id(of: Array($0.utf8)) }
        let (read, numbers) = store.mapped { $0.elementsEqual("d".utf8) ? nil : $0.map { $0 | 32 } }
        #expect(ids.map { read.text(numbers[Int($0)]) } == ["b", "c", "b", nil])
    }
}

@Suite struct HashTests {
    /// The definition, byte by byte: an order is made of hashes, and orders must not change with the way bytes are read.
    private static func slow(_ bytes: [UInt8]) -> UInt64 {
        let (first, second): (UInt64, UInt64) = (0x9E37_79B9_7F4A_7C15, 0xD1B5_4A32_D192_ED03)
        var state = UInt64(bytes.count) ^ first
        let whole = bytes.count / 8 * 8
        for start in stride(from: 0, to: whole, by: 8) {
            let word = bytes[start..<start + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            state = Hash.mix(state ^ word, second)
        }
        let rest = bytes[whole...].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Hash.mix(state ^ rest, first) ^ Hash.mix(rest, second)
    }

    @Test(arguments: 0...40)
    func `is of all bytes, however many`(count: Int) {
        var dice = Town.Dice(state: UInt64(count) + 5)
        let bytes = (0..<count).map { _ in UInt8(dice.next(256)) }
        #expect(bytes.withUnsafeBufferPointer { Hash.of($0) } == Self.slow(bytes))
    }
}

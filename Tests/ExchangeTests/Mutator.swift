/// Damages bytes the way files are damaged: flipped, cut, doubled, moved, and with awkward bytes put in.
struct Mutator {
    private var generator: SeededGenerator
    private static let awkward: [[UInt8]] = [
        [0], [0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0x22], [0x22, 0x22], [0x2C], [0x0A], [0x0D], [0x0D, 0x0A],
        [0x1F],
        [0xC3, 0xA9], [0xE9], [0x2D], [0x39, 0x39, 0x39, 0x39], [0x50, 0x4B, 0x05, 0x06], [0xFF, 0xFF, 0xFF, 0xFF],
        [0x5B], [0x7B], [0x5C, 0x75], [0x3C],
    ]

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func mutate(_ original: [UInt8]) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...3, using: &generator) { change(&bytes) }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return bytes.append(UInt8.random(in: 0...255, using: &generator)) }
        let start = Int.random(in: 0..<bytes.count, using: &generator)
        let end = Swift.min(bytes.count, start + Int.random(in: 1...12, using: &generator))
        switch Int.random(in: 0..<7, using: &generator) {
        case 0: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes[start] = UInt8.random(in: 0...255, using: &generator)
        case 2: bytes.removeSubrange(start..<end)
        case 3: bytes.insert(contentsOf: bytes[start..<end], at: start)
        case 4: bytes.insert(contentsOf: Mutator.awkward.randomElement(using: &generator) ?? [], at: start)
        case 5: bytes.removeSubrange(start...)
        default: bytes.swapAt(start, Int.random(in: 0..<bytes.count, using: &generator))
        }
    }
}

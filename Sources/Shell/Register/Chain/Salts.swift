/// Hands out random bytes for seals, drawn many at a time.
struct Salts {
    static let size = 16

    private let random: (Int) -> [UInt8]
    private var drawn: [UInt8] = []
    private var next = 0

    init(_ random: @escaping (Int) -> [UInt8]) {
        self.random = random
    }

    mutating func draw() -> [UInt8] {
        if next + Salts.size > drawn.count {
            drawn = random(Salts.size * 256)
            next = 0
        }
        next += Salts.size
        return Array(drawn[next - Salts.size..<min(next, drawn.count)])
    }
}

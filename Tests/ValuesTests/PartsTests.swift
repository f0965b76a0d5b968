import Testing

@testable import Values

@Suite struct `Work in parts` {
    @Test(arguments: [(0, 4), (1, 4), (3, 4), (4, 4), (5, 4), (1000, 7), (100_000, 16)])
    func `covers every item once and in order`(count: Int, size: Int) {
        let parts = Parts.map(count, size: size) { Array($0) }
        #expect(parts.flatMap(\.self) == Array(0..<count))
        #expect(parts.allSatisfy { !$0.isEmpty && $0.count <= size })
    }
}

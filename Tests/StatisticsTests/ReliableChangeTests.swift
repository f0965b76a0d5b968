import Statistics
import Testing

@Suite struct ReliableChangeTests {
    /// methods.md 1.5, with the SD 5.8 of UK parents.
    @Test(arguments: [(0.82, 6.82), (0.72, 8.51)])
    func theThresholdIsJacobsonAndTruaxs(reliability: Double, threshold: Double) {
        let value = ReliableChange.threshold(standardDeviation: 5.8, reliability: reliability)
        #expect(abs(value - threshold) < 0.005)
    }

    @Test func theThresholdItselfCounts() {
        let pairs = [(20.0, 13.0), (20, 14), (20, 27), (20, 26), (20, 20)].map { ScorePair(before: $0.0, after: $0.1) }
        let reliable = ReliableChange(pairs, threshold: 7)
        #expect(reliable.improved == 1 && reliable.worse == 1 && reliable.unchanged == 3 && reliable.recovered == 0)
    }

    @Test func recoveryIsReliableAndLeavesTheClinicalRange() {
        let pairs = [(24.0, 17.0), (24, 16), (16, 5), (20, 16)].map { ScorePair(before: $0.0, after: $0.1) }
        #expect(ReliableChange(pairs, threshold: 7, clinicalFrom: 17).recovered == 1)
    }
}

@Suite struct TransitionMatrixTests {
    @Test func countsEachMoveOnce() {
        let moves = [(0, 0), (3, 0), (3, 3), (2, 3), (3, 2), (1, 1)].map { (before: $0.0, after: $0.1) }
        let matrix = TransitionMatrix(bands: 4, moves: moves)
        #expect(matrix.counts == [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 1], [1, 0, 1, 1]])
        #expect(matrix.total == 6 && matrix.down == 2 && matrix.same == 3 && matrix.up == 1)
    }

    @Test func leavesOutBandsThatDoNotExist() {
        #expect(TransitionMatrix(bands: 2, moves: [(0, 2), (-1, 0)]).total == 0)
        #expect(TransitionMatrix(bands: -1, moves: [(0, 0)]).total == 0)
    }
}

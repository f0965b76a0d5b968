/// Who moved from which band to which: one row a band before, one column a band after.
package struct TransitionMatrix: Hashable, Sendable {
    /// How many people were in the band of the row before and of the column after.
    package private(set) var counts: [[Int]]

    /// Counts moves between `bands` bands, numbered from 0; a move to or from a band there is not is left out.
    package init(bands: Int, moves: [(before: Int, after: Int)]) {
        counts = Array(repeating: Array(repeating: 0, count: max(0, bands)), count: max(0, bands))
        for move in moves where counts.indices.contains(move.before) && counts.indices.contains(move.after) {
            counts[move.before][move.after] += 1
        }
    }

    package var total: Int { sum { _, _ in true } }
    /// Moved to a band of a lower number.
    package var down: Int { sum { $1 < $0 } }
    /// Stayed in the same band.
    package var same: Int { sum { $1 == $0 } }
    /// Moved to a band of a higher number.
    package var up: Int { sum { $1 > $0 } }

    private func sum(_ included: (Int, Int) -> Bool) -> Int {
        var sum = 0
        for before in counts.indices {
            for after in counts.indices where included(before, after) { sum += counts[before][after] }
        }
        return sum
    }
}

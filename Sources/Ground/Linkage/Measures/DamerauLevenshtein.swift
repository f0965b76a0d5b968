extension StringMeasure {
    /// Insertions, deletions, replacements and exchanges of neighbours that turn one value into the other.
    ///
    /// Unrestricted: bytes that were exchanged may be edited again (Lowrance and Wagner 1975), so that `ca` and `abc`
    /// are 2 apart.
    package static func damerauLevenshtein(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
        let (a, b) = differing(a, b)
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        if a.count == 1, b.count == 1 { return 1 }
        if max(a.count, b.count) <= 30 { return shortDistance(a, b) }
        return longDistance(a, b)
    }
}

/// The values without what they begin and end with alike, which costs nothing.
@inline(__always)
private func differing(
    _ a: UnsafeBufferPointer<UInt8>,
    _ b: UnsafeBufferPointer<UInt8>
) -> (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) {
    var start = 0
    var ends = (a.count, b.count)
    while start < ends.0, start < ends.1, a[start] == b[start] { start += 1 }
    while ends.0 > start, ends.1 > start, a[ends.0 - 1] == b[ends.1 - 1] {
        ends.0 -= 1
        ends.1 -= 1
    }
    return (UnsafeBufferPointer(rebasing: a[start..<ends.0]), UnsafeBufferPointer(rebasing: b[start..<ends.1]))
}

/// Up to 30 bytes each: 32 rows and columns of one byte a cell.
private func shortDistance(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) { cells in
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { rows in
            distance(a, b, cells: cells, lastRows: rows)
        }
    }
}

private func longDistance(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: (a.count + 2) * (b.count + 2)) { cells in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { rows in
            distance(a, b, cells: cells, lastRows: rows)
        }
    }
}

/// Fills the table of distances; row and column 0 of `cells` hold a distance that is never the least.
@inline(__always)
private func distance<Cell: FixedWidthInteger>(
    _ a: UnsafeBufferPointer<UInt8>,
    _ b: UnsafeBufferPointer<UInt8>,
    cells: UnsafeMutableBufferPointer<Cell>,
    lastRows: UnsafeMutableBufferPointer<Cell>
) -> Int {
    let width = b.count + 2
    let far = Cell(truncatingIfNeeded: a.count + b.count)
    for column in 0..<width {
        cells[column] = far
        cells[width + column] = Cell(truncatingIfNeeded: max(0, column - 1))
    }
    cells[width] = far
    for byte in b { lastRows[Int(byte)] = 0 }
    for byte in a { lastRows[Int(byte)] = 0 }
    for i in 1...a.count {
        let row = (i + 1) * width
        cells[row] = far
        cells[row + 1] = Cell(truncatingIfNeeded: i)
        var lastColumn = 0
        for j in 1...b.count {
            let isSame = a[i - 1] == b[j - 1]
            let replaced = cells[row - width + j] &+ (isSame ? 0 : 1)
            let moved = min(cells[row + j], cells[row - width + j + 1]) &+ 1
            // The exchange reaches back to where each of the two bytes last stood in the other value.
            let lastRow = Int(lastRows[Int(b[j - 1])])
            let between = Cell(truncatingIfNeeded: (i - lastRow - 1) + (j - lastColumn - 1) + 1)
            let exchanged = cells[lastRow * width + lastColumn] &+ between
            cells[row + j + 1] = min(replaced, moved, exchanged)
            if isSame { lastColumn = j }
        }
        lastRows[Int(a[i - 1])] = Cell(truncatingIfNeeded: i)
    }
    return Int(cells[(a.count + 1) * width + b.count + 1])
}

extension StringMeasure {
    /// Insertions, deletions and replacements of bytes that turn one value into the other.
    ///
    /// Bit-parallel (Myers 1999, in the form of Hyyrö 2003) while the shorter value has up to 64 bytes.
    package static func levenshtein(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
        let (pattern, text) = a.count <= b.count ? (a, b) : (b, a)
        if pattern.isEmpty { return text.count }
        return switch pattern.count {
        case ...32: shortDistance(pattern, text)
        case ...64: mediumDistance(pattern, text)
        default: longDistance(pattern, text)
        }
    }
}

private func shortDistance(_ pattern: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>) -> Int {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 256) { table in
        maskedDistance(text, PositionMasks(of: pattern, for: text, in: table), length: pattern.count)
    }
}

private func mediumDistance(_ pattern: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>) -> Int {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 256) { table in
        maskedDistance(text, PositionMasks(of: pattern, for: text, in: table), length: pattern.count)
    }
}

/// A column of the table of distances is held as the steps up and the steps down from one row to the next.
@inline(__always)
private func maskedDistance<Word: FixedWidthInteger & UnsignedInteger>(
    _ text: UnsafeBufferPointer<UInt8>,
    _ masks: PositionMasks<Word>,
    length: Int
) -> Int {
    let last: Word = 1 &<< Word(length - 1)
    var up: Word = ~0
    var down: Word = 0
    var distance = length
    for byte in text {
        let equal = masks[byte]
        let diagonal = (((equal & up) &+ up) ^ up) | equal | down
        var across = down | ~(diagonal | up)
        let back = up & diagonal
        if across & last != 0 { distance += 1 }
        if back & last != 0 { distance -= 1 }
        across = across &<< 1 | 1
        up = (back &<< 1) | ~(diagonal | across)
        down = across & diagonal
    }
    return distance
}

/// Row by row, for values that no word holds.
private func longDistance(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    var row = Array(0...b.count)
    for (i, byte) in a.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for j in 1...b.count {
            let replaced = diagonal + (byte == b[j - 1] ? 0 : 1)
            diagonal = row[j]
            row[j] = min(replaced, row[j] + 1, row[j - 1] + 1)
        }
    }
    return row[b.count]
}

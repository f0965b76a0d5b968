extension StringMeasure {
    /// Share of the different bytes of either value that are in both, 0 to 1; 0 where both are empty.
    package static func jaccard(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Double {
        let one = ByteSet(a)
        let other = ByteSet(b)
        let either = one.union(other)
        return either == 0 ? 0 : Double(one.intersection(other)) / Double(either)
    }
}

/// Which of the 256 bytes a string has.
private struct ByteSet {
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes {
            let bit: UInt64 = 1 &<< UInt64(byte & 63)
            switch byte >> 6 {
            case 0: words.0 |= bit
            case 1: words.1 |= bit
            case 2: words.2 |= bit
            default: words.3 |= bit
            }
        }
    }

    func union(_ other: ByteSet) -> Int {
        (words.0 | other.words.0).nonzeroBitCount + (words.1 | other.words.1).nonzeroBitCount
            + (words.2 | other.words.2).nonzeroBitCount + (words.3 | other.words.3).nonzeroBitCount
    }

    func intersection(_ other: ByteSet) -> Int {
        (words.0 & other.words.0).nonzeroBitCount + (words.1 & other.words.1).nonzeroBitCount
            + (words.2 & other.words.2).nonzeroBitCount + (words.3 & other.words.3).nonzeroBitCount
    }
}

/// Measures of how near two strings are, over their bytes.
///
/// They give what DuckDB's functions of the same names give, on which Splink's figures rest. No call allocates for
/// values of up to 32 bytes.
package enum StringMeasure {}

/// The positions of each byte in a string, one bit a position, of which bit-parallel measures are made.
///
/// The table is borrowed and not cleared as a whole: only the places that the two strings use are written.
struct PositionMasks<Word: FixedWidthInteger & UnsignedInteger> {
    private let table: UnsafeMutableBufferPointer<Word>

    /// The positions of `pattern`; only bytes of `pattern` and of `text` may be asked for.
    @inline(__always)
    init(
        of pattern: UnsafeBufferPointer<UInt8>,
        for text: UnsafeBufferPointer<UInt8>,
        in table: UnsafeMutableBufferPointer<Word>
    ) {
        self.table = table
        for byte in text { table[Int(byte)] = 0 }
        for byte in pattern { table[Int(byte)] = 0 }
        var bit: Word = 1
        for byte in pattern {
            table[Int(byte)] |= bit
            bit = bit &<< 1
        }
    }

    @inline(__always)
    subscript(byte: UInt8) -> Word { table[Int(byte)] }
}

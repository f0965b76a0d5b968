/// The level of each comparison that a pair is at, four bits each, the first comparison lowest.
///
/// At most 15 comparisons of at most 15 levels; all pairs of one pattern have the same weight but for term frequencies.
enum MatchPattern {
    static let most = 15

    @inline(__always)
    static func level(_ pattern: UInt64, _ comparison: Int) -> Int {
        Int(truncatingIfNeeded: pattern >> UInt64(comparison * 4)) & 15
    }
}

extension Measure {
    /// Whether a test asks no more than if two values are within one edit.
    func isNear(_ bound: Bound, _ limit: Double) -> Bool {
        (self == .damerauLevenshtein || self == .levenshtein) && bound == .atMost && limit <= 1
    }

    /// The edit distance where it is 0 or 1, and 2 where it is more: found in one pass over the values.
    func nearDistance(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Double {
        guard abs(a.count - b.count) <= 1 else { return 2 }
        let shorter = min(a.count, b.count)
        var start = 0
        while start < shorter, a[start] == b[start] { start += 1 }
        if start == a.count && start == b.count { return 0 }
        var (endA, endB) = (a.count, b.count)
        while endA > start, endB > start, a[endA - 1] == b[endB - 1] {
            endA -= 1
            endB -= 1
        }
        if endA - start <= 1 && endB - start <= 1 { return 1 }
        let isExchange =
            self == .damerauLevenshtein && endA - start == 2 && endB - start == 2
            && a[start] == b[start + 1] && a[start + 1] == b[start]
        return isExchange ? 1 : 2
    }
}

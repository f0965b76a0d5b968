extension StringMeasure {
    /// Jaro similarity (Jaro 1989), 0 to 1; 0 where either is empty.
    ///
    /// The first value's bytes are given to the second's in order, so in rare cases it matters which is first.
    package static func jaro(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Double {
        if a.isEmpty || b.isEmpty { return 0 }
        let agreement =
            switch max(a.count, b.count) {
            case ...32: shortAgreement(a, b)
            case ...64: mediumAgreement(a, b)
            default: longAgreement(a, b)
            }
        guard agreement.common > 0 else { return 0 }
        let common = Double(agreement.common)
        let exchanged = Double(agreement.outOfOrder / 2)
        return (common / Double(a.count) + common / Double(b.count) + (common - exchanged) / common) / 3
    }

    /// Jaro-Winkler similarity (Winkler 1990), 0 to 1: a Jaro similarity above 0.7 gains a tenth of what it lacks for
    /// each of up to four bytes that both values begin with.
    package static func jaroWinkler(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Double {
        let similarity = jaro(a, b)
        guard similarity > 0.7 else { return similarity }
        let longest = min(a.count, b.count, 4)
        var prefix = 0
        while prefix < longest, a[prefix] == b[prefix] { prefix += 1 }
        // Rounded once, as DuckDB's build is: the sum can decide on which side of a bound a pair falls.
        return similarity.addingProduct(Double(prefix) * 0.1, 1 - similarity)
    }
}

/// What Jaro's measure counts: bytes that both values have near the same place, and how many of them stand in another
/// order.
private struct Agreement {
    var common: Int
    var outOfOrder: Int
}

/// How far from its place a byte is looked for.
@inline(__always)
private func reach(_ a: Int, _ b: Int) -> Int {
    max(0, max(a, b) / 2 - 1)
}

private func shortAgreement(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Agreement {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 256) { table in
        maskedAgreement(a, b, PositionMasks(of: a, for: b, in: table))
    }
}

private func mediumAgreement(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Agreement {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 256) { table in
        maskedAgreement(a, b, PositionMasks(of: a, for: b, in: table))
    }
}

/// Each byte of `b` takes the first free place of `a` within reach that holds the same byte.
@inline(__always)
private func maskedAgreement<Word: FixedWidthInteger & UnsignedInteger>(
    _ a: UnsafeBufferPointer<UInt8>,
    _ b: UnsafeBufferPointer<UInt8>,
    _ masks: PositionMasks<Word>
) -> Agreement {
    let reach = reach(a.count, b.count)
    // The window grows to the right until it is 2 x reach + 1 wide, then moves.
    var window: Word = (1 &<< Word(reach + 1)) &- 1
    var takenA: Word = 0
    var takenB: Word = 0
    for place in 0..<b.count {
        let free = masks[b[place]] & window & ~takenA
        takenA |= free & (0 &- free)
        if free != 0 { takenB |= 1 &<< Word(truncatingIfNeeded: place) }
        window = place < reach ? window &<< 1 | 1 : window &<< 1
    }
    var outOfOrder = 0
    var restA = takenA
    var restB = takenB
    while restB != 0 {
        let bit = restA & (0 &- restA)
        if masks[b[restB.trailingZeroBitCount]] & bit == 0 { outOfOrder += 1 }
        restA ^= bit
        restB &= restB &- 1
    }
    return Agreement(common: takenA.nonzeroBitCount, outOfOrder: outOfOrder)
}

/// The same for values of any length.
private func longAgreement(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Agreement {
    let reach = reach(a.count, b.count)
    var takenA = [Bool](repeating: false, count: a.count)
    var commonB: [UInt8] = []
    for place in 0..<b.count {
        let window = min(a.count, max(0, place - reach))..<min(a.count, place + reach + 1)
        guard let found = window.first(where: { !takenA[$0] && a[$0] == b[place] }) else { continue }
        takenA[found] = true
        commonB.append(b[place])
    }
    let commonA = a.indices.filter { takenA[$0] }.map { a[$0] }
    return Agreement(common: commonB.count, outOfOrder: zip(commonA, commonB).count { $0 != $1 })
}

/// The members of a claim whose evidence is looked up at its source.
package enum ClaimSample {
    /// Draws a part of the members, rounded up, by the claim's own number.
    ///
    /// Everyone who knows the claim can draw the same sample again; nobody can choose it, since it hangs on every letter of
    /// the number and of the references.
    package static func members(_ members: Set<String>, percent: Int, claim: String) -> [String] {
        let count = (members.count * percent + 99) / 100
        let ranked = members.map { (rank: hash("\(claim)\n\($0)"), member: $0) }
        return ranked.sorted { ($0.rank, $0.member) < ($1.rank, $1.member) }.prefix(count).map(\.member).sorted()
    }

    /// FNV-1a over the bytes, then mixed so that neighbouring references fall far apart.
    private static func hash(_ text: String) -> UInt64 {
        var word: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { word = (word ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

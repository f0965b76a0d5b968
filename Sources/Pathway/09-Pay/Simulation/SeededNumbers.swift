/// Numbers that follow from a seed, so that a simulation can be run again: SplitMix64 (Steele, Lea and Flood, 2014).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    /// The numbers of a seed.
    init(seed: UInt64) {
        state = seed
    }

    /// The numbers of one trial under a seed.
    init(seed: UInt64, trial: Int) {
        state = seed &+ UInt64(bitPattern: Int64(trial)) &* 0xD1B5_4A32_D192_ED03
        _ = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// A number from 0 to below 1.
    mutating func part() -> Double {
        Double(next() >> 11) * 0x1p-53
    }
}

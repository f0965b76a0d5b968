import Values

/// Which profiles are recorded at one address.
///
/// An address has several keys, such as its UPRN and its street and house; records that share any of them are at one
/// address, and so are those that share one with a record in between.
struct Addresses: Sendable {
    private static let none = UInt32.max

    /// The address of each profile.
    private let ofProfile: [UInt32]
    /// The profiles of each address, one address after the other.
    private let profiles: [UInt32]
    private let starts: [UInt32]

    /// Whoever meets under any of the blocking rules is at one address.
    init(_ blocking: Blocking) {
        let count = blocking.profiles.count
        var groups = Groups(count)
        for rule in blocking.rules { rule.forEachNeighbour { groups.join($0, $1) } }
        var ofProfile = [UInt32](repeating: Addresses.none, count: count)
        var numbers = [UInt32](repeating: Addresses.none, count: count)
        var sizes: [UInt32] = []
        for profile in 0..<count where blocking.rules.contains(where: { $0.left[profile] != 0 }) {
            let first = groups.first(profile)
            if numbers[first] == Addresses.none {
                numbers[first] = UInt32(truncatingIfNeeded: sizes.count)
                sizes.append(0)
            }
            ofProfile[profile] = numbers[first]
            sizes[Int(numbers[first])] += 1
        }
        var starts: [UInt32] = [0]
        for size in sizes { starts.append(starts[starts.count - 1] + size) }
        var next = starts
        var profiles = [UInt32](repeating: 0, count: Int(starts[sizes.count]))
        for profile in 0..<count where ofProfile[profile] != Addresses.none {
            let address = Int(ofProfile[profile])
            profiles[Int(next[address])] = UInt32(truncatingIfNeeded: profile)
            next[address] += 1
        }
        self.ofProfile = ofProfile
        self.profiles = profiles
        self.starts = starts
    }

    /// The address of a profile; nil where the record has none.
    @inline(__always)
    func address(of profile: Int) -> UInt32? {
        ofProfile[profile] == Addresses.none ? nil : ofProfile[profile]
    }

    func profiles(at address: UInt32) -> ArraySlice<UInt32> {
        profiles[Int(starts[Int(address)])..<Int(starts[Int(address) + 1])]
    }
}

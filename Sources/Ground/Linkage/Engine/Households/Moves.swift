#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif
import Values

/// Households that moved: two addresses at which the same people are surely recorded.
///
/// Where a mother and a brother are at both addresses, a boy of one name at either is likely one boy, though his date of
/// birth is missing. Someone does not vouch for himself.
struct Moves: Sendable {
    private static let mostVouchers = 6

    private let addresses: Addresses
    /// The sure cluster of each profile.
    private let clusters: [UInt32]
    /// Every two addresses at which somebody is recorded, packed and in order, and where those who are begin.
    private let keys: [UInt64]
    private let starts: [Int]
    /// Who is at both of two addresses.
    private let people: [UInt32]
    /// log2 of how often a pair at two addresses is vouched for: one person's, strangers'.
    private(set) var vouched = SharedHome(match: 0, stranger: 0, relative: 0)
    private(set) var notVouched = SharedHome(match: 0, stranger: 0, relative: 0)

    init(_ addresses: Addresses, _ pairs: CandidatePairs, _ profiles: Profiles, sure: Double) {
        self.addresses = addresses
        var groups = Groups(profiles.count)
        for pair in pairs.pairs where pair.weight >= sure { groups.join(Int(pair.left), Int(pair.right)) }
        let clusters = (0..<profiles.count).map { UInt32(truncatingIfNeeded: groups.first($0)) }
        var homes: [UInt64] = []
        for pair in pairs.pairs where pair.weight >= sure {
            let (a, b) = (Int(pair.left), Int(pair.right))
            guard let one = addresses.address(of: a), let other = addresses.address(of: b), one != other else {
                continue
            }
            homes.append(UInt64(clusters[a]) << 32 | UInt64(one))
            homes.append(UInt64(clusters[a]) << 32 | UInt64(other))
        }
        self.clusters = clusters
        (keys, starts, people) = Moves.shared(Sorting.sorted(homes))
        measure(pairs, profiles, sure: sure)
    }

    /// Every two addresses of one cluster, with all who are at both.
    private static func shared(_ homes: [UInt64]) -> (keys: [UInt64], starts: [Int], people: [UInt32]) {
        var ties: [(key: UInt64, cluster: UInt32)] = []
        var start = 0
        while start < homes.count {
            var own: [UInt32] = []
            var end = start
            while end < homes.count && homes[end] >> 32 == homes[start] >> 32 {
                let address = UInt32(truncatingIfNeeded: homes[end])
                if own.last != address { own.append(address) }
                end += 1
            }
            for (index, one) in own.enumerated() {
                for other in own[(index + 1)...] {
                    ties.append((key(one, other), UInt32(truncatingIfNeeded: homes[start] >> 32)))
                }
            }
            start = end
        }
        ties.sort { $0 < $1 }
        var keys: [UInt64] = []
        var starts: [Int] = []
        for (index, tie) in ties.enumerated() where keys.last != tie.key {
            keys.append(tie.key)
            starts.append(index)
        }
        return (keys, starts + [ties.count], ties.map(\.cluster))
    }

    /// Who is at both addresses; a few say as much as many.
    private func people(at key: UInt64) -> ArraySlice<UInt32>? {
        Sorting.position(of: key, in: keys).map { at in
            people[starts[at]..<starts[at + 1]].prefix(Moves.mostVouchers)
        }
    }

    private static func key(_ a: UInt32, _ b: UInt32) -> UInt64 {
        UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    }

    /// How often pairs that are surely one person are vouched for, and how often strangers are.
    private mutating func measure(_ pairs: CandidatePairs, _ profiles: Profiles, sure: Double) {
        var (moved, withOthers) = (1.0, 0.5)
        for pair in pairs.pairs where pair.weight >= sure + 5 {
            switch isVouchedFor(Int(pair.left), Int(pair.right)) {
            case true: (moved, withOthers) = (moved + 1, withOthers + 1)
            case false: moved += 1
            case nil: break
            }
        }
        let tied = keys.reduce(0.0) { sum, key in
            let (a, b) = (UInt32(key >> 32), UInt32(key & 0xFFFF_FFFF))
            return sum + Double(addresses.profiles(at: a).count * addresses.profiles(at: b).count)
        }
        let match = min(max(withOthers / moved, 0.01), 0.99)
        let stranger = max(tied, 1) / profiles.possiblePairs
        vouched = SharedHome(match: log2(match), stranger: log2(stranger), relative: log2(match))
        notVouched = SharedHome(match: log2(1 - match), stranger: 0, relative: log2(1 - match))
    }

    /// Whether others are at both addresses of a pair; nil where it is at one address, or at an unknown one.
    func isVouchedFor(_ a: Int, _ b: Int) -> Bool? {
        guard let one = addresses.address(of: a), let other = addresses.address(of: b), one != other else { return nil }
        guard let vouchers = people(at: Moves.key(one, other)) else { return false }
        return vouchers.contains { $0 != clusters[a] && $0 != clusters[b] }
    }

    /// What the addresses of a pair say.
    func evidence(_ a: Int, _ b: Int) -> SharedHome? {
        isVouchedFor(a, b).map { $0 ? vouched : notVouched }
    }

    /// Every two addresses that a household moved between.
    var tiedAddresses: [(UInt32, UInt32)] {
        keys.map { (UInt32($0 >> 32), UInt32($0 & 0xFFFF_FFFF)) }
    }
}

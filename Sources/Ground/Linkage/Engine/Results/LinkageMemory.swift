/// What a linking leaves for the next, so that a new extract is held against what is there without comparing all again.
///
/// It holds hashes of what records say, and nothing they say. It serves only the model it was made by.
package struct LinkageMemory: Hashable, Sendable {
    /// A hash of the model: its conditions and its parameters.
    package let model: UInt64
    /// Hashes of the profiles that have been compared, in order.
    package let profiles: [UInt64]
    /// Pairs of them that were worth keeping, the smaller hash first, in order.
    package let pairs: [HashPair]

    package struct HashPair: Hashable, Sendable {
        package let first: UInt64
        package let second: UInt64

        package init(_ first: UInt64, _ second: UInt64) {
            self.first = first
            self.second = second
        }
    }

    package init(model: UInt64, profiles: [UInt64], pairs: [HashPair]) {
        self.model = model
        self.profiles = profiles
        self.pairs = pairs
    }
}

extension LinkageModel {
    /// A hash of everything that decides a weight.
    var digest: UInt64 {
        var parts = ["\(id) \(version) \(scope.rawValue) \(prior ?? -1) \(household?.share ?? -1)"]
        for field in fields { parts.append("\(field)") }
        for comparison in comparisons { parts.append("\(comparison)") }
        for rule in blocking { parts.append("\(rule)") }
        for (field, shares) in frequencies.sorted(by: { $0.key < $1.key }) {
            parts.append(field)
            for (value, share) in shares.sorted(by: { $0.key < $1.key }) { parts.append("\(value) \(share)") }
        }
        return parts.reduce(0) { hash, part in
            Array(part.utf8).withUnsafeBufferPointer { Hash.combine(hash, Hash.of($0)) }
        }
    }
}

extension Profiles {
    /// Which profiles a memory has not seen.
    func isNew(since memory: LinkageMemory) -> [Bool] {
        var known = memory.profiles[...]
        return hashes.map { hash in
            // Both are in order, so one walk over them is enough.
            while let first = known.first, first < hash { known.removeFirst() }
            return known.first != hash
        }
    }

    /// The numbers of the profiles of remembered pairs that are still there.
    func numbers(of pairs: [LinkageMemory.HashPair]) -> [(Int, Int)] {
        pairs.compactMap { pair in
            guard let a = Sorting.position(of: pair.first, in: hashes),
                let b = Sorting.position(of: pair.second, in: hashes)
            else { return nil }
            return (min(a, b), max(a, b))
        }
    }
}

import Values

/// Which profiles are recorded at one address.
///
/// An address has several keys, such as its UPRN and its street and house; records that share any of them are at one
/// address, and so are those that share one with a record in between.
struct Addresses: Sendable {
    /// The address of each profile; nil where the record has none.
    let ofProfile: [UInt32?]
    /// The profiles at each address.
    let profiles: [[UInt32]]

    init(_ stage: HouseholdStage, _ all: Profiles) {
        var numbers: [UInt64: Int] = [:]
        var keys: [[Int]] = [[Int]](repeating: [], count: all.count)
        for (index, fields) in stage.addresses.enumerated() {
            let positions = fields.compactMap { all.plan.position(ofField: $0) }
            for profile in 0..<all.count {
                var key = UInt64(index) &+ 77
                var isWhole = true
                for position in positions {
                    let value = all.value(position, of: profile)
                    if value == 0 { isWhole = false }
                    key = Hash.combine(key, all.stores[all.plan.groups[position]].hashes[Int(value)])
                }
                guard isWhole else { continue }
                let number = numbers[key, default: numbers.count]
                numbers[key] = number
                keys[profile].append(number)
            }
        }
        var groups = Groups(numbers.count)
        for own in keys where own.count > 1 {
            for key in own.dropFirst() { groups.join(own[0], key) }
        }
        var addresses: [Int: UInt32] = [:]
        var profiles: [[UInt32]] = []
        ofProfile = keys.enumerated().map { profile, own in
            guard let key = own.first else { return nil }
            let root = groups.first(key)
            let address = addresses[root, default: UInt32(truncatingIfNeeded: addresses.count)]
            if addresses[root] == nil {
                addresses[root] = address
                profiles.append([])
            }
            profiles[Int(address)].append(UInt32(truncatingIfNeeded: profile))
            return address
        }
        self.profiles = profiles
    }
}

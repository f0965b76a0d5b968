/// Holm's adjustment of several tests, so that one in twenty is the chance of any false alarm among them all.
package enum HolmAdjustment {
    /// The p values adjusted, in the order given.
    package static func adjusted(_ p: [Double]) -> [Double] {
        var result = p
        var least = 0.0
        for (place, index) in p.indices.sorted(by: { (p[$0], $0) < (p[$1], $1) }).enumerated() {
            least = max(least, min(1, p[index] * Double(p.count - place)))
            result[index] = least
        }
        return result
    }
}

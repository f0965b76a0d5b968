import Dispatch

/// Work on many items in parts, on several cores at a time.
///
/// The parts are the same on every machine and their results come back in order, so an answer does not depend on how
/// many cores there are or which of them was first.
package enum Parts {
    /// Items of a part: enough that handing it out costs nothing beside working it out.
    package static let size = 16_384

    /// What each part of `0..<count` comes to, in order.
    package static func map<Result>(
        _ count: Int,
        size: Int = Parts.size,
        _ work: @Sendable (Range<Int>) -> Result
    ) -> [Result] {
        let parts = (count + size - 1) / size
        var results = [Result?](repeating: nil, count: parts)
        results.withUnsafeMutableBufferPointer { buffer in
            // Each part writes to a slot of its own.
            nonisolated(unsafe) let slots = buffer
            DispatchQueue.concurrentPerform(iterations: parts) { part in
                slots[part] = work(part * size..<min(count, (part + 1) * size))
            }
        }
        return results.compactMap(\.self)
    }

    /// What each item comes to, in order, where some are far more work than others.
    ///
    /// The largest are begun first, so that no core is left alone with a large one at the end.
    ///
    /// - Parameters:
    ///   - sizes: how much work each item is, beside the others.
    ///   - work: works out one item.
    /// - Returns: what the items come to, in their own order.
    package static func map<Result>(sizes: [Int], _ work: @Sendable (Int) -> Result) -> [Result] {
        let order = sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
        let results = map(order.count, size: 1) { work(order[$0.lowerBound]) }
        return zip(order, results).sorted { $0.0 < $1.0 }.map(\.1)
    }
}

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
}

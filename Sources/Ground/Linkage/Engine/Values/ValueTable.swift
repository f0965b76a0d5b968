/// The number of the value at every key of a plan, profile after profile: a large table that is laid out once and then only
/// read, from every core, without counting who holds it.
final class ValueTable: @unchecked Sendable {
    let start: UnsafePointer<UInt32>
    private let buffer: UnsafeMutableBufferPointer<UInt32>

    /// `fill` writes all of the values.
    init(count: Int, _ fill: (UnsafeMutableBufferPointer<UInt32>) -> Void) {
        buffer = .allocate(capacity: max(1, count))
        LargePages.prefer(UnsafeMutableRawBufferPointer(buffer))
        fill(buffer)
        // Never nil: room for at least one was asked for.
        start = UnsafePointer(buffer.baseAddress.unsafelyUnwrapped)
    }

    deinit {
        buffer.deallocate()
    }
}

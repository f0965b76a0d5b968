#if canImport(Glibc)
import Glibc
#endif

extension Array {
    /// An array whose memory is asked for in large pages, for tables of many megabytes that are looked at all over.
    ///
    /// Each look at such a table in small pages costs a second look, at where its page lies. Where the system has no large
    /// pages the array is as any other; what is in it is the same.
    ///
    /// - Parameters:
    ///   - capacity: how many elements there may be.
    ///   - fill: writes them, and says how many they are.
    init(
        inLargePages capacity: Int,
        _ fill: (_ buffer: UnsafeMutableBufferPointer<Element>, _ count: inout Int) -> Void
    ) {
        self.init(unsafeUninitializedCapacity: capacity) { buffer, count in
            LargePages.prefer(UnsafeMutableRawBufferPointer(buffer))
            fill(buffer, &count)
        }
    }

    /// What the parts of a work came to, one after the other.
    init(joining parts: [[Element]]) where Element: BitwiseCopyable {
        let total = parts.reduce(0) { $0 + $1.count }
        self.init(inLargePages: total) { buffer, count in
            for part in parts { count = buffer[count...].update(fromContentsOf: part) }
        }
    }
}

extension Range<Int> {
    /// The range in pieces short enough that some columns of it stay near at hand while they are laid out as rows.
    var pieces: [Range<Int>] {
        stride(from: lowerBound, to: upperBound, by: 1024).map { $0..<Swift.min($0 + 1024, upperBound) }
    }
}

/// Memory in pages of two megabytes, where the system has them.
enum LargePages {
    private static let size = 1 << 21

    /// Asks for large pages; only what was not written yet can be given them.
    static func prefer(_ memory: UnsafeMutableRawBufferPointer) {
        #if canImport(Glibc)
        guard memory.count >= 2 * size, let base = memory.baseAddress else { return }
        let first = base.alignedUp(toMultipleOf: size)
        let length = (memory.count - (first - base)) & ~(size - 1)
        // A refusal changes the speed alone.
        _ = madvise(first, length, MADV_HUGEPAGE)
        #endif
    }
}

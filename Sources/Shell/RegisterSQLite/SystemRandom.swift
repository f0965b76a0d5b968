#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Random bytes of the operating system.
package enum SystemRandom {
    package static func bytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
            if let start = bytes.baseAddress { arc4random_buf(start, count) }
            filled = count
        }
    }
}

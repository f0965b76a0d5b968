import CZlib

/// Raw deflate data and checksums, by zlib.
enum Inflate {
    /// Unpacks exactly `size` bytes; nil where the data is damaged, shorter or longer.
    static func unpack(_ bytes: [UInt8], _ range: Range<Int>, size: Int) -> [UInt8]? {
        var isComplete = false
        let unpacked = [UInt8](unsafeUninitializedCapacity: size) { output, count in
            bytes.withUnsafeBufferPointer { input in
                isComplete = unpack(UnsafeBufferPointer(rebasing: input[range]), into: output, count: &count)
            }
        }
        return isComplete && unpacked.count == size ? unpacked : nil
    }

    private static func unpack(
        _ input: UnsafeBufferPointer<UInt8>,
        into output: UnsafeMutableBufferPointer<UInt8>,
        count: inout Int
    ) -> Bool {
        var stream = z_stream()
        // A negative number of window bits says that there is no zlib header.
        let started = inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard started == Z_OK else { return false }
        defer { inflateEnd(&stream) }
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        // zlib wants somewhere to write even where there is nothing to write.
        var spare: UInt8 = 0
        let status = withUnsafeMutablePointer(to: &spare) { spare in
            stream.next_out = output.count == 0 ? spare : output.baseAddress
            stream.avail_out = UInt32(output.count)
            return inflate(&stream, Z_FINISH)
        }
        count = output.count - Int(stream.avail_out)
        return status == Z_STREAM_END
    }

    /// The CRC-32 of bytes.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBufferPointer { UInt32(crc32_z(0, $0.baseAddress, $0.count)) }
    }
}

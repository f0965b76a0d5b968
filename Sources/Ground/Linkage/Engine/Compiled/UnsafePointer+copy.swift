extension UnsafePointer {
    /// Memory with a copy of the elements, which whoever asked for it gives back.
    static func copy(of elements: [Pointee]) -> UnsafePointer {
        let memory = UnsafeMutableBufferPointer<Pointee>.allocate(capacity: Swift.max(1, elements.count))
        LargePages.prefer(UnsafeMutableRawBufferPointer(memory))
        _ = memory.initialize(from: elements)
        // Never nil: at least one element was asked for.
        return UnsafePointer(memory.baseAddress.unsafelyUnwrapped)
    }
}

extension SQL {
    /// The values as lists for `IN (...)`, each once: no longer than databases take, and of few lengths.
    ///
    /// Every length is a statement of its own to prepare and to keep, so a list is filled up to a power of two with its
    /// last value.
    static func lists(of values: some Sequence<String>) -> [SQL] {
        let values = Set(values).sorted()
        return stride(from: 0, to: values.count, by: longest).map { start in
            let part = values[start..<min(start + longest, values.count)]
            var length = 1
            while length < part.count { length *= 2 }
            let filling = repeatElement(part.last, count: length - part.count).compactMap(\.self)
            return (part + filling).map { SQL("\($0)") }.joined(by: ", ")
        }
    }

    private static let longest = 512
}

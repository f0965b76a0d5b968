import Records

/// The keys of one table met so far, and the place of the row that had each first.
///
/// A key of one field, which is what other tables refer to, is kept as text. Of longer keys only a hash is kept: the
/// caller compares the keys of rows whose hashes are equal, and takes the next hash if they differ.
struct KeyIndex {
    private let key: [Int]
    private var single: [String: Int32] = [:]
    private var hashed: [Int: Int32] = [:]

    init(key: [Int]) {
        self.key = key
    }

    /// Position in the row of a key of one field; nil for longer keys.
    var singlePosition: Int? { key.count == 1 ? key[0] : nil }

    /// Makes room for so many keys.
    mutating func reserve(_ count: Int) {
        if key.count == 1 { single.reserveCapacity(count) } else { hashed.reserveCapacity(count) }
    }

    // MARK: Keys of one field

    func contains(_ text: String) -> Bool {
        single[text] != nil
    }

    func place(of text: String) -> Int32? {
        single[text]
    }

    /// Notes the key, or gives the place of the row that had it before.
    mutating func claim(_ text: String, for place: Int32) -> Int32? {
        if let earlier = single[text] { return earlier }
        single[text] = place
        return nil
    }

    // MARK: Longer keys

    func hash(of row: [Cell]) -> Int {
        var hasher = Hasher()
        for position in key { hasher.combine(row[position]) }
        return hasher.finalize()
    }

    func isSame(_ one: [Cell], _ other: [Cell]) -> Bool {
        key.allSatisfy { one[$0] == other[$0] }
    }

    subscript(hash: Int) -> Int32? {
        get { hashed[hash] }
        set { hashed[hash] = newValue }
    }
}

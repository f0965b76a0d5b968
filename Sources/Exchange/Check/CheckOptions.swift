/// How files are checked.
package struct CheckOptions: Hashable, Sendable {
    /// Collection year of an SSDA903 return, the year it ends in; nil takes the year of its latest date.
    package var collectionYear: Int?
    /// Code of the authority that made the return.
    package var authority: String?
    /// Whether the episode repairs are applied.
    package var repair: Bool
    package var limits: CheckLimits

    package init(
        collectionYear: Int? = nil,
        authority: String? = nil,
        repair: Bool = false,
        limits: CheckLimits = CheckLimits()
    ) {
        self.collectionYear = collectionYear
        self.authority = authority
        self.repair = repair
        self.limits = limits
    }
}

/// What is too much.
package struct CheckLimits: Hashable, Sendable {
    /// Entries of one zip.
    package var zipEntries: Int
    /// Bytes that one zip may unpack to.
    package var unpackedBytes: Int
    /// Problems listed of one rule, file and field; the rest are counted.
    package var problemsOfAKind: Int

    package init(zipEntries: Int = 1000, unpackedBytes: Int = 1 << 30, problemsOfAKind: Int = 10_000) {
        self.zipEntries = zipEntries
        self.unpackedBytes = unpackedBytes
        self.problemsOfAKind = problemsOfAKind
    }
}

/// How far a check has come.
package struct CheckProgress: Hashable, Sendable {
    /// The file being read.
    package var file: String
    package var bytesDone: Int
    package var bytesTotal: Int
}

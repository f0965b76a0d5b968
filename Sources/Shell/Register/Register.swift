/// The register of facts: every record a chain of versions, every write a change in a chain of hashes.
///
/// A value that can be passed about freely; many may read while one writes.
package struct Register: Sendable {
    package let store: any Store
    /// Whose records these are; leads every key.
    let tenant: Int64
    /// Random bytes, as many as asked for.
    let random: @Sendable (Int) -> [UInt8]

    /// A register in a store whose schema is up to date.
    ///
    /// - Parameters:
    ///   - store: the database.
    ///   - tenant: whose records are read and written.
    ///   - random: gives random bytes for the seals; nothing must be able to guess them.
    package init(store: any Store, tenant: Int64 = 1, random: @escaping @Sendable (Int) -> [UInt8]) {
        self.store = store
        self.tenant = tenant
        self.random = random
    }

    /// Lets the database take stock of its tables, so that it finds rows the short way.
    package func takeStock() throws {
        try store.write { try $0.takeStock() }
    }
}

/// The register of facts: every record a chain of versions, every write a change in a chain of hashes.
///
/// A value that can be passed about freely; many may read while one writes.
package struct Register: Sendable {
    package let store: any Store
    /// Whose records these are; leads every key.
    let tenant: Int64
    /// Random bytes for a seal.
    let salt: @Sendable () -> [UInt8]

    /// A register in a store whose schema is up to date.
    ///
    /// - Parameter salt: 16 random bytes at every call; nothing must be able to guess them.
    package init(store: any Store, tenant: Int64 = 1, salt: @escaping @Sendable () -> [UInt8]) {
        self.store = store
        self.tenant = tenant
        self.salt = salt
    }

    /// Random bytes of the system.
    package static let randomSalt: @Sendable () -> [UInt8] = {
        var random = SystemRandomNumberGenerator()
        return (0..<2).flatMap { _ in withUnsafeBytes(of: random.next()) { Array($0) } }
    }
}

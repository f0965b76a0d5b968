package import Records
package import Register

extension Register {
    /// The snapshot of the register as known at a change; nil for the latest.
    package func snapshot(knownAt change: Int? = nil) throws -> Snapshot {
        let number = try change ?? latestChange()
        return Snapshot(of: try records(knownAt: number), change: number)
    }
}

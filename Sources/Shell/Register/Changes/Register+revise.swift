package import Records

extension Register {
    /// Saves one record as a form does: only if nobody else has saved it since it was read.
    ///
    /// - Parameter version: number of the version the form was made from; nil for a new record.
    /// - Returns: the change made; nil where the record already says the same.
    /// - Throws: `RegisterError.movedOn` where the record has another version by now, or none, or where a new record's key
    ///   is taken.
    @discardableResult
    package func revise(
        _ row: [Cell],
        inTable name: String,
        expecting version: Int64?,
        as draft: ChangeDraft,
        at time: Timestamp
    ) throws -> Int? {
        let table = try StoredTable.named(name)
        return try store.write { connection in
            let writer = try ChangeWriter(on: connection, tenant: tenant, random: random)
            let tableWriter = try writer.writer(of: table)
            let current: Int64? =
                switch try tableWriter.standing(of: row) {
                case .none: nil
                case .same(let version), .differs(let version): version
                }
            guard current == version else { throw RegisterError.movedOn(table: name) }
            _ = try tableWriter.save(row)
            return try writer.close(as: draft, at: time)
        }
    }
}

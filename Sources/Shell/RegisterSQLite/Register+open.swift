package import Register

extension Register {
    /// Opens the register in a file, bringing its schema up to date.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - create: makes the file where there is none.
    ///   - time: when that is, for the record of a migration.
    ///   - random: see `Register.init`.
    /// - Throws: `RegisterError` where there is no such file, where it is no register, or where a newer program wrote it.
    package static func open(
        _ path: String,
        create: Bool,
        at time: Timestamp,
        random: @escaping @Sendable (Int) -> [UInt8] = SystemRandom.bytes
    ) throws -> Register {
        try checkFile(path, create: create)
        let store = try SQLiteStore(path: path)
        try store.checkIsRegister(create: create)
        try migrate(store, at: time)
        return Register(store: store, random: random)
    }

    /// Refuses a path with no file, or with one that is no database, before SQLite touches it.
    private static func checkFile(_ path: String, create: Bool) throws {
        guard File.exists(path) else {
            guard create else { throw RegisterError.notFound(path: path) }
            return
        }
        let start = try File.start(of: path, bytes: 16)
        guard start == Array("SQLite format 3\0".utf8) || (start.isEmpty && create) else {
            throw RegisterError.notARegister(path: path)
        }
    }
}

extension SQLiteStore {
    /// Refuses somebody else's database, and an empty one unless a register is to be made in it.
    func checkIsRegister(create: Bool) throws {
        let (isRegister, tables) = try read { connection in
            let tables = try connection.number("SELECT COUNT(*) FROM sqlite_master")
            return (try connection.hasTable(named: "migrations"), tables)
        }
        guard isRegister || (create && tables == 0) else { throw RegisterError.notARegister(path: path) }
    }
}

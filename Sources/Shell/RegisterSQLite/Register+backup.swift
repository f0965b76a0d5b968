import GRDB
package import Register

extension Register {
    /// Writes a backup while others go on reading and writing: a copy of one moment, verified before it gets its name.
    ///
    /// - Returns: what verifying the copy found, which is sound.
    /// - Throws: `RegisterError.backupNotSound` where the copy does not verify; an older backup of that name stays then.
    @discardableResult
    package func backup(to path: String) throws -> VerificationReport {
        guard let store = store as? SQLiteStore else {
            throw RegisterError.storage(
                detail: "backups of this kind of register are made with the database's own tools"
            )
        }
        let copy = File.free(path, "part")
        defer { SQLiteStore.removeFiles(of: copy) }
        try store.copy(to: copy)
        let report = try Register.verified(copy)
        try File.rename(copy, to: path)
        return report
    }

    /// Puts a backup in the place of a register, once it has verified; what it replaces is kept beside it.
    ///
    /// - Returns: the path of the register replaced; nil where there was none.
    /// - Throws: `RegisterError.backupNotSound` where the backup does not verify, `.inUse` where another program has the
    ///   register open; nothing is replaced then.
    @discardableResult
    package static func restore(from backup: String, to path: String) throws -> String? {
        guard File.exists(backup) else { throw RegisterError.notFound(path: backup) }
        guard try File.start(of: backup, bytes: 16) == Array("SQLite format 3\0".utf8) else {
            throw RegisterError.notARegister(path: backup)
        }
        let copy = File.free(path, "part")
        defer { SQLiteStore.removeFiles(of: copy) }
        let source = try SQLiteStore(path: backup)
        try source.copy(to: copy)
        try source.close()
        _ = try verified(copy)
        var replaced: String?
        if File.exists(path) {
            try SQLiteStore.settle(path)
            let aside = File.free(path, "replaced")
            try File.link(path, to: aside)
            for suffix in SQLiteStore.besides where File.exists(path + suffix) {
                try File.rename(path + suffix, to: aside + suffix)
            }
            replaced = aside
        }
        try File.rename(copy, to: path)
        return replaced
    }

    /// Verifies a register that nobody else uses.
    private static func verified(_ path: String) throws -> VerificationReport {
        let store = try SQLiteStore(path: path)
        try store.checkIsRegister(create: false)
        let report = try Register(store: store, random: SystemRandom.bytes).verify()
        try store.close()
        guard report.isSound else { throw RegisterError.backupNotSound(problems: report.problems.count) }
        return report
    }
}

extension SQLiteStore {
    /// What SQLite keeps beside a file while it is open.
    static let besides = ["-wal", "-shm"]

    /// Copies one moment of the database into a new file.
    func copy(to path: String) throws {
        try translated(path) {
            let copy = try DatabaseQueue(path: path)
            try readers.copy(to: copy)
            try copy.close()
        }
    }

    /// Brings everything into the one file, and makes sure that nobody has it open.
    ///
    /// A damaged file is left as it is.
    static func settle(_ path: String) throws {
        do {
            let store = try SQLiteStore(path: path)
            try store.close()
        } catch RegisterError.corrupt, RegisterError.notARegister {
            return
        }
        if besides.contains(where: { File.exists(path + $0) }) { throw RegisterError.inUse(path: path) }
    }

    static func removeFiles(of path: String) {
        for name in [path] + besides.map({ path + $0 }) { File.remove(name) }
    }
}

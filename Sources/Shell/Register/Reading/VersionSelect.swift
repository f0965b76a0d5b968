import Records

extension StoredTable {
    /// The columns of a whole version, for `readVersion`.
    var versionColumns: SQL {
        let fields = columns.map { SQL("\($0)") }.joined(by: ", ")
        let seal: SQL = isPersonal ? ", salt, seal" : ""
        return "id, tenant, from_change, to_change, \(fields)\(seal)"
    }

    /// Reads a row of `versionColumns` into a version that is used again and again.
    func readVersion(_ statement: any PreparedStatement, into version: inout VersionRow) {
        version.id = statement.integer(0)
        version.tenant = statement.integer(1)
        version.fromChange = statement.integer(2)
        version.toChange = statement.optionalInteger(3)
        read(statement, from: 4, into: &version.cells)
        guard isPersonal else { return }
        let salt = 4 + columns.count
        version.salt = statement.isMissing(salt) ? nil : statement.bytes(salt)
        version.seal = statement.bytes(salt + 1)
    }

    /// The key columns set equal to open parameters, or to the parts of a key.
    var keyIsOpen: SQL {
        key.map { SQL("\($0) = \(open: 1)") }.joined(by: " AND ")
    }

    func keyIs(_ cells: [Cell]) -> SQL {
        zip(key, cells).map { SQL("\($0) = \($1)") }.joined(by: " AND ")
    }

    /// The parts of a key from its one text (`Table.keyText`), as they are stored.
    func keyCells(_ text: String) -> [Cell] {
        let parts = text.split(separator: "\u{1F}", omittingEmptySubsequences: false)
        return zip(table.key, parts).map { field, part in
            switch table.fields[field].kind {
            case .integer, .money: Int64(part).map { .integer($0) } ?? .text(String(part))
            default: .text(String(part))
            }
        }
    }
}

extension Connection {
    /// The digest of the versions of a table that a change ended.
    func digestOfEnded(_ table: StoredTable, in change: Int, form: RowForm) throws -> ChangePart {
        var digest = RowDigest(form)
        var version = VersionRow()
        try each(
            "SELECT \(table.versionColumns) FROM \(table.name) WHERE to_change = \(change) ORDER BY id"
        ) { row in
            table.readVersion(row, into: &version)
            digest.add(ended: version)
        }
        return ChangePart(table: table.table.name, act: .ended, rows: digest.rows, digest: digest.finish())
    }

    /// The digest of the versions of a table whose personal values a change erased.
    func digestOfErased(_ table: StoredTable, in change: Int, form: RowForm) throws -> ChangePart {
        var digest = RowDigest(form)
        try each(
            """
            SELECT version FROM erasures WHERE change = \(change) AND table_name = \(table.table.name) \
            ORDER BY version
            """
        ) { digest.add(erased: $0.integer(0)) }
        return ChangePart(table: table.table.name, act: .erased, rows: digest.rows, digest: digest.finish())
    }
}

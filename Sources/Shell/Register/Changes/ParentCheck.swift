import Records

extension ChangeWriter {
    /// Refuses the change where a row it wrote names a record that is not there, or a record it ended is still named.
    func checkParents(_ writer: TableWriter) throws {
        let table = writer.table
        if writer.tally.new + writer.tally.revised > 0 {
            for (field, parent) in try table.references {
                try checkNamed(field, of: table, after: writer.last, in: parent)
            }
        }
        guard writer.tally.ended > 0, table.key.count == 1 else { return }
        for child in StoredTable.all {
            for (field, parent) in try child.references where parent.position == table.position {
                try checkUnnamed(table, by: field, of: child)
            }
        }
    }

    private func checkNamed(_ field: SQL.Name, of table: StoredTable, after last: Int64, in parent: StoredTable) throws
    {
        let orphans = try connection.number(
            """
            SELECT COUNT(*) FROM \(table.name) c WHERE c.id > \(last) AND \(parent.missingFor(field))
            """
        )
        guard orphans == 0 else {
            throw RegisterError.missingParents(
                table: table.table.name,
                field: field.text,
                parent: parent.table.name,
                count: orphans
            )
        }
    }

    private func checkUnnamed(_ table: StoredTable, by field: SQL.Name, of child: StoredTable) throws {
        guard let key = table.key.first else { return }
        let named = try connection.number(
            """
            SELECT COUNT(*) FROM \(table.name) e \
            JOIN \(child.name) c ON c.tenant = e.tenant AND c.\(field) = e.\(key) AND c.to_change IS NULL \
            WHERE e.to_change = \(number) AND \(table.missingFor(field))
            """
        )
        guard named == 0 else {
            throw RegisterError.stillNamed(table: table.table.name, by: child.table.name, count: named)
        }
    }
}

extension StoredTable {
    /// The fields that name a record of another table, with that table.
    var references: [(field: SQL.Name, parent: StoredTable)] {
        get throws {
            try table.fields.compactMap { field in
                try field.refersTo.map { (SQL.Name(field.name), try StoredTable.named($0)) }
            }
        }
    }

    /// The condition that row `c` names in a field a record that this table does not have now.
    func missingFor(_ field: SQL.Name) -> SQL {
        guard let key = key.first else { return "FALSE" }
        return """
            c.\(field) <> '' AND NOT EXISTS (SELECT 1 FROM \(name) p \
            WHERE p.tenant = c.tenant AND p.\(key) = c.\(field) AND p.to_change IS NULL)
            """
    }
}

import Records
import Values

extension StoredTable {
    /// The condition that row `v` falls in a period replaced by a change; nil where the table is not replaced.
    ///
    /// A placement falls in it when any of its nights does. Other records fall in it by the day they bear: the first
    /// required date of their table. What has no date of its own but belongs to a dated record by its key (a score to
    /// its assessment) goes with it. People, families, workers and organisations have no such date and stay.
    func falls(in period: Period, tables: Set<String>, change: Int) -> SQL? {
        let isReplaced = tables.contains(table.name)
        if table.name == Placement.table.name {
            guard isReplaced else { return nil }
            return """
                v.started_on <= \(period.to.iso) AND \
                (v.ended_on IS NULL OR v.ended_on > \(period.from.iso) OR v.started_on >= \(period.from.iso))
                """
        }
        if let day { return isReplaced ? "v.\(day) BETWEEN \(period.from.iso) AND \(period.to.iso)" : nil }
        guard let (field, owner) = owner, let key = owner.key.first, let day = owner.day else { return nil }
        let owned: SQL = "SELECT 1 FROM \(owner.name) p WHERE p.tenant = v.tenant AND p.\(key) = v.\(field)"
        let ended: SQL = """
            EXISTS (\(owned) AND p.to_change = \(change)) AND NOT EXISTS (\(owned) AND p.to_change IS NULL)
            """
        guard isReplaced else { return tables.contains(owner.table.name) ? ended : nil }
        return """
            (EXISTS (\(owned) AND p.to_change IS NULL \
            AND p.\(day) BETWEEN \(period.from.iso) AND \(period.to.iso)) OR \(ended))
            """
    }

    /// The first required date.
    private var day: SQL.Name? {
        table.fields.indices.first { table.fields[$0].kind == .day && table.fields[$0].isRequired }.map { columns[$0] }
    }

    /// The dated record a record without a date belongs to by its key.
    private var owner: (field: SQL.Name, parent: StoredTable)? {
        for field in table.key {
            guard let name = table.fields[field].refersTo, let parent = try? StoredTable.named(name), parent.day != nil
            else { continue }
            return (columns[field], parent)
        }
        return nil
    }
}

package import Records
package import Values

extension Register {
    /// What a worker holds on a day; what they held before is not read.
    package func allocations(heldBy worker: String, on day: Day) throws -> [Allocation] {
        let (from, to) = (SQL.Name("from"), SQL.Name("to"))
        return try held(
            Allocation.self,
            of: StoredTable.named(Allocation.table.name),
            where: """
                worker_id = \(worker) AND \(from) <= \(day.iso) AND (\(to) IS NULL OR \(to) >= \(day.iso))
                """
        )
        .map(\.record)
    }

    /// The day of the last contact of each case that the family kept; none of those without one.
    ///
    /// A contact counts as kept unless it is recorded that the family did not come or that it was cancelled.
    package func lastContactsKept(ofCases ids: [String]) throws -> [Identifier<Case>: Day] {
        let on = SQL.Name("on")
        let (away, cancelled) = (ContactAttendance.didNotAttend.rawValue, ContactAttendance.cancelled.rawValue)
        var days: [Identifier<Case>: Day] = [:]
        try store.read { connection in
            for cases in SQL.lists(of: ids) {
                try connection.each(
                    """
                    SELECT case_id, MAX(\(on)) FROM contacts WHERE tenant = \(tenant) AND to_change IS NULL \
                    AND case_id IN (\(cases)) \
                    AND (attendance IS NULL OR attendance NOT IN (\(away), \(cancelled))) GROUP BY case_id
                    """
                ) { row in days[Identifier(row.text(0))] = row.optionalText(1).flatMap { Day(iso: $0) } }
            }
        }
        return days
    }
}

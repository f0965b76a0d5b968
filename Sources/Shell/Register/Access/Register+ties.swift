package import Access
import Records
package import Values

extension Register {
    /// What ties a family to those who work with it, as the register stands now.
    ///
    /// - Parameters:
    ///   - family: the family's reference.
    ///   - day: the day by which cases are held.
    /// - Returns: the ties; nil where the register has no such family.
    /// - Throws: where the register cannot be read.
    package func ties(ofFamily family: String, on day: Day) throws -> FamilyTies? {
        try store.read { connection in
            let isKnown = try connection.number(
                """
                SELECT COUNT(*) FROM families \
                WHERE tenant = \(tenant) AND family_id = \(family) AND to_change IS NULL
                """
            )
            guard isKnown > 0 else { return nil }
            var ties = FamilyTies()
            try connection.each(
                """
                SELECT organisation_id, team, contract_id FROM cases \
                WHERE tenant = \(tenant) AND family_id = \(family) AND to_change IS NULL
                """
            ) { row in
                if let provider = row.optionalText(0) { ties.providers.insert(provider) }
                if let team = row.optionalText(1) { ties.teams.insert(team) }
                if let contract = row.optionalText(2) { ties.contracts.insert(contract) }
            }
            try addHolders(of: family, on: day, to: &ties, connection)
            ties.referrers = Set(
                try connection.all(
                    """
                    SELECT source_organisation_id FROM referrals WHERE tenant = \(tenant) AND family_id = \(family) \
                    AND to_change IS NULL AND source_organisation_id IS NOT NULL
                    """
                ) { $0.text(0) }
            )
            return ties
        }
    }

    /// The ties of the family a person belongs to, none where they belong to none; nil where there is no such person.
    package func ties(ofPerson person: String, on day: Day) throws -> FamilyTies? {
        let family = try store.read { connection in
            try connection.first(
                """
                SELECT family_id FROM people \
                WHERE tenant = \(tenant) AND person_id = \(person) AND to_change IS NULL
                """
            ) { $0.optionalText(0) }
        }
        guard let family else { return nil }
        return try family.flatMap { try ties(ofFamily: $0, on: day) } ?? FamilyTies()
    }

    private func addHolders(
        of family: String,
        on day: Day,
        to ties: inout FamilyTies,
        _ connection: any Connection
    ) throws {
        try connection.each(holders(of: family, on: day)) { row in
            ties.workers.insert(row.text(0))
            if let team = row.optionalText(1) { ties.teams.insert(team) }
        }
    }

    /// Who works with a family on a day, each with their team.
    package func holders(of family: String, on day: Day) -> SQL {
        let (from, to) = (SQL.Name("from"), SQL.Name("to"))
        return """
            SELECT a.worker_id, w.team FROM cases c \
            JOIN allocations a ON a.tenant = c.tenant AND a.case_id = c.case_id AND a.to_change IS NULL \
            LEFT JOIN workers w ON w.tenant = a.tenant AND w.worker_id = a.worker_id AND w.to_change IS NULL \
            WHERE c.tenant = \(tenant) AND c.family_id = \(family) AND c.to_change IS NULL \
            AND a.\(from) <= \(day.iso) AND (a.\(to) IS NULL OR a.\(to) >= \(day.iso))
            """
    }
}

package import Records
package import Values

/// What the order of a queue goes by, of everybody in it: read in a few looks, without the records themselves.
package struct QueueGround: Sendable {
    /// One referral of the queue, with what the referrer said.
    package struct Entry: Sendable {
        package let id: Identifier<Referral>
        package let familyID: Identifier<Family>
        package let personID: Identifier<Person>?
        package let receivedOn: Day
        package let decidedOn: Day?
        package let programme: String?
        package let tier: Tier?
        package let route: ReferralRoute?
        package let protectionPlan: Bool?
        package let edgeOfCare: Bool?
        package let living: LivingNow?
    }

    /// Somebody of a family in the queue.
    package struct Member: Sendable {
        package let id: Identifier<Person>
        package let isChild: Bool
        package let birth: BirthDate?
    }

    package fileprivate(set) var entries: [Entry] = []
    package fileprivate(set) var members: [Identifier<Family>: [Member]] = [:]
    /// Placements that are open on the day.
    package fileprivate(set) var placements: [Identifier<Person>: [Placement]] = [:]
    /// The last day on which each kind of event happened to a family or somebody of it, up to the day.
    package fileprivate(set) var lastEvents: [Identifier<Family>: [EventKind: Day]] = [:]
    /// Every referral of the families, with the day it came in.
    package fileprivate(set) var received: [Identifier<Family>: [(id: Identifier<Referral>, on: Day)]] = [:]
}

extension Register {
    /// What the order of those referrals goes by that stand so, as at a day.
    ///
    /// - Parameters:
    ///   - decision: how they stand.
    ///   - kinds: the kinds of events that the order asks for.
    ///   - day: the day.
    /// - Returns: what was read.
    /// - Throws: whatever reading throws.
    package func queue(
        standing decision: ReferralDecision,
        events kinds: [EventKind],
        on day: Day
    ) throws -> QueueGround {
        let families: SQL = """
            SELECT family_id FROM referrals \
            WHERE tenant = \(tenant) AND to_change IS NULL AND decision = \(decision.rawValue)
            """
        return try store.read { connection in
            var ground = QueueGround()
            ground.entries = try entries(standing: decision, connection)
            try readMembers(of: families, into: &ground, connection)
            try readPlacements(of: families, on: day, into: &ground, connection)
            try readEvents(kinds, of: families, on: day, into: &ground, connection)
            try connection.each(
                """
                SELECT family_id, referral_id, received_on FROM referrals \
                WHERE tenant = \(tenant) AND to_change IS NULL AND family_id IN (\(families)) ORDER BY id
                """
            ) { row in
                guard let day = Day(iso: row.text(2)) else { return }
                ground.received[Identifier(row.text(0)), default: []].append((Identifier(row.text(1)), day))
            }
            return ground
        }
    }

    private func entries(
        standing decision: ReferralDecision,
        _ connection: any Connection
    ) throws
        -> [QueueGround.Entry]
    {
        try connection.all(
            """
            SELECT r.referral_id, r.family_id, r.person_id, r.received_on, r.decided_on, r.programme, r.tier, r.route, \
            d.protection_plan, d.edge_of_care, d.living \
            FROM referrals r LEFT JOIN referral_details d \
            ON d.tenant = r.tenant AND d.referral_id = r.referral_id AND d.to_change IS NULL \
            WHERE r.tenant = \(tenant) AND r.to_change IS NULL AND r.decision = \(decision.rawValue) ORDER BY r.id
            """
        ) { row in
            QueueGround.Entry(
                id: Identifier(row.text(0)),
                familyID: Identifier(row.text(1)),
                personID: row.optionalText(2).map { Identifier($0) },
                receivedOn: Day(iso: row.text(3)) ?? .earliest,
                decidedOn: row.optionalText(4).flatMap { Day(iso: $0) },
                programme: row.optionalText(5),
                tier: row.optionalText(6).flatMap(Tier.init),
                route: ReferralRoute(rawValue: row.text(7)),
                protectionPlan: row.optionalInteger(8).map { $0 != 0 },
                edgeOfCare: row.optionalInteger(9).map { $0 != 0 },
                living: row.optionalText(10).flatMap { LivingNow(rawValue: $0) }
            )
        }
    }

    private func readMembers(of families: SQL, into ground: inout QueueGround, _ connection: any Connection) throws {
        try connection.each(
            """
            SELECT family_id, person_id, role, date_of_birth FROM people \
            WHERE tenant = \(tenant) AND to_change IS NULL AND family_id IN (\(families)) ORDER BY id
            """
        ) { row in
            ground.members[Identifier(row.text(0)), default: []].append(
                QueueGround.Member(
                    id: Identifier(row.text(1)),
                    isChild: row.text(2) == PersonRole.child.rawValue,
                    birth: row.optionalText(3).flatMap { BirthDate(iso: $0) }
                )
            )
        }
    }

    private func readPlacements(
        of families: SQL,
        on day: Day,
        into ground: inout QueueGround,
        _ connection: any Connection
    ) throws {
        let table = try StoredTable.named(Placement.table.name)
        try connection.each(
            """
            SELECT \(table.fieldColumns) FROM placements WHERE tenant = \(tenant) AND to_change IS NULL \
            AND started_on <= \(Cell.day(day)) AND (ended_on IS NULL OR ended_on > \(Cell.day(day))) \
            AND person_id IN (SELECT person_id FROM people \
            WHERE tenant = \(tenant) AND to_change IS NULL AND family_id IN (\(families))) ORDER BY id
            """
        ) { row in
            let placement = try Placement(row: table.row(row, from: 0))
            ground.placements[placement.personID, default: []].append(placement)
        }
    }

    private func readEvents(
        _ kinds: [EventKind],
        of families: SQL,
        on day: Day,
        into ground: inout QueueGround,
        _ connection: any Connection
    ) throws {
        let day = Cell.day(day)
        let on = SQL.Name("on")
        let kinds = kinds.map { SQL("\($0.rawValue)") }.joined(by: ", ")
        // An event is of the family it names; where it names none, of the family of its person.
        let ofFamily: SQL = """
            SELECT e.family_id, e.kind, MAX(e.\(on)) FROM events e \
            WHERE e.tenant = \(tenant) AND e.to_change IS NULL AND e.family_id IN (\(families)) \
            AND e.kind IN (\(kinds)) AND e.\(on) <= \(day) GROUP BY e.family_id, e.kind
            """
        let ofPerson: SQL = """
            SELECT p.family_id, e.kind, MAX(e.\(on)) FROM people p JOIN events e \
            ON e.tenant = p.tenant AND e.person_id = p.person_id AND e.to_change IS NULL AND e.family_id IS NULL \
            WHERE p.tenant = \(tenant) AND p.to_change IS NULL AND p.family_id IN (\(families)) \
            AND e.kind IN (\(kinds)) AND e.\(on) <= \(day) GROUP BY p.family_id, e.kind
            """
        for question in [ofFamily, ofPerson] {
            try connection.each(question) { row in
                guard let kind = EventKind(rawValue: row.text(1)), let day = Day(iso: row.text(2)) else { return }
                ground.lastEvents[Identifier(row.text(0)), default: [:]][kind, default: day].raise(to: day)
            }
        }
    }
}

extension Day {
    /// Becomes the later of itself and another.
    fileprivate mutating func raise(to other: Day) { self = max(self, other) }
}

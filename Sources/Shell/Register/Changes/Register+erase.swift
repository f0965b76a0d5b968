import Identify
package import Records
package import Values

extension Register {
    /// Erases a person: their personal values go from every version of every record about them, for good.
    ///
    /// What they were leaves no trace but the fact, in a change, that it was done. The records stay, without names, dates
    /// of birth and references, so that figures stay as they are; the seals stay, so that the chain verifies. Whoever was
    /// merged into them is erased with them, and so is what was decided of their record. Once nobody of a family is left,
    /// what was written of the family and its cases goes too, with its documents: until then it is about the others.
    ///
    /// - Returns: the change made; nil where there was nothing left to erase.
    @discardableResult
    package func erase(person: Identifier<Person>, as draft: ChangeDraft, at time: Timestamp) throws -> Int? {
        try store.write { connection in
            let writer = try ChangeWriter(on: connection, tenant: tenant, random: random)
            let people = try merged(into: person.text, connection)
            for (table, versions) in try ErasureScope(connection, tenant).versions(of: people) {
                try writer.erase(versions: versions, of: table)
            }
            for id in people { try writer.eraseDecisions(of: RecordName.register) { $0 == id } }
            try writer.forgetMatching()
            return try writer.close(as: draft, at: time)
        }
    }

    /// What erasing a person would take: versions of records by table; empty where nothing is left.
    package func planErasure(of person: Identifier<Person>) throws -> [(table: String, versions: Int)] {
        try store.read { connection in
            try ErasureScope(connection, tenant).versions(of: merged(into: person.text, connection))
                .map { ($0.table.table.name, $0.versions.count) }
        }
    }
}

/// The versions that hold what is personal of people, and of the families that have nobody else left.
private struct ErasureScope {
    private let connection: any Connection
    private let tenant: Int64

    init(_ connection: any Connection, _ tenant: Int64) {
        self.connection = connection
        self.tenant = tenant
    }

    func versions(of people: [String]) throws -> [(table: StoredTable, versions: [Int64])] {
        var found: [Int: Set<Int64>] = [:]
        for person in people {
            for table in StoredTable.all where table.isPersonal && table.field(named: "person_id") != nil {
                try found[table.position, default: []].formUnion(ids(in: table, where: "person_id = \(person)"))
            }
        }
        for family in try familiesLeft(by: people) {
            for (table, condition) in belonging(to: family) where table.isPersonal {
                try found[table.position, default: []].formUnion(ids(in: table, where: condition))
            }
        }
        return StoredTable.all.compactMap { table in
            guard let ids = found[table.position], !ids.isEmpty else { return nil }
            return (table, ids.sorted())
        }
    }

    private func ids(in table: StoredTable, where condition: SQL) throws -> [Int64] {
        try connection.all(
            "SELECT id FROM \(table.name) WHERE tenant = \(tenant) AND salt IS NOT NULL AND (\(condition))"
        ) { $0.integer(0) }
    }

    /// The families these people were ever of, in which nobody else is left who was not erased.
    private func familiesLeft(by people: [String]) throws -> [String] {
        var families: Set<String> = []
        for person in people {
            families.formUnion(
                try connection.all(
                    """
                    SELECT DISTINCT family_id FROM people \
                    WHERE tenant = \(tenant) AND person_id = \(person) AND family_id IS NOT NULL
                    """
                ) { $0.text(0) }
            )
        }
        return try families.sorted().filter { family in
            let others = try connection.all(
                """
                SELECT DISTINCT person_id FROM people \
                WHERE tenant = \(tenant) AND family_id = \(family) AND salt IS NOT NULL
                """
            ) { $0.text(0) }
            return Set(others).isSubset(of: people)
        }
    }

    /// Tables of what is kept about a family, its referrals and cases and all that is kept about those, each with the
    /// condition that finds it; not its people, each of whom is erased alone.
    private func belonging(to family: String) -> [(table: StoredTable, condition: SQL)] {
        var known: [String: (table: StoredTable, condition: SQL)] = [:]
        var order: [(table: StoredTable, condition: SQL)] = []
        for table in StoredTable.all where table.table.name != Person.table.name {
            var conditions: [SQL] = table.table.name == Family.table.name ? ["family_id = \(family)"] : []
            for (field, column) in zip(table.table.fields, table.columns) {
                guard let parent = field.refersTo.flatMap({ known[$0] }), let key = parent.table.key.first else {
                    continue
                }
                conditions.append(
                    """
                    \(column) IN (SELECT \(key) FROM \(parent.table.name) \
                    WHERE tenant = \(tenant) AND (\(parent.condition)))
                    """
                )
            }
            guard !conditions.isEmpty else { continue }
            let found = (table, conditions.joined(by: " OR "))
            known[table.table.name] = found
            order.append(found)
        }
        return order
    }
}

extension ChangeWriter {
    /// Takes the personal values out of versions, for good.
    func erase(versions: [Int64], of table: StoredTable) throws {
        for version in versions {
            try connection.run("UPDATE \(table.name) SET \(table.erasure), salt = NULL WHERE id = \(version)")
            try noteErasure(of: version, in: table)
        }
        guard table.table.name == CaseDocument.table.name else { return }
        for version in versions {
            try connection.run(
                """
                DELETE FROM document_contents WHERE tenant = \(tenant) AND document_id = \
                (SELECT document_id FROM case_documents WHERE id = \(version))
                """
            )
        }
    }
}

extension StoredTable {
    /// What stands in a required field once it has been erased.
    static let erasedText = "Erased"

    /// What a personal field holds once it has been erased.
    func erased(_ field: Int) -> Cell {
        table.fields[field].isRequired ? .text(StoredTable.erasedText) : .missing
    }

    fileprivate var erasure: SQL {
        personal.map { SQL("\(columns[$0]) = \(erased($0))") }.joined(by: ", ")
    }
}

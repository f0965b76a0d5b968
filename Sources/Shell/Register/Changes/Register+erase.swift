import Identify
package import Records
package import Values

extension Register {
    /// Erases a person: their personal values go from every version of every record about them, for good.
    ///
    /// What they were leaves no trace but the fact, in a change, that it was done. The records stay, without names, dates
    /// of birth and references, so that figures stay as they are; the seals stay, so that the chain verifies. Whoever was
    /// merged into them is erased with them, and so is what was decided of their record.
    ///
    /// - Returns: the change made; nil where there was nothing left to erase.
    @discardableResult
    package func erase(person: Identifier<Person>, as draft: ChangeDraft, at time: Timestamp) throws -> Int? {
        try store.write { connection in
            let writer = try ChangeWriter(on: connection, tenant: tenant, random: random)
            for id in try merged(into: person.text, connection) {
                try writer.erase(person: id)
                try writer.eraseDecisions(of: RecordName.register) { $0 == id }
            }
            try writer.forgetMatching()
            return try writer.close(as: draft, at: time)
        }
    }
}

extension ChangeWriter {
    /// Erases every version of every record about a person.
    fileprivate func erase(person: String) throws {
        for table in StoredTable.all where table.isPersonal && table.field(named: "person_id") != nil {
            try erase(
                versions: connection.all(
                    """
                    SELECT id FROM \(table.name) \
                    WHERE tenant = \(tenant) AND person_id = \(person) AND salt IS NOT NULL ORDER BY id
                    """
                ) { $0.integer(0) },
                of: table
            )
        }
    }

    /// Takes the personal values out of versions, for good.
    func erase(versions: [Int64], of table: StoredTable) throws {
        for version in versions {
            try connection.run("UPDATE \(table.name) SET \(table.erasure), salt = NULL WHERE id = \(version)")
            try noteErasure(of: version, in: table)
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

import Records

/// An index of a stored table, which can be dropped and made again around a large first import.
struct StoredIndex: Sendable {
    var name: String
    var columns: [String]
    /// Only rows for which this holds are in it.
    var condition: Condition?
    var isUnique = false

    enum Condition: Sendable {
        case current
        case ended
        /// Current rows that have a value in the column.
        case present(String)
    }

    func create(on table: StoredTable) -> SQL {
        let columns = columns.map { SQL("\(SQL.Name($0))") }.joined(by: ", ")
        let unique: SQL = isUnique ? "UNIQUE " : ""
        let start: SQL = "CREATE \(unique)INDEX \(SQL.Name(name)) ON \(table.name) (\(columns))"
        return switch condition {
        case nil: start
        case .current: "\(start) WHERE to_change IS NULL"
        case .ended: "\(start) WHERE to_change IS NOT NULL"
        case .present(let column): "\(start) WHERE to_change IS NULL AND \(SQL.Name(column)) IS NOT NULL"
        }
    }
}

extension StoredTable {
    /// Tables whose records are looked up through the ones that name them: a family's people, a case's contacts.
    private static let parents: Set<String> = ["families", "people", "referrals", "cases", "assessments"]

    /// Fields by which a record is found from a form or a search.
    private static let searched: [String: [String]] = [
        "people": ["surname", "date_of_birth", "nhs_number", "upn", "child_id"],
        "families": ["postcode"],
        "cases": ["team"],
        "family_links": ["digest"],
        "broken_glass": ["user_id"],
    ]

    /// Fields that name records of other tables and are looked up by.
    var followed: [Int] {
        table.fields.indices.filter { index in
            table.fields[index].refersTo.map(StoredTable.parents.contains) ?? (table.fields[index].name == "person_id")
        }
        .filter { table.key != [$0] }
    }

    /// Every index: the key, unique among current rows; what is looked up by, apart for current and ended rows, so that
    /// a first import need not fill the second; the changes.
    var indexes: [StoredIndex] {
        let name = table.name
        let keys = ["tenant"] + table.key.map { table.fields[$0].name }
        var indexes = [
            StoredIndex(name: "\(name)_key", columns: keys, condition: .current, isUnique: true),
            StoredIndex(name: "\(name)_key_ended", columns: keys, condition: .ended),
            StoredIndex(name: "\(name)_from", columns: ["from_change"]),
            StoredIndex(name: "\(name)_to", columns: ["to_change"], condition: .ended),
        ]
        for field in followed where table.key.first != field {
            let field = table.fields[field].name
            indexes.append(
                StoredIndex(name: "\(name)_\(field)", columns: ["tenant", field], condition: .current)
            )
            indexes.append(
                StoredIndex(name: "\(name)_\(field)_ended", columns: ["tenant", field], condition: .ended)
            )
        }
        for field in StoredTable.searched[name] ?? [] {
            indexes.append(
                StoredIndex(name: "\(name)_\(field)", columns: ["tenant", field], condition: .present(field))
            )
        }
        return indexes
    }
}

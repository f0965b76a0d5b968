/// What the values of a field are.
package enum FieldKind: Hashable, Sendable {
    case text
    case integer
    case decimal
    /// Pounds in files; whole pence, as an integer, in the register.
    case money
    case day
    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    case birthDate
    case boolean
    /// One of a closed list.
    case code([String])
}

/// One field of a kind of record.
package struct Field: Sendable {
    package let name: String
    package let kind: FieldKind
    /// Part of what identifies the record.
    package let isKey: Bool
    package let isRequired: Bool
    /// Identifies a person; replaced in every version when the person is erased, and hashed apart for that reason.
    package let isPersonal: Bool
    /// The table whose key it names.
    package let refersTo: String?
    /// What it means in the field.
    package let meaning: String

    package init(
        _ name: String,
        _ kind: FieldKind,
        key: Bool = false,
        required: Bool = false,
        personal: Bool = false,
        refersTo: String? = nil,
        _ meaning: String
    ) {
        self.name = name
        self.kind = kind
        isKey = key
        isRequired = required
        isPersonal = personal
        self.refersTo = refersTo
        self.meaning = meaning
    }
}

/// One kind of record: the shape files, the register and the data dictionary are all made from.
package struct Table: Sendable {
    package let name: String
    /// What one row is.
    package let meaning: String
    package let fields: [Field]
    /// Positions of the key fields, in their order.
    package let key: [Int]

    package init(_ name: String, _ meaning: String, _ fields: [Field]) {
        self.name = name
        self.meaning = meaning
        self.fields = fields
        key = fields.indices.filter { fields[$0].isKey }
    }

    /// Whether any field identifies a person.
    package var isPersonal: Bool { fields.contains(where: \.isPersonal) }

    /// The key of a row as one text, its parts separated by the unit separator; for lookups, not for people.
    package func keyText(of row: [Cell]) -> String {
        if key.count == 1 { return row[key[0]].plain }
        return key.map { row[$0].plain }.joined(separator: "\u{1F}")
    }
}

/// One record that is matched with others: a row of a partner's feed, or a person of the register.
package struct RecordName: Hashable, Comparable, Sendable {
    /// What people of the register have as their source; no feed has this name.
    package static let register = "register"

    /// The feed, or `register`.
    package let source: String
    /// The record's own reference there.
    package let id: String

    package init(source: String, id: String) {
        self.source = source
        self.id = id
    }

    package var isOfRegister: Bool { source == RecordName.register }

    package static func < (one: RecordName, other: RecordName) -> Bool {
        (one.source, one.id) < (other.source, other.id)
    }
}

/// Two different records of which it is asked whether they are of one person, whichever was named first.
package struct RecordPair: Hashable, Comparable, Sendable {
    package let first: RecordName
    package let second: RecordName

    /// Nil where both are the same record.
    package init?(_ one: RecordName, _ other: RecordName) {
        guard one != other else { return nil }
        first = min(one, other)
        second = max(one, other)
    }

    /// Whether both are people of the register.
    package var isOfRegister: Bool { first.isOfRegister && second.isOfRegister }

    package static func < (one: RecordPair, other: RecordPair) -> Bool {
        (one.first, one.second) < (other.first, other.second)
    }
}

package import Records

/// What one form saves: records of any kinds, all in one change or none.
///
/// Each part says what it expects to find, so that a form never overwrites what somebody else has saved since it was
/// opened, and a second click finds that the first has done it.
package struct Entry: Sendable {
    /// What must stand under a record's key for it to be saved.
    enum Expectation: Sendable {
        /// No current record.
        case nothing
        /// This version and no other.
        case version(Int64)
        /// Whatever there is.
        case anything
    }

    /// What becomes of the record.
    enum Act: Sendable {
        case save, end
    }

    struct Part: Sendable {
        let table: String
        let row: [Cell]
        let act: Act
        let expectation: Expectation
        /// What is impossible about the record itself.
        let refusal: RecordRefusal?
    }

    private(set) var parts: [Part] = []

    package init() {}

    /// Whether there is nothing to save.
    package var isEmpty: Bool { parts.isEmpty }

    /// Adds a record whose key must be free.
    package mutating func add(_ record: some Record) {
        append(record, .save, .nothing)
    }

    /// Saves a record over the version its form was made from.
    package mutating func revise(_ record: some Record, version: Int64) {
        append(record, .save, .version(version))
    }

    /// Saves a record over whatever stands under its key; for what a program works out, not for what somebody typed.
    package mutating func put(_ record: some Record) {
        append(record, .save, .anything)
    }

    /// Ends a record: it is no more from this change on, and stays to be seen as it was.
    package mutating func end<Kept: Record>(_ held: Held<Kept>) {
        append(held.record, .end, .version(held.version))
    }

    private mutating func append(_ record: some Record, _ act: Act, _ expectation: Expectation) {
        let table = type(of: record).table.name
        parts.append(
            Part(table: table, row: record.row, act: act, expectation: expectation, refusal: record.refusal)
        )
    }
}

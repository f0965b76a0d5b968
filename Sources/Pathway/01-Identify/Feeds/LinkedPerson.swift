package import Records
package import Values

/// Records of feeds that were found to be about one person.
package struct LinkedPerson: Hashable, Sendable {
    package var rows: [FeedRowKey]
    /// Who that is in the register; nil for somebody it does not know.
    package var personID: Identifier<Person>?

    package init(rows: [FeedRowKey], personID: Identifier<Person>? = nil) {
        self.rows = rows.sorted()
        self.personID = personID
    }
}

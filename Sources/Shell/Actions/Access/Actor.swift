package import Register

/// Who acts: the person who signed in, or the account the program runs under.
package struct Actor: Hashable, Sendable {
    /// Their reference, as it stands in the log.
    package let id: String

    package init(_ id: String) {
        self.id = id
    }

    /// The person who signed in.
    package init(_ user: User) {
        id = user.id
    }

    /// What a change of theirs says about itself.
    package func draft(purpose: String, summary: String) -> ChangeDraft {
        ChangeDraft(actor: id, purpose: purpose, summary: summary)
    }
}

import Access
package import Register

extension Keeper {
    /// Saves what a form says in one change, as the person who acts; gives the change, nil where nothing differed.
    ///
    /// - Parameters:
    ///   - entry: the records, each with what it expects to find.
    ///   - purpose: why, in one or two words: `gateway`, `delivery`.
    ///   - summary: what was done, in words without personal data.
    /// - Returns: the change made; nil where the register already says the same.
    /// - Throws: `RegisterError.movedOn` where somebody else saved first; whatever else `Register.enter` throws.
    @discardableResult
    package func enter(_ entry: Entry, purpose: String, summary: String) throws -> Int? {
        try register.enter(entry, as: actor.draft(purpose: purpose, summary: summary), at: Clock.now)
    }

    /// A reference that no record has yet and nobody can guess: `REF-7KQ2M4TC9A`.
    package func newReference(_ kind: String) -> String {
        "\(kind)-\(Base32.text(ServiceKey.random(7)).prefix(10))"
    }
}

import Records
package import Register
import Values

/// Merges two people of the register who are one, and undoes it.
package struct MergePeople {
    private let register: Register
    private let actor: Actor

    package init(_ register: Register, as actor: Actor = LocalActor.actor) {
        self.register = register
        self.actor = actor
    }

    /// What merging would do; throws `MergeRefusal` where it cannot be done.
    package func plan(_ other: String, into kept: String) throws -> MergeAccount {
        try register.planMerge(of: Identifier(other), into: Identifier(kept))
    }

    /// Merges them in one change.
    package func run(_ other: String, into kept: String) throws -> (merge: Merge, account: MergeAccount) {
        try register.merge(
            Identifier(other),
            into: Identifier(kept),
            on: register.workingDay(),
            as: actor.draft(purpose: "matching", summary: "Merged two people who are one"),
            at: Clock.now
        )
    }

    /// Undoes a merge in one change.
    package func undo(_ id: String) throws -> UnmergeAccount {
        try register.unmerge(
            id,
            on: register.workingDay(),
            as: actor.draft(purpose: "matching", summary: "Undid merge \(id)"),
            at: Clock.now
        )
    }
}

import Records
package import Register
import Values

/// Erases a person from the register, for good: what the law calls the right to erasure, and the end of retention.
package struct ErasePerson {
    /// Why somebody is erased; nothing else is kept of the reason, which could say who they were.
    package enum Reason: String, CaseIterable, Sendable {
        case request
        case retention
        case mistake

        package var words: String {
            switch self {
            case .request: "at their request"
            case .retention: "at the end of the time it is kept"
            case .mistake: "who was recorded by mistake"
            }
        }
    }

    private let register: Register
    private let actor: Actor

    package init(_ register: Register, as actor: Actor = LocalActor.actor) {
        self.register = register
        self.actor = actor
    }

    /// What would go: versions of records by table; empty where there is no such person or nothing is left of them.
    package func plan(_ person: String) throws -> [(table: String, versions: Int)] {
        try register.planErasure(of: Identifier(person))
    }

    /// Erases them in one change.
    ///
    /// - Returns: the change; nil where there was nothing to erase.
    package func run(_ person: String, because reason: Reason) throws -> Int? {
        try register.erase(
            person: Identifier(person),
            as: actor.draft(purpose: "erasure", summary: "Erased a person \(reason.words)"),
            at: Clock.now
        )
    }
}

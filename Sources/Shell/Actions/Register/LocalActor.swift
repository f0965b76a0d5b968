import Foundation
package import Register

/// Who acts on the command line, where nobody signs in: the account the program runs under.
package enum LocalActor {
    package static var actor: Actor {
        let environment = ProcessInfo.processInfo.environment
        return Actor(environment["HOMEWARD_ACTOR"] ?? environment["USER"] ?? environment["LOGNAME"] ?? "local")
    }

    package static func draft(purpose: String, summary: String) -> ChangeDraft {
        actor.draft(purpose: purpose, summary: summary)
    }
}

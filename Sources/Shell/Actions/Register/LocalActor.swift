import Foundation
package import Register

/// Who acts while nobody signs in: the account the program runs under.
package enum LocalActor {
    package static func draft(purpose: String, summary: String) -> ChangeDraft {
        let environment = ProcessInfo.processInfo.environment
        let name = environment["HOMEWARD_ACTOR"] ?? environment["USER"] ?? environment["LOGNAME"] ?? "local"
        return ChangeDraft(actor: name, purpose: purpose, summary: summary)
    }
}

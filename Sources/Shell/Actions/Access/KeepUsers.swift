package import Access
import Records
package import Register

/// Adds users, changes what they may do, and helps those who are locked out.
package struct KeepUsers: Sendable {
    let register: Register
    private let cost: ScryptCost
    private let actor: Actor

    package init(_ register: Register, by actor: Actor, cost: ScryptCost = .usual) {
        self.register = register
        self.cost = cost
        self.actor = actor
    }

    /// Why it was not done, in words for the form, with the field they are about.
    package struct Refusal: Error, Sendable, CustomStringConvertible {
        package let words: String
        /// `name`, `sign-in-name`, `password`, `roles` or `worker`.
        package let field: String

        package var description: String { words + "." }
    }

    /// What is typed of a user.
    package struct Entry: Sendable {
        package var name: String
        package var signInName: String
        package var workerID: String?
        package var roles: [Assignment]

        package init(name: String, signInName: String, workerID: String? = nil, roles: [Assignment]) {
            self.name = name
            self.signInName = SignInName.plain(signInName)
            self.workerID = workerID
            self.roles = roles
        }
    }

    /// Adds a user with a password.
    ///
    /// - Parameters:
    ///   - entry: who they are.
    ///   - password: what they sign in with.
    ///   - isTemporary: whether they must choose their own first.
    ///   - time: when.
    ///   - first: whether it must be the first of all.
    /// - Returns: the user with their reference.
    /// - Throws: `Refusal`; `RegisterError` where the register cannot be written.
    package func add(
        _ entry: Entry,
        password: String,
        isTemporary: Bool,
        at time: Timestamp,
        asFirst first: Bool = false
    ) throws -> User {
        try check(entry)
        if let fault = PasswordRules.fault(in: password, of: entry.signInName) {
            throw Refusal(words: fault, field: "password")
        }
        let hash = try PasswordHash(of: password, cost: cost)
        let user = try named("sign-in-name") {
            try register.addUser(
                {
                    User(
                        id: $0,
                        name: entry.name,
                        signInName: entry.signInName,
                        workerID: entry.workerID,
                        roles: entry.roles
                    )
                },
                as: { (first ? Actor($0) : actor).draft(purpose: "access", summary: "Added user \($0.id)") },
                at: time,
                asFirst: first
            )
        }
        try register.setPassword(hash.text, isTemporary: isTemporary, of: user.id, at: time)
        return user
    }

    /// Changes who a user is and what they may do.
    package func change(_ user: User, to entry: Entry, at time: Timestamp) throws {
        try check(entry)
        var changed = user
        changed.name = entry.name
        changed.signInName = entry.signInName
        changed.workerID = entry.workerID
        changed.roles = entry.roles
        try named("sign-in-name") {
            _ = try register.save(changed, as: draft("Changed user \(user.id)"), at: time)
        }
    }

    /// Stops a user from signing in, or lets them again; when stopped, all their sessions end.
    package func setDisabled(_ isDisabled: Bool, _ user: User, at time: Timestamp) throws {
        var changed = user
        changed.isDisabled = isDisabled
        let summary = "\(isDisabled ? "Disabled" : "Enabled") user \(user.id)"
        try named("roles") { _ = try register.save(changed, as: draft(summary), at: time) }
        if isDisabled { try register.endSessions(of: user.id, at: time) }
    }

    /// Gives a user a password for one sign-in, and takes their second step away; all their sessions end.
    package func resetPassword(of user: User, to password: String, at time: Timestamp) throws {
        if let fault = PasswordRules.fault(in: password, of: user.signInName) {
            throw Refusal(words: fault, field: "password")
        }
        let hash = try PasswordHash(of: password, cost: cost)
        try register.setPassword(hash.text, isTemporary: true, of: user.id, at: time)
        try register.stopSecondStep(of: user.id)
        try register.endSessions(of: user.id, at: time)
    }

    /// A password to hand over: sixteen letters and digits in groups.
    package static func temporaryPassword() -> String {
        let text = Base32.text(ServiceKey.random(10)).lowercased()
        return stride(from: 0, to: 16, by: 4).map { String(text.dropFirst($0).prefix(4)) }.joined(separator: "-")
    }

    private func check(_ entry: Entry) throws {
        if entry.name.isEmpty { throw Refusal(words: "Enter the full name", field: "name") }
        if entry.name.count > 200 { throw Refusal(words: "Full name must be 200 characters or fewer", field: "name") }
        if let fault = SignInName.fault(in: entry.signInName) { throw Refusal(words: fault, field: "sign-in-name") }
        if let odd = entry.roles.first(where: { !$0.isSensible }) {
            let kinds = odd.role.scopes.map(\.rawValue).joined(separator: " or ")
            throw Refusal(words: "\(odd.role.label) must be of one \(kinds)", field: "roles")
        }
        if let worker = entry.workerID, try !isWorker(worker) {
            throw Refusal(words: "Worker must be the reference of a worker in the register", field: "worker")
        }
    }

    private func isWorker(_ id: String) throws -> Bool {
        try !register.rows(ofTable: Worker.table.name, where: "worker_id", is: .text(id)).isEmpty
    }

    func draft(_ summary: String) -> ChangeDraft {
        actor.draft(purpose: "access", summary: summary)
    }

    private func named<Value>(_ field: String, _ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch RegisterError.signInNameTaken {
            throw Refusal(words: "Another account has this sign-in name", field: field)
        } catch RegisterError.lastAdministrator {
            throw Refusal(words: "This is the last administrator. Make somebody else one first", field: "roles")
        }
    }
}

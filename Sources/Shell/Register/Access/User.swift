package import Access
import Records

/// Somebody who may sign in.
package struct User: Hashable, Sendable {
    /// Their reference, such as `U3`; it stands in the log as who made a change or read a record.
    package let id: String
    /// Full name.
    package var name: String
    /// What they type to sign in: small letters, digits and `.-_@`.
    package var signInName: String
    /// The worker they are in the register, where they hold cases.
    package var workerID: String?
    /// Whether they may no longer sign in.
    package var isDisabled: Bool
    /// Their roles, each with its scope.
    package var roles: [Assignment]

    package init(
        id: String,
        name: String,
        signInName: String,
        workerID: String? = nil,
        isDisabled: Bool = false,
        roles: [Assignment]
    ) {
        self.id = id
        self.name = name
        self.signInName = signInName
        self.workerID = workerID
        self.isDisabled = isDisabled
        self.roles = roles
    }

    /// What they may do.
    package var permissions: Permissions { Permissions(isDisabled ? [] : roles, workerID: workerID) }

    /// Whether they keep the accounts of others.
    package var isAdministrator: Bool { !isDisabled && roles.contains { $0.role == .administrator } }
}

/// The tables of those who sign in, which are versioned and chained like every record; their passwords are not in it.
enum UserTables {
    static let users = Table(
        "users",
        "Somebody who may sign in.",
        [
            Field("user_id", .text, key: true, required: true, "Reference of the user."),
            Field("name", .text, required: true, personal: true, "Full name."),
            Field("sign_in_name", .text, required: true, personal: true, "What they type to sign in."),
            Field("worker_id", .text, "The worker they are, where they hold cases."),
            Field("is_disabled", .boolean, required: true, "Whether they may no longer sign in."),
        ]
    )

    static let roles = Table(
        "user_roles",
        "A role that a user has, and where it holds.",
        [
            Field("user_id", .text, key: true, required: true, refersTo: "users", "The user."),
            Field("role", .text, key: true, required: true, "The role."),
            Field("scope", .text, key: true, required: true, "The kind of part of the authority it holds in."),
            Field("part", .text, key: true, "The part, by its reference or name; empty for the whole authority."),
        ]
    )
}

extension User {
    /// The fields of the stored row.
    var cells: [Cell] {
        [.text(id), .text(name), .text(signInName), workerID.map { .text($0) } ?? .missing, .boolean(isDisabled)]
    }

    /// The rows of the roles.
    var roleCells: [[Cell]] {
        var seen: Set<Assignment> = []
        return roles.filter { seen.insert($0).inserted }.map { assignment in
            [
                .text(id), .text(assignment.role.rawValue), .text(assignment.scope.kind.rawValue),
                assignment.scope.part.isEmpty ? .missing : .text(assignment.scope.part),
            ]
        }
    }
}

extension Assignment {
    /// The role a stored row gives; nil where this program does not know it.
    init?(cells: [Cell]) {
        guard let role = Role(rawValue: cells[1].plain), let kind = Scope.Kind(rawValue: cells[2].plain),
            let scope = Scope(kind, cells[3].plain)
        else { return nil }
        self.init(role, in: scope)
    }
}

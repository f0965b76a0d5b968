/// Where a role holds: in the whole authority, or in one part of it.
package enum Scope: Hashable, Sendable {
    /// The whole authority.
    case authority
    /// One organisation that refers, by its reference.
    case organisation(String)
    /// One provider's cases, by its reference.
    case provider(String)
    /// One team's cases, by its name.
    case team(String)
    /// The cases under one contract, by its reference.
    case contract(String)

    /// Which sort of part it is.
    package enum Kind: String, CaseIterable, Sendable {
        case authority, organisation, provider, team, contract
    }

    package var kind: Kind {
        switch self {
        case .authority: .authority
        case .organisation: .organisation
        case .provider: .provider
        case .team: .team
        case .contract: .contract
        }
    }

    /// The name or reference of the part; empty for the whole authority.
    package var part: String {
        switch self {
        case .authority: ""
        case .organisation(let part), .provider(let part), .team(let part), .contract(let part): part
        }
    }

    /// The part of this kind; nil where a name is missing, or one is given for the whole authority.
    package init?(_ kind: Kind, _ part: String) {
        guard (kind == .authority) == part.isEmpty else { return nil }
        self =
            switch kind {
            case .authority: .authority
            case .organisation: .organisation(part)
            case .provider: .provider(part)
            case .team: .team(part)
            case .contract: .contract(part)
            }
    }

    /// As people say it: `team North`, `the whole authority`.
    package var words: String {
        kind == .authority ? "the whole authority" : "\(kind.rawValue) \(part)"
    }
}

/// A role that somebody has, and where it holds.
package struct Assignment: Hashable, Sendable {
    package var role: Role
    package var scope: Scope

    package init(_ role: Role, in scope: Scope = .authority) {
        self.role = role
        self.scope = scope
    }

    /// Whether the role can hold in such a scope.
    package var isSensible: Bool { role.scopes.contains(scope.kind) }

    /// Reads `analyst`, `supervisor:team:North`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard let role = Role(rawValue: parts[0]) else { return nil }
        self.role = role
        guard parts.count > 1 else {
            scope = .authority
            return
        }
        guard let kind = Scope.Kind(rawValue: parts[1]), let scope = Scope(kind, parts.count > 2 ? parts[2] : "") else {
            return nil
        }
        self.scope = scope
    }

    /// `analyst`, `supervisor:team:North`: as it is typed.
    package var text: String {
        scope == .authority ? role.rawValue : "\(role.rawValue):\(scope.kind.rawValue):\(scope.part)"
    }

    /// `Supervisor of team North`.
    package var words: String { "\(role.label), \(scope.words)" }
}

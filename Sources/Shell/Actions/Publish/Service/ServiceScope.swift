package import Access
package import Records
package import Register
package import Values

/// Of which providers somebody may see complaints, training, feedback and reviews: those their roles were given in.
package struct ServiceScope: Sendable {
    /// Nil: of every provider.
    private let providers: Set<String>?

    /// Every provider, for who runs the program.
    package static let all = ServiceScope(providers: nil)

    private init(providers: Set<String>?) {
        self.providers = providers
    }

    /// What the roles that may do an action cover; a team's provider is that of its workers.
    package init(_ permissions: Permissions, to action: Action, _ register: Register) throws {
        var providers: Set<String> = []
        let assignments = permissions.assignments.filter { !AccessTable.relations($0.role, action).isEmpty }
        guard !assignments.contains(where: { $0.scope == .authority }) else {
            self = .all
            return
        }
        for assignment in assignments {
            switch assignment.scope {
            case .provider(let id): providers.insert(id)
            case .team(let name):
                let workers = try register.held(Worker.self).map(\.record).filter { $0.team == name }
                providers.formUnion(workers.compactMap { $0.organisationID?.text })
            case .authority, .organisation, .contract: break
            }
        }
        self.providers = providers
    }

    /// Whether a provider is among them; what is about all providers only where all are.
    package func covers(_ provider: Identifier<Organisation>?) -> Bool {
        guard let providers else { return true }
        return provider.map { providers.contains($0.text) } ?? false
    }
}

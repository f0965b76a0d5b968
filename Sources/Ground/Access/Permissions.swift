/// What one person may do, by the roles they have.
package struct Permissions: Hashable, Sendable {
    /// Their roles, each with its scope.
    package let assignments: [Assignment]
    /// The worker they are in the register, where they hold cases.
    package let workerID: String?

    package init(_ assignments: [Assignment], workerID: String? = nil) {
        self.assignments = assignments
        self.workerID = workerID
    }

    /// Whether they may do it.
    package func allow(_ action: Action, on subject: Subject) -> Bool {
        assignments.contains { assignment in
            !relations(of: assignment, to: subject).isDisjoint(with: AccessTable.relations(assignment.role, action))
        }
    }

    /// Whether there is anything at all on which they might do it.
    package func mightAllow(_ action: Action) -> Bool {
        assignments.contains { assignment in
            let relations = AccessTable.relations(assignment.role, action)
            return relations.contains(.noRecord) || !relations.isDisjoint(with: reachable(assignment))
        }
    }

    /// How a role in its scope stands to a subject.
    package func relations(of assignment: Assignment, to subject: Subject) -> Set<Relation> {
        switch subject {
        case .noRecord: [.noRecord]
        case .wholeRegister: assignment.scope == .authority ? [.ownAuthority] : []
        case .family(let ties): relations(of: assignment, to: ties)
        }
    }

    private func relations(of assignment: Assignment, to ties: FamilyTies) -> Set<Relation> {
        var relations: Set<Relation> = []
        if let workerID, ties.workers.contains(workerID) { relations.insert(.ownCase) }
        switch assignment.scope {
        case .authority: relations.insert(.ownAuthority)
        case .team(let name) where ties.teams.contains(name): relations.insert(.ownTeam)
        case .provider(let id) where ties.providers.contains(id): relations.insert(.ownProvider)
        case .organisation(let id) where ties.referrers.contains(id): relations.insert(.ownReferral)
        case .contract(let id) where ties.contracts.contains(id): relations.insert(.ownContract)
        default: break
        }
        return relations
    }

    /// The relations to a record that the assignment could have at all.
    private func reachable(_ assignment: Assignment) -> Set<Relation> {
        let own: Set<Relation> = workerID == nil ? [] : [.ownCase]
        return switch assignment.scope {
        case .authority: own.union([.ownAuthority])
        case .team: own.union([.ownTeam])
        case .provider: own.union([.ownProvider])
        case .organisation: own.union([.ownReferral])
        case .contract: own.union([.ownContract])
        }
    }
}

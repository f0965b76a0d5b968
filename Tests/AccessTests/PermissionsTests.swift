import Access
import Testing

@Suite struct `What somebody may do` {
    private static let ties = FamilyTies(
        workers: ["W1"],
        teams: ["North"],
        providers: ["P1"],
        referrers: ["S1"],
        contracts: ["C1"]
    )

    /// A scope and a worker that stand in one relation alone to the family above.
    private static func standing(_ relation: Relation) -> (scope: Scope, worker: String?) {
        switch relation {
        case .ownCase: (.team("South"), "W1")
        case .ownTeam: (.team("North"), nil)
        case .ownProvider: (.provider("P1"), nil)
        case .ownReferral: (.organisation("S1"), nil)
        case .ownContract: (.contract("C1"), nil)
        case .ownAuthority: (.authority, nil)
        case .noRecord: (.team("South"), nil)
        }
    }

    @Test(arguments: Relation.allCases) func `follows the table for every role and action`(relation: Relation) {
        let (scope, worker) = Self.standing(relation)
        let subject: Subject = relation == .noRecord ? .noRecord : .family(Self.ties)
        for role in Role.allCases {
            for action in Action.allCases {
                let permissions = Permissions([Assignment(role, in: scope)], workerID: worker)
                let expected = AccessTable.relations(role, action).contains(relation)
                #expect(permissions.allow(action, on: subject) == expected, "\(role) \(action) \(relation)")
            }
        }
    }

    @Test func `ends where the part ends`() {
        for scope in [Scope.team("South"), .provider("P2"), .contract("C2"), .organisation("S2")] {
            for role in Role.allCases {
                let permissions = Permissions([Assignment(role, in: scope)], workerID: "W2")
                for action in Action.allCases {
                    #expect(!permissions.allow(action, on: .family(Self.ties)), "\(role) in \(scope)")
                    #expect(!permissions.allow(action, on: .wholeRegister), "\(role) in \(scope)")
                }
            }
        }
    }

    @Test func `is nothing without a role, and adds up with several`() {
        for action in Action.allCases { #expect(!Permissions([]).allow(action, on: .noRecord)) }
        let both = Permissions([Assignment(.administrator), Assignment(.practitioner, in: .team("North"))])
        #expect(both.allow(.administerUsers, on: .wholeRegister))
        #expect(both.allow(.readFamily, on: .family(Self.ties)))
        #expect(!both.allow(.readFamily, on: .family(FamilyTies(teams: ["South"]))))
    }

    @Test func `for investors is what may be published, and nothing else`() {
        let allowed = Action.allCases.filter { !AccessTable.relations(.investor, $0).isEmpty }
        #expect(Set(allowed) == [.useService, .seePublished, .seeInvestment])
        #expect(AccessTable.relations(.investor, .seePublished) == [.noRecord])
    }

    @Test func `never lets an administrator read a family`() {
        for action in [Action.readFamily, .readEvidence, .findFamily, .openFigure, .identify, .nominate] {
            #expect(AccessTable.relations(.administrator, action).isEmpty)
        }
    }

    @Test func `names a role only within a scope it can have`() {
        for role in Role.allCases {
            #expect(!role.scopes.isEmpty)
            for action in Action.allCases {
                for relation in AccessTable.relations(role, action) where relation != .noRecord && relation != .ownCase
                {
                    let kinds: [Relation: Scope.Kind] = [
                        .ownTeam: .team, .ownProvider: .provider, .ownReferral: .organisation,
                        .ownContract: .contract, .ownAuthority: .authority,
                    ]
                    // Somebody of any part of the authority includes parts that the role cannot be given in.
                    let reachable = AccessTable.relations(role, action).contains {
                        kinds[$0].map(role.scopes.contains) ?? true
                    }
                    #expect(reachable, "\(role) could never \(action)")
                }
            }
        }
    }
}

@Suite struct `A role as it is typed` {
    @Test(arguments: [
        ("analyst", Assignment(.analyst)), ("supervisor:team:North", Assignment(.supervisor, in: .team("North"))),
        ("investor:contract:C 1:a", Assignment(.investor, in: .contract("C 1:a"))),
    ])
    func `is read and written the same`(text: String, assignment: Assignment) {
        #expect(Assignment(text) == assignment)
        #expect(assignment.text == text)
    }

    @Test(arguments: ["", "boss", "supervisor:team", "supervisor:team:", "analyst:authority:x", "analyst:planet:x"])
    func `is refused where it is none`(text: String) {
        #expect(Assignment(text) == nil)
    }
}

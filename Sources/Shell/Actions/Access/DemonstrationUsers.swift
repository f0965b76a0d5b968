import Access
package import Register
import Records
import Values

/// The users of a demonstration: one of each role, without a password, for the invented authority alone.
package enum DemonstrationUsers {
    /// Adds them to a demonstration register that nobody signs in to yet.
    ///
    /// Those who work with families are workers of the invented authority who hold cases, so that there is something
    /// to see.
    package static func add(to register: Register, at time: Timestamp) throws {
        guard try isDemonstration(register), try register.hasNoUsers() else { return }
        let records = try register.records()
        let people = Invented(records, on: try register.workingDay())
        for role in Role.allCases {
            let scope = people.scope(of: role)
            let name = "\(people.name(of: role)) (\(role.label.lowercased()))"
            _ = try register.addUser(
                {
                    User(
                        id: $0,
                        name: name,
                        signInName: role.rawValue,
                        workerID: role == .practitioner ? people.practitioner?.id.text : nil,
                        roles: [Assignment(role, in: scope)]
                    )
                },
                as: { ChangeDraft(actor: "demonstration", purpose: "access", summary: "Added user \($0.id)") },
                at: time
            )
        }
    }

    /// Those who can be signed in with one click: users of a demonstration register who have no password.
    package static func offered(in register: Register) throws -> [User] {
        guard try isDemonstration(register) else { return [] }
        return try register.users().filter { user in
            try !user.isDisabled && register.credential(of: user.id) == nil
        }
    }

    private static func isDemonstration(_ register: Register) throws -> Bool {
        try register.setting(Keeper.Setting.demonstrationUntil) != nil
    }
}

/// Who of the invented authority stands for each role.
private struct Invented {
    let records: RecordSet
    let practitioner: Worker?

    init(_ records: RecordSet, on day: Day) {
        self.records = records
        let held = Dictionary(
            grouping: records.allocations.filter { $0.from <= day && ($0.to.map { $0 >= day } ?? true) },
            by: \.workerID
        )
        // Of a team that has cases of its own, so that its supervisor has something to see too.
        let teams = Set(records.cases.filter { $0.endedOn == nil }.compactMap(\.team))
        practitioner = records.workers
            .filter { worker in
                worker.team.map(teams.contains) == true && held[worker.id] != nil && worker.role != .supervisor
            }
            .max { (held[$0.id]?.count ?? 0, $0.id.text) < (held[$1.id]?.count ?? 0, $1.id.text) }
    }

    func name(of role: Role) -> String {
        switch role {
        case .practitioner: practitioner?.name ?? "Robin Invented"
        case .supervisor:
            records.workers.first { $0.role == .supervisor && $0.team == practitioner?.team }?.name ?? "Sam Invented"
        case .referrer: "Ali Invented"
        case .gateway: "Bo Invented"
        case .analyst: "Chris Invented"
        case .commissioner: "Dee Invented"
        case .finance: "Eden Invented"
        case .investor: "Frankie Invented"
        case .auditor: "Glen Invented"
        case .administrator: "Hari Invented"
        }
    }

    func scope(of role: Role) -> Scope {
        switch role {
        case .practitioner, .supervisor: .team(practitioner?.team ?? "North")
        case .referrer: .organisation(records.organisations.first { $0.kind == .school }?.id.text ?? "school")
        case .investor: .contract(records.cases.lazy.compactMap(\.contractID).first ?? "contract")
        default: .authority
        }
    }
}

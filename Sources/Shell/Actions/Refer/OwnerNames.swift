import Access
import Records
package import Refer
package import Register
package import Values

/// Who there is to answer for referrals and cases, by name.
package struct OwnerNames: Sendable {
    private let users: [String: User]
    private let workers: [Worker]
    private let byID: [Identifier<Worker>: Worker]

    package init(_ register: Register) throws {
        users = Dictionary(try register.users().map { ($0.id, $0) }) { first, _ in first }
        workers = try register.held(Worker.self).map(\.record)
        byID = Dictionary(workers.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Who answers as at a day.
    package func ownership(asAt day: Day) -> Ownership {
        let staff = users.values.filter { user in !user.isDisabled && user.roles.contains { $0.role == .gateway } }
        return Ownership(gatewayStaff: Set(staff.map(\.id)), workers: workers, asAt: day)
    }

    /// Who it is, in words.
    package func words(_ owner: Owner) -> String {
        switch owner {
        case .gateway: "The gateway’s duty desk"
        case .person(let id): name(ofUser: id)
        case .worker(let id): byID[Identifier(id)]?.name ?? "Worker \(id)"
        case .supervisor(let id): "\(byID[Identifier(id)]?.name ?? "Worker \(id)"), supervisor"
        }
    }

    /// The name of an account; its reference where it is no more.
    package func name(ofUser id: String) -> String { users[id]?.name ?? id }
}

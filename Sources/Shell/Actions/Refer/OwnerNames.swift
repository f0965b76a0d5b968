import Access
import Records
package import Refer
package import Register
package import Values

/// Who there is to answer for referrals and cases, by name.
package struct OwnerNames: Sendable {
    private let day: Day
    private let users: [String: User]
    private let workforce: Workforce

    /// - Parameters:
    ///   - register: where the accounts and the workers are.
    ///   - day: the day as at which they are asked for.
    /// - Throws: whatever reading the register throws.
    package init(_ register: Register, asAt day: Day) throws {
        self.day = day
        users = Dictionary(try register.users().map { ($0.id, $0) }) { first, _ in first }
        workforce = Workforce(try register.workers(on: day))
    }

    /// Who answers as at the day.
    package var ownership: Ownership {
        let staff = users.values.filter { user in !user.isDisabled && user.roles.contains { $0.role == .gateway } }
        return Ownership(gatewayStaff: Set(staff.map(\.id)), among: workforce, asAt: day)
    }

    /// Who it is, in words.
    package func words(_ owner: Owner) -> String {
        switch owner {
        case .gateway, .ofCase(.gateway): OwnerNames.dutyDesk
        case .person(let id): name(ofUser: id)
        case .ofCase(.holder(let id, _)): name(of: id)
        case .ofCase(.supervisor(let id)): "\(name(of: id)), supervisor"
        }
    }

    /// Where a case or a referral falls in the end.
    package static let dutyDesk = "The gateway’s duty desk"

    private func name(of worker: Identifier<Worker>) -> String {
        workforce.byID[worker]?.name ?? "Worker \(worker.text)"
    }

    /// The name of an account; its reference where it is no more.
    package func name(ofUser id: String) -> String { users[id]?.name ?? id }
}

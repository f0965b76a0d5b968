import Access
import Actions
import Register
import Testing
import Workshop

@testable import Web

@Suite struct `Every operation, for every role in every relation` {
    /// A record of the small register of the kind the operation is about.
    private static func reference(_ subject: RouteSubject) -> String {
        switch subject {
        case .ofCase: "TC1"
        case .referral: "TR1"
        case .assessment: "A1"
        case .none, .wholeRegister, .family, .person: "F1"
        }
    }

    /// Whether the table lets a role in one relation alone do it.
    private static func isAllowed(_ operation: APIOperation, _ role: Role, _ relation: Relation) -> Bool {
        let relations = AccessTable.relations(role, operation.action)
        return switch operation.subject {
        case .none: relations.contains(.noRecord)
        case .wholeRegister: relation == .ownAuthority && relations.contains(.ownAuthority)
        // Whoever may without a record in hand may not therefore with one.
        case .family, .person, .ofCase, .referral, .assessment: relation != .noRecord && relations.contains(relation)
        }
    }

    @Test func `is as the table says, and tells whoever may not nothing`() throws {
        let service = try TestedService()
        let desk = APIDesk(
            try Keeper.shipped(service.register),
            try Entrance(service.register, key: .test, cost: .cheap, now: { Clock.now })
        )
        let tokens = KeepTokens(service.register, key: .test)
        var allowed: Set<String> = []
        for role in Role.allCases {
            for relation in Relation.allCases {
                let (scope, worker) = relation.standing
                let name = "\(role)-\(relation)".lowercased()
                _ = try service.seat([Assignment(role, in: scope)], named: name, worker: worker)
                let user = try #require(try service.register.user(signInName: name))
                let token = try tokens.make(for: user.id, named: "test", days: 1, at: Clock.now)
                for operation in APIOperation.all {
                    // What is sent says nothing, so that nothing is changed by who may.
                    let body = Array((operation.body == nil ? "" : "{}").utf8)
                    let request = APIRequest(id: Self.reference(operation.subject), body: body, token: token)
                    let answer = try desk.answer(operation, request)
                    let place = "\(operation.id), \(role), \(relation)"
                    guard !Self.isAllowed(operation, role, relation) else {
                        allowed.insert(operation.id)
                        #expect(answer.status != 401 && answer.status < 500, "\(place)")
                        continue
                    }
                    #expect([403, 404].contains(answer.status), "\(place)")
                    let text = String(decoding: answer.bytes, as: UTF8.self)
                    for word in ["Ashdown", "Maria", "José"] { #expect(!text.contains(word), "\(place)") }
                }
            }
        }
        #expect(allowed == Set(APIOperation.all.map(\.id)))
    }
}

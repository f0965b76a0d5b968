import Access
import Actions
import Foundation
import Register
import Testing
import Values
import Workshop

@testable import Web

/// The operations of a service, asked by programs without a server.
struct TestedPrograms {
    /// What a program was answered.
    struct Answered {
        let status: Int
        let json: [String: Any]
        let retryAfter: Int64?

        /// The fields that must be put right.
        var pointers: [String] {
            (json["errors"] as? [[String: Any]] ?? []).compactMap { $0["pointer"] as? String }
        }

        /// The items of a page.
        var items: [[String: Any]] { json["items"] as? [[String: Any]] ?? [] }

        /// The version of the record.
        var version: Int64? { (json["version"] as? Int).map(Int64.init) }
    }

    let service: TestedService
    private let desk: APIDesk

    init(_ service: TestedService) throws {
        self.service = service
        desk = APIDesk(
            try Keeper.shipped(service.register),
            try Entrance(service.register, key: .test, cost: .cheap, now: { service.now })
        )
    }

    /// A token of a user who is there.
    func token(of name: String, days: Int = 7) throws -> String {
        let user = try #require(try service.register.user(signInName: name))
        return try KeepTokens(service.register, key: .test)
            .make(for: user.id, named: "test", days: days, at: service.now)
    }

    /// A token of a new user with one role.
    func token(_ role: Role, in scope: Scope = .authority, worker: String? = nil) throws -> String {
        let name = ["program", "\(role)", scope.part].filter { !$0.isEmpty }.joined(separator: "-").lowercased()
        _ = try service.seat([Assignment(role, in: scope)], named: name, worker: worker)
        return try token(of: name)
    }

    func ask(_ operation: String, _ request: APIRequest) throws -> Answered {
        let operation = try #require(APIOperation.all.first { $0.id == operation })
        let answer = try desk.answer(operation, request)
        let json = try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any]
        return Answered(status: answer.status, json: json ?? [:], retryAfter: answer.retryAfter)
    }

    func ask(
        _ operation: String,
        _ body: [String: Any]? = nil,
        of id: String = "",
        version: Int64? = nil,
        key: String? = nil,
        by token: String
    ) throws -> Answered {
        var request = APIRequest(id: id)
        // In whatever order the keys come: the same fields are the same request.
        request.body = try body.map { [UInt8](try JSONSerialization.data(withJSONObject: $0)) } ?? []
        request.token = token
        request.version = version
        request.idempotencyKey = key
        return try ask(operation, request)
    }
}

package import Access
package import Actions
package import Register

extension Register {
    /// A user with these roles and a session of theirs, as if they had signed in.
    package func seat(
        _ roles: [Assignment],
        named name: String = "tester",
        worker: String? = nil,
        at time: Timestamp = Clock.now
    ) throws -> (user: User, secret: String) {
        let user = try addUser(
            { User(id: $0, name: "Terry Tester", signInName: name, workerID: worker, roles: roles) },
            as: { _ in ChangeDraft(actor: "test", purpose: "test", summary: "Added user") },
            at: time
        )
        let secret = "secret-\(user.id)-\(name)"
        try startSession(Array(secret.utf8).sha256, of: user.id, stage: .signedIn, device: "test", at: time)
        return (user, secret)
    }
}

extension [Assignment] {
    /// Everything that anybody may do in the whole authority.
    package static let everything = [Assignment(.administrator), Assignment(.analyst), Assignment(.gateway)]
}

extension ScryptCost {
    /// As cheap as can be, for tests.
    package static let cheap = ScryptCost(log2N: 4, blockSize: 1, parallelism: 1)
}

extension ServiceKey {
    /// The key of tests.
    package static let test = ServiceKey((0..<32).map { UInt8($0) })
}

import Access
import Actions
import Register

/// Takes every request of a program: finds whose token it bears, asks the gate, and only then does what is asked.
struct APIDesk: Sendable {
    private let keeper: Keeper
    private let entrance: Entrance
    private let gate: Gate
    private let tokens: KeepTokens

    init(_ keeper: Keeper, _ entrance: Entrance) {
        self.keeper = keeper
        self.entrance = entrance
        gate = Gate(keeper: keeper)
        tokens = KeepTokens(keeper.register, key: entrance.key)
    }

    /// What an operation answers to a request; a problem is an answer too.
    func answer(_ operation: APIOperation, _ request: APIRequest) throws -> APIAnswer {
        do {
            return try carryOut(operation, request)
        } catch let problem as APIProblem {
            return problem.answer
        } catch RegisterError.movedOn {
            return APIProblem.movedOn.answer
        }
    }

    private func carryOut(_ operation: APIOperation, _ request: APIRequest) throws -> APIAnswer {
        let user = try user(request)
        switch try gate.decide(operation.action, operation.subject, request.id, user) {
        case .admitted: break
        case .hidden: throw APIProblem.notFound
        default: throw APIProblem.notAllowed
        }
        let keeper = keeper.acting(as: Actor(user))
        var request = request
        request.serviceKey = entrance.key
        guard operation.method == .post, let key = request.idempotencyKey else {
            return try operation.run(keeper, request)
        }
        return try once(operation, request, key: key, of: user, keeper)
    }

    /// The user whose token a request bears; tokens that do not hold are counted by where they come from.
    private func user(_ request: APIRequest) throws -> User {
        guard let token = request.token else { throw APIProblem.noToken }
        let time = entrance.now()
        let address = entrance.key.digest(request.address, for: "token address")
        let tries = CountedTries(keeper.register, of: (address, .ofAddress))
        let wait = try tries.wait(at: time)
        guard wait == 0 else { throw APIProblem.tooMany(wait) }
        guard let user = try tokens.user(of: token, at: time) else {
            try tries.noteFailure(at: time)
            throw APIProblem.noToken
        }
        return user
    }

    /// Carries out a request with a key once: sent again, it is given the answer it was given.
    private func once(
        _ operation: APIOperation,
        _ request: APIRequest,
        key: String,
        of user: User,
        _ keeper: Keeper
    ) throws -> APIAnswer {
        guard (1...200).contains(key.utf8.count) else {
            throw APIProblem(status: 400, title: "Idempotency-Key must have from 1 to 200 characters")
        }
        let digest = entrance.key.digest("\(user.id) \(key)", for: "idempotency key")
        // The same fields in another order are the same request.
        let body = (try? APIBody(request.body))?.canonical ?? request.body
        let asked = Array("\(operation.id) \(request.id) \(request.version ?? 0)\n".utf8) + body
        let purpose = "api answer"
        switch try keeper.register.beginRequest(asked.sha256, key: digest, at: entrance.now()) {
        case .first: break
        case .answered(let status, let sealed):
            guard let bytes = entrance.key.opened(sealed, for: purpose, of: user.id) else { throw APIProblem.notFound }
            return APIAnswer(status: status, bytes: bytes, isRepeated: true)
        case .unanswered:
            throw APIProblem(
                status: 409,
                title: "The same request is being carried out",
                detail: "Read the record before you send it under another key: it may have been done."
            )
        case .another: throw APIProblem(status: 422, title: "Another request was sent with this Idempotency-Key")
        }
        do {
            let answer = try operation.run(keeper, request)
            let sealed = try entrance.key.seal(answer.bytes, for: purpose, of: user.id)
            try keeper.register.keepAnswer(sealed, status: answer.status, key: digest)
            return answer
        } catch let problem as APIProblem {
            // Nothing was done, so it may be sent again, put right.
            try keeper.register.forgetRequest(key: digest)
            throw problem
        } catch RegisterError.movedOn {
            try keeper.register.forgetRequest(key: digest)
            throw APIProblem.movedOn
        }
    }
}

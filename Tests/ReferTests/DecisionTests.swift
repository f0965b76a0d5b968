import Records
import Refer
import Testing

@Suite struct `A decision of the gateway` {
    private let whole = DecisionDraft(
        programme: "mst",
        provider: "O2",
        team: "North",
        tier: .high,
        reason: .belowThreshold,
        destination: "Family centre"
    )

    private func decided(
        _ kind: GatewayDecision.Kind?,
        on standing: ReferralDecision = .pending,
        _ change: (inout DecisionDraft) -> Void = { _ in }
    ) -> Result<GatewayDecision, DecisionDraft.Refusal> {
        var draft = whole
        draft.kind = kind
        change(&draft)
        do { return .success(try draft.decision(onReferral: standing)) } catch { return .failure(error) }
    }

    private func missing(
        _ kind: GatewayDecision.Kind?,
        _ change: (inout DecisionDraft) -> Void
    ) -> Set<DecisionDraft.Field> {
        guard case .failure(let refusal) = decided(kind, change) else { return [] }
        return Set(refusal.problems.keys)
    }

    @Test func `each kind needs what it carries`() {
        #expect(missing(nil) { _ in } == [.kind])
        #expect(missing(.accept) { $0.programme = nil } == [.programme])
        #expect(missing(.accept) { $0.provider = nil } == [.provider])
        #expect(missing(.accept) { $0.tier = nil } == [.tier])
        #expect(missing(.accept) { $0 = DecisionDraft(kind: .accept) } == [.programme, .provider, .tier])
        #expect(missing(.wait) { $0.programme = nil } == [.programme])
        #expect(missing(.decline) { $0.reason = nil } == [.reason])
        #expect(missing(.inappropriate) { $0.reason = nil } == [.reason])
        #expect(missing(.redirect) { $0.destination = nil } == [.destination])
        #expect(missing(.withdraw) { $0.reason = nil } == [.reason])
    }

    @Test func `what it does not need may be missing`() throws {
        #expect(try decided(.accept) { $0.team = nil }.get().kind == .accept)
        #expect(
            try decided(.inappropriate) { $0.destination = nil }.get()
                == .inappropriate(.belowThreshold, destination: nil)
        )
        #expect(try decided(.wait) { $0.provider = nil }.get() == .wait(programme: "mst", tier: .high))
    }

    @Test(arguments: ReferralDecision.allCases, GatewayDecision.Kind.allCases)
    func `only what the standing allows can be decided`(standing: ReferralDecision, kind: GatewayDecision.Kind) {
        let allowed: [ReferralDecision: Set<GatewayDecision.Kind>] = [
            .pending: [.accept, .wait, .redirect, .inappropriate, .decline, .withdraw],
            .waiting: [.accept, .redirect, .inappropriate, .decline, .withdraw],
            .declined: [.reopen], .inappropriate: [.reopen], .withdrawn: [.reopen], .accepted: [],
        ]
        let isDecided = (try? decided(kind, on: standing).get()) != nil
        #expect(isDecided == allowed[standing]?.contains(kind))
    }
}

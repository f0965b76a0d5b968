import Access

extension Route {
    /// Plans, contracts, claims and demand.
    static let pay: [Route: RoutePlace] = [
        .plans: .page("/plans", needs: .seePlans, .none),
        .plan: .page("/plans/:id", needs: .seePlans, .none),
        .planLine: .page("/plans/:id/:name", needs: .seePlans, .none),
        .candidates: .page("/candidates/:id", needs: .seePlans, .none),
        .unitCosts: .page("/unit-costs", needs: .seePlans, .none),
        .contracts: .page("/contracts", needs: .seeContracts, .none),
        .contract: .page("/contracts/:id", needs: .seeContracts, .none),
        .contractMember: .page("/contracts/:id/members/:name", needs: .openContract, .wholeRegister),
        .contractSimulation: .page("/contracts/:id/simulation", needs: .seeContracts, .none),
        .contractForecast: .page("/contracts/:id/forecast", needs: .seeContracts, .none),
        .askSimulation: .form("/contracts/:id/simulation", needs: .seeContracts, .none),
        .contractLedger: .page("/contracts/:id/ledger", needs: .openContract, .wholeRegister),
        .contractInvestors: .page("/contracts/:id/investors", needs: .seeInvestment, .none),
        .demand: .page("/demand", needs: .seePlans, .none),
        .claims: .page("/contracts/:id/claims", needs: .openContract, .wholeRegister),
        .enterClaim: .form("/contracts/:id/claims", needs: .workClaims, .wholeRegister),
        .claim: .page("/claims/:id", needs: .openContract, .wholeRegister),
        .stepClaim: .form("/claims/:id", needs: .workClaims, .wholeRegister),
        .lookUpClaim: .form("/claims/:id/look-ups", needs: .workClaims, .wholeRegister),
        .compareClaim: .form("/claims/:id/comparisons", needs: .workClaims, .wholeRegister),
        .answerPartner: .form("/claims/:id/answers", needs: .workClaims, .wholeRegister),
    ]
}

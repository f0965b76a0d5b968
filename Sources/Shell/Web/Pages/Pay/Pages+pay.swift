extension Pages {
    /// Plans, contracts, claims and demand.
    func payPage(of route: Route, _ request: PageRequest) throws -> PageAnswer? {
        switch route {
        case .plans: try plans(request)
        case .plan: try plan(request)
        case .planLine: try planLine(request)
        case .candidates: try candidates(request)
        case .unitCosts: try unitCosts(request)
        case .contracts: try contracts(request)
        case .contract: try contract(request)
        case .contractMember: try contractMember(request)
        case .contractSimulation: try contractSimulation(request)
        case .contractForecast: try contractForecast(request)
        case .askSimulation: try askSimulation(request)
        case .contractLedger: try contractLedger(request)
        case .contractInvestors: try contractInvestors(request)
        case .demand: try demand(request)
        case .claims: try claims(request)
        case .enterClaim: try enterClaim(request)
        case .claim: try claim(request)
        case .stepClaim: try stepClaim(request)
        case .lookUpClaim: try lookUpClaim(request)
        case .compareClaim: try compareClaim(request)
        case .answerPartner: try answerPartner(request)
        default: nil
        }
    }
}

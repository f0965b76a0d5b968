extension Pages {
    /// Plans, contracts, claims and demand.
    func payPage(of route: Route, _ request: PageRequest) throws -> PageAnswer? {
        switch route {
        case .plans: try plans(request)
        case .plan: try plan(request)
        case .planLine: try planLine(request)
        default: nil
        }
    }
}

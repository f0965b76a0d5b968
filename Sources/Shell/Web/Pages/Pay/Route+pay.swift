import Access

extension Route {
    /// Plans, contracts, claims and demand.
    static let pay: [Route: RoutePlace] = [
        .plans: .page("/plans", needs: .seePlans, .none),
        .plan: .page("/plans/:id", needs: .seePlans, .none),
        .planLine: .page("/plans/:id/:name", needs: .seePlans, .none),
    ]
}

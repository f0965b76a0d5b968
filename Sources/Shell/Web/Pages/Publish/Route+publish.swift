extension Route {
    /// Scorecards, service reviews and answers that are published.
    static let publish: [Route: RoutePlace] = [:]
}

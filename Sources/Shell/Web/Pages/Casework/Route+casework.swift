extension Route {
    /// Work on a case, from allocation to follow-up.
    static let casework: [Route: RoutePlace] = [:]
}

extension Route {
    /// Referring, the gateway, waiting and places in homes.
    static let refer: [Route: RoutePlace] = [:]
}

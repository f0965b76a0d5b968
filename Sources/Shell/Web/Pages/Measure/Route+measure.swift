extension Route {
    /// Instruments, families' own view and supervision.
    static let measure: [Route: RoutePlace] = [:]
}

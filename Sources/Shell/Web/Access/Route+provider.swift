import Access

extension Route {
    /// Signing in with the council's provider.
    static let provider: [Route: RoutePlace] = [
        .askProvider: .signingIn("/sign-in/provider"),
        .hearProvider: .signingIn("/sign-in/provider/answer"),
        .leaveProvider: .open("/sign-in/provider/end"),
        .unbindUser: .form("/users/:id/provider", needs: .administerUsers, .wholeRegister, kept: false),
    ]
}

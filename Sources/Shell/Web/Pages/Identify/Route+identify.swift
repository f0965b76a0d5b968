import Access

extension Route {
    /// What families say to being looked for.
    static let objecting: [Route: RoutePlace] = [
        .objections: .page("/families/:id/objections", needs: .keepObjections, .family),
        .recordObjection: .form("/families/:id/objections", needs: .keepObjections, .family),
        .endObjection: .form("/families/:id/objections/end", needs: .keepObjections, .family),
    ]
}

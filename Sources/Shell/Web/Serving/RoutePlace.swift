import Access

/// Where a route stands, what it asks of who opens it, and whether a form is sent to it: one row of a stage's table.
struct RoutePlace: Sendable {
    /// The path; `:id` and `:name` stand for what varies.
    let pattern: String
    let access: RouteAccess
    /// A form is sent to it: what is typed stays out of the address, where it would be kept in histories and logs.
    let isForm: Bool
    /// Whether its form, sent after the session had ended, is kept for who sent it.
    let isKept: Bool

    /// A page.
    static func page(_ pattern: String, needs action: Action, _ subject: RouteSubject) -> RoutePlace {
        RoutePlace(pattern: pattern, access: .needs(action, subject), isForm: false, isKept: false)
    }

    /// What a form is sent to.
    static func form(_ pattern: String, needs action: Action, _ subject: RouteSubject, kept: Bool = true) -> RoutePlace
    {
        RoutePlace(pattern: pattern, access: .needs(action, subject), isForm: true, isKept: kept)
    }

    /// A page that anybody may open who has its link.
    static func open(_ pattern: String) -> RoutePlace {
        RoutePlace(pattern: pattern, access: .anybody, isForm: false, isKept: false)
    }

    /// A step of signing in, for those who have not.
    static func signingIn(_ pattern: String) -> RoutePlace {
        RoutePlace(pattern: pattern, access: .signingIn, isForm: false, isKept: false)
    }

    /// What anybody may send who has the link of its page.
    static func openForm(_ pattern: String) -> RoutePlace {
        RoutePlace(pattern: pattern, access: .anybody, isForm: true, isKept: false)
    }
}

extension Route {
    /// The row of the route, where its stage has a table of them.
    var place: RoutePlace? { Route.places[self] }

    private static let places: [Route: RoutePlace] = [
        objecting, refer, casework, measure, pay, publish, reporting, provider,
    ]
    .reduce(into: [:]) { places, stage in places.merge(stage) { first, _ in first } }
}

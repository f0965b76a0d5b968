extension Pages {
    /// Scorecards, service reviews and answers that are published.
    func publishPage(of route: Route, _ request: PageRequest) throws -> PageAnswer? {
        switch route {
        default: nil
        }
    }
}

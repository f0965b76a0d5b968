extension Pages {
    /// Work on a case, from allocation to follow-up.
    func caseworkPage(of route: Route, _ request: PageRequest) throws -> PageAnswer? {
        switch route {
        default: nil
        }
    }
}

extension Pages {
    /// Referring, the gateway, waiting and places in homes.
    func referPage(of route: Route, _ request: PageRequest) throws -> PageAnswer? {
        switch route {
        default: nil
        }
    }
}

extension Pages {
    /// Instruments, families' own view and supervision.
    func measurePage(of route: Route, _ request: PageRequest) throws -> PageAnswer? {
        switch route {
        default: nil
        }
    }
}

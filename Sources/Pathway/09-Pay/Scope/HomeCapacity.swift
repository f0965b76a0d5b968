/// What a home of a programme can take in a year.
package struct HomeCapacity: Hashable, Sendable {
    package let name: String
    /// Beds that are open on the day.
    package let beds: Int
    /// Nights of a planned stay.
    package let cycleNights: Int
    /// Nights between two stays in one bed.
    package let turnaroundNights: Int

    package init(name: String, beds: Int, cycleNights: Int, turnaroundNights: Int) {
        self.name = name
        self.beds = beds
        self.cycleNights = cycleNights
        self.turnaroundNights = turnaroundNights
    }

    /// Whole cycles that fit into the 365 nights of a year.
    package var cyclesAYear: Int { 365 / max(1, cycleNights + turnaroundNights) }

    /// Children that can start in a year: a bed takes one a cycle.
    package var childrenAYear: Int { beds * cyclesAYear }
}

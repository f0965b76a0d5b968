/// What was found while a model was trained, for the person who will rely on it.
package struct TrainingAccount: Sendable {
    /// One session of expectation maximisation.
    package struct Session: Sendable {
        /// What the session was about, such as the rule that pairs met.
        package let name: String
        package let pairs: Double
        package let rounds: Int
        /// Whether parameters stopped moving before the rounds ran out.
        package let hasConverged: Bool
        /// Share of the session's pairs that are of one person.
        package let matches: Double
    }

    package internal(set) var sessions: [Session] = []
    /// Levels whose m or u could not be found from the data, and what was taken instead.
    package internal(set) var remarks: [String] = []
}

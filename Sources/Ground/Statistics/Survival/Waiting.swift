/// How long somebody was watched, and how the watching ended.
package struct Waiting: Hashable, Sendable {
    package enum End: Sendable {
        /// What was waited for happened.
        case event
        /// Something else happened after which it no longer can, such as the 18th birthday.
        case competing
        /// The watching ended first.
        case censored
    }

    /// Days from the start; not negative.
    package let days: Double
    package let end: End

    package init(days: Double, end: End) {
        self.days = days
        self.end = end
    }
}

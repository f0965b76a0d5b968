package import Register

/// How long to wait after signing in has failed too often: some tries are free, then each further one doubles the wait.
package struct SignInDelay: Sendable {
    private let freeTries: Int
    private static let firstWait: Int64 = 30
    private static let longestWait: Int64 = 15 * 60
    /// Failures older than this are forgotten.
    static let memory: Int64 = 24 * 3600

    /// For one sign-in name.
    package static let ofName = SignInDelay(freeTries: 5)
    /// For one address: a whole office may be behind it.
    package static let ofAddress = SignInDelay(freeTries: 30)

    /// Seconds still to wait; 0 where one may try.
    package func wait(after failures: SignInFailures?, at time: Timestamp) -> Int64 {
        guard let failures, failures.count >= freeTries else { return 0 }
        let age = time.seconds - failures.lastAt.seconds
        guard age < SignInDelay.memory else { return 0 }
        let doubled = min(failures.count - freeTries, 10)
        let wait = min(SignInDelay.firstWait << Int64(doubled), SignInDelay.longestWait)
        return max(0, wait - max(0, age))
    }

    /// What to say to who must wait.
    package static func words(_ seconds: Int64) -> String {
        let minutes = (seconds + 59) / 60
        let wait = seconds < 60 ? "\(seconds) seconds" : minutes == 1 ? "1 minute" : "\(minutes) minutes"
        return "There were too many tries. Wait \(wait), then try again"
    }
}

package import Register

/// Tries at what nobody is to find out by trying, counted for each of those who may be behind them: a name, an address.
///
/// What is right has to wait as well: otherwise waiting would hold up nobody who guesses.
package struct CountedTries: Sendable {
    /// Who may be behind a try, by a digest, and how patient one is with them.
    package typealias Subject = (digest: [UInt8], delay: SignInDelay)

    private let register: Register
    private let subjects: [Subject]

    package init(_ register: Register, of subjects: Subject...) {
        self.register = register
        self.subjects = subjects
    }

    /// Seconds still to wait for the most suspect of them; 0 where one may try.
    package func wait(at time: Timestamp) throws -> Int64 {
        try subjects.map { try $0.delay.wait(after: register.signInFailures($0.digest), at: time) }.max() ?? 0
    }

    /// Counts one more that failed.
    package func noteFailure(at time: Timestamp) throws {
        let oldest = Timestamp(seconds: time.seconds - SignInDelay.memory)
        for subject in subjects {
            try register.noteSignInFailure(subject.digest, at: time, forgetting: oldest)
        }
    }
}

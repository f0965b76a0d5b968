import NIOCore
import NIOPosix

/// The threads on which answers are made.
///
/// An answer waits for the disk, for another's change to be written, or works for a second: on the threads that tasks
/// share, which are as many as the cores, two of them would keep everybody waiting.
enum PageThreads {
    private static let pool = {
        let pool = NIOThreadPool(numberOfThreads: max(8, 2 * System.coreCount))
        pool.start()
        return pool
    }()

    /// What the work gives, done on one of them.
    static func made<Answer: Sendable>(_ work: @escaping @Sendable () throws -> Answer) async throws -> Answer {
        try await pool.runIfActive(work)
    }
}

import Synchronization

/// How far the linking has come, for a bar on a terminal.
package final class LinkageProgress: Sendable {
    /// Told the stage and the share done; may be called from any core, and often.
    private let tell: @Sendable (_ stage: String, _ share: Double) -> Void
    private let stage = Mutex("")
    private let done = Mutex(0)

    package init(_ tell: @escaping @Sendable (_ stage: String, _ share: Double) -> Void = { _, _ in }) {
        self.tell = tell
    }

    func begin(_ name: String) {
        stage.withLock { $0 = name }
        done.withLock { $0 = 0 }
        tell(name, 0)
    }

    func advance(by count: Int, of total: Int) {
        let sum = done.withLock { done in
            done += count
            return done
        }
        tell(stage.withLock { $0 }, Double(sum) / Double(max(1, total)))
    }
}

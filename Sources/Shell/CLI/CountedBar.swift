import Synchronization

/// A bar for work that tells how much of it is done, from any core.
final class CountedBar: Sendable {
    private let total: Int
    private let state: Mutex<State>

    private struct State {
        var done = 0
        var bar: ProgressBar
    }

    init(_ title: String, of total: Int) {
        self.total = total
        state = Mutex(State(bar: ProgressBar(title)))
    }

    func add(_ done: Int) {
        state.withLock { state in
            state.done += done
            state.bar.show(state.done, of: total)
        }
    }

    /// Takes the bar away.
    func end() {
        state.withLock { $0.bar.end() }
    }
}

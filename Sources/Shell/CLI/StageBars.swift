import Synchronization

/// A bar for each stage of a long work, told of from any core.
final class StageBars: Sendable {
    private struct State {
        var stage = ""
        var bar: ProgressBar?
    }

    private let state = Mutex(State())

    func show(_ stage: String, _ share: Double) {
        state.withLock { state in
            if stage != state.stage {
                state.bar?.end()
                state.stage = stage
                state.bar = ProgressBar(stage)
            }
            state.bar?.show(Int(share * 1000), of: 1000)
        }
    }

    /// Takes the bar away.
    func end() {
        state.withLock { state in
            state.bar?.end()
            state.bar = nil
        }
    }
}

import Dispatch
import FoundationEssentials
import Synchronization

/// What the work gives for each item, in their order, worked out on all cores.
///
/// - Parameters:
///   - items: taken in their order; put those that take longest first.
///   - meanwhile: called now and then by the caller's own thread, to show how far it is.
///   - work: done for each item on any thread.
/// - Returns: what the work gave.
/// - Throws: what the work throws for the first item for which it does; the others are worked out all the same.
func concurrently<Item: Sendable, Value: Sendable>(
    _ items: [Item],
    meanwhile: () -> Void = {},
    _ work: @escaping @Sendable (Item) throws -> Value
) throws -> [Value] {
    let progress = Progress<Value>()
    let group = DispatchGroup()
    let queue = DispatchQueue(label: "homeward.register", attributes: .concurrent)
    for _ in 0..<min(items.count, max(2, ProcessInfo.processInfo.activeProcessorCount)) {
        queue.async(group: group) {
            while let index = progress.takeNext(of: items.count) {
                progress.finish(index, with: Result { try work(items[index]) })
            }
        }
    }
    while group.wait(timeout: .now() + .milliseconds(100)) == .timedOut { meanwhile() }
    return try progress.values()
}

/// Which items are taken and what came of those that are done.
private final class Progress<Value: Sendable>: Sendable {
    private let next = Atomic(0)
    private let results = Mutex<[Int: Result<Value, any Error>]>([:])

    func takeNext(of count: Int) -> Int? {
        let index = next.add(1, ordering: .relaxed).oldValue
        return index < count ? index : nil
    }

    func finish(_ index: Int, with result: Result<Value, any Error>) {
        results.withLock { $0[index] = result }
    }

    func values() throws -> [Value] {
        try results.withLock { results in
            try results.sorted { $0.key < $1.key }.map { try $0.value.get() }
        }
    }
}

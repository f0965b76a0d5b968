import Dispatch
import Synchronization

/// What the work gives for each item, in their order, worked out on all cores.
///
/// - Throws: what the work throws for the first item for which it does; the others are worked out all the same.
func concurrently<Item: Sendable, Value: Sendable>(
    _ items: [Item],
    _ work: @Sendable (Item) throws -> Value
) throws -> [Value] {
    let results = Mutex<[Int: Result<Value, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
        let result = Result { try work(items[index]) }
        results.withLock { $0[index] = result }
    }
    return try results.withLock { results in
        try items.indices.compactMap { try results[$0]?.get() }
    }
}

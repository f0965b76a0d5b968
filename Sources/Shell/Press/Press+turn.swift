import Dispatch
package import Documents
import Synchronization

extension Press {
    private static let queue = DispatchQueue(label: "press")
    private static let waiting = Mutex(0)
    private static let mostWaiting = 8

    /// The same, for a server: one document at a time on a thread of its own, so that no other request waits for it.
    ///
    /// - Throws: `Refusal` also where too many wait already.
    package static func bytesInTurn(of document: Document) async throws -> [UInt8] {
        try await aside { try bytes(of: document) }
    }

    /// Does what takes long on the press's own thread, one after another.
    ///
    /// - Throws: `Refusal` where too many wait already, and what the work throws.
    package static func aside<Made: Sendable>(_ work: @escaping @Sendable () throws -> Made) async throws -> Made {
        let isRoom = waiting.withLock { count in
            guard count < mostWaiting else { return false }
            count += 1
            return true
        }
        guard isRoom else {
            throw Refusal("Many files are being made at the moment. Try again in a minute, or take the page to print.")
        }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }
}

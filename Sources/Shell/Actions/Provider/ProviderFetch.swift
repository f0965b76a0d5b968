import Foundation
import Synchronization

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// What is asked of a provider.
package struct ProviderQuestion: Hashable, Sendable {
    package let address: String
    /// A form that is sent; nil only asks.
    package var form: String?
    /// The `Authorization` header.
    package var authorization: String?

    package init(_ address: String, form: String? = nil, authorization: String? = nil) {
        self.address = address
        self.form = form
        self.authorization = authorization
    }
}

/// Asks a provider, and gives the body of what it answers with success.
package protocol ProviderFetch: Sendable {
    /// - Throws: where it does not answer in time, not with success, or with more than it should.
    func callAsFunction(_ question: ProviderQuestion) async throws -> [UInt8]
}

/// Asks over the network, within ten seconds, for no more than a quarter of a mebibyte, and goes nowhere it is sent on
/// to: every address is one that the provider's own document gives.
package struct NetworkFetch: ProviderFetch {
    private static let time: Double = 10
    fileprivate static let most = 256 * 1024

    /// Why there is no answer.
    package struct Failure: Error {}

    package init() {}

    package func callAsFunction(_ question: ProviderQuestion) async throws -> [UInt8] {
        guard let url = URL(string: question.address) else { throw Failure() }
        var request = URLRequest(url: url, timeoutInterval: NetworkFetch.time)
        request.setValue("application/json", forHTTPHeaderField: "Accept")
        request.setValue(question.authorization, forHTTPHeaderField: "Authorization")
        if let form = question.form {
            request.httpMethod = "POST"
            request.httpBody = Data(form.utf8)
            request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        }
        let settings = URLSessionConfiguration.ephemeral
        settings.timeoutIntervalForResource = NetworkFetch.time
        settings.httpShouldSetCookies = false
        settings.httpCookieStorage = nil
        settings.urlCache = nil
        let reception = Reception()
        let session = URLSession(configuration: settings, delegate: reception, delegateQueue: nil)
        defer { session.invalidateAndCancel() }
        let asked = request
        return try await withCheckedThrowingContinuation { waiting in
            reception.wait(waiting)
            session.dataTask(with: asked).resume()
        }
    }
}

/// Takes an answer as it comes, and stops one that is too long.
private final class Reception: NSObject, URLSessionDataDelegate, Sendable {
    private struct State {
        var bytes: [UInt8] = []
        var status = 0
        var waiting: CheckedContinuation<[UInt8], any Error>?
    }

    private let state = Mutex(State())

    func wait(_ waiting: CheckedContinuation<[UInt8], any Error>) {
        state.withLock { $0.waiting = waiting }
    }

    func urlSession(
        _ session: URLSession,
        dataTask: URLSessionDataTask,
        didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        state.withLock { $0.status = (response as? HTTPURLResponse)?.statusCode ?? 0 }
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isTooLong = state.withLock { state in
            state.bytes += data
            return state.bytes.count > NetworkFetch.most
        }
        if isTooLong { dataTask.cancel() }
    }

    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let (waiting, answer) = state.withLock { state in
            let isWhole = error == nil && state.status == 200 && state.bytes.count <= NetworkFetch.most
            defer { state.waiting = nil }
            return (state.waiting, isWhole ? state.bytes : nil)
        }
        if let answer { waiting?.resume(returning: answer) } else { waiting?.resume(throwing: NetworkFetch.Failure()) }
    }
}

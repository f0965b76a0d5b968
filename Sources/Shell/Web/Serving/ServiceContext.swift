import HTTPTypes
import Hummingbird
import NIOCore

/// What is known of a request beside what it says: where it comes from.
struct ServiceContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address at the other end of the connection, without its port.
    let peer: String

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// The address a request comes from: of the browser or program, not of a proxy of ours between them and us.
    func address(of request: Request, isBehindProxy: Bool) -> String {
        // The proxy writes the address it was asked from at the end; what stands before it anybody may have written.
        guard isBehindProxy, let last = request.headers[.forwardedFor]?.split(separator: ",").last else { return peer }
        return last.filter { $0 != " " }
    }
}

extension HTTPField.Name {
    fileprivate static var forwardedFor: Self { Self("x-forwarded-for") ?? .userAgent }
}

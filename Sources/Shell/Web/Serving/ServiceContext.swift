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
}

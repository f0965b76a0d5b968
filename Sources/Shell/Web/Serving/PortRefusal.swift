import Foundation
import NIOCore

/// Why the service cannot listen, in words for who started it.
package struct PortRefusal: Error, CustomStringConvertible {
    package let description: String

    init(_ error: IOError, port: Int) {
        description =
            switch error.errnoCode {
            case EADDRINUSE: "Port \(port) is in use by another program. Stop it, or give another port with --port."
            case EACCES: "Port \(port) may not be used by this account. Give one from 1024 on with --port."
            default: "The service cannot listen on port \(port) of this machine. Give another port with --port."
            }
    }
}

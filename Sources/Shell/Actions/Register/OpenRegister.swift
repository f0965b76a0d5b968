import Foundation
package import Register
import RegisterSQLite

/// Opens registers by their path.
package enum OpenRegister {
    package static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path)
    }

    /// Opens the register; makes one where there is none if `create`.
    package static func open(_ path: String, create: Bool) throws -> Register {
        try Register.open(path, create: create, at: Clock.now)
    }
}

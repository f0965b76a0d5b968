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
        do {
            return try Register.open(path, create: create, at: Clock.now)
        } catch RegisterError.cannotOpen where create && isProtected(path) {
            throw RegisterError.readOnly
        }
    }

    /// Whether there is a register that may not be written to, itself or beside itself.
    private static func isProtected(_ path: String) -> Bool {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        let isWritable = [path, folder].allSatisfy(FileManager.default.isWritableFile)
        return exists(path) && !isWritable
    }
}

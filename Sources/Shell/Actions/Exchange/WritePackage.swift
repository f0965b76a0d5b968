import Exchange
import Foundation
package import Records

/// Writes records as an exchange package.
package enum WritePackage {
    /// Writes a table a file, with a descriptor, into a folder that is made where there is none.
    package static func write(_ records: RecordSet, to folder: String) throws {
        try write(PackageWriter.files(of: records).map { (name: $0.name, bytes: $0.bytes) }, to: folder)
    }

    /// Writes files into a folder that is made where there is none.
    package static func write(_ files: [(name: String, bytes: [UInt8])], to folder: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for file in files {
                try Data(file.bytes).write(to: URL(filePath: folder).appending(path: file.name), options: .atomic)
            }
        } catch {
            throw FileRefusal(
                "The folder \(folder) cannot be written to. Check that there is room and that you may write there."
            )
        }
    }
}

package import Exchange
import Foundation

/// Reads the files a person names: single files, zips, and the files of folders.
package enum ReadFiles {
    /// The files at the paths; a folder gives the files in it and in its folders, hidden ones left out, in the order of
    /// their names.
    ///
    /// Throws where a path is not there, cannot be read, or changed while it was read.
    package static func read(_ paths: [String]) throws -> [SourceFile] {
        try paths.flatMap { path -> [SourceFile] in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw FileRefusal("There is no file or folder at \(path). Check the path.")
            }
            guard isFolder.boolValue else { return [try file(path, named: path, isNamedDirectly: true)] }
            let names = try filesInside(path)
            guard !names.isEmpty else { throw FileRefusal("The folder \(path) has no files in it.") }
            return try names.map { name in
                let whole = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
                return try file(whole, named: whole, isNamedDirectly: false)
            }
        }
    }

    /// The folder beside a package that has extracts of partners: they come in one by one, under their agreements.
    static let feedsFolder = "feeds"

    private static func filesInside(_ folder: String) throws -> [String] {
        guard let found = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
            throw FileRefusal("The folder \(folder) cannot be read. Check that you may open it.")
        }
        let isPackage = found.contains("datapackage.json")
        return found.sorted().filter { name in
            if isPackage, name.hasPrefix(feedsFolder + "/") { return false }
            let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
            return !isHidden && !isFolder.boolValue
        }
    }

    private static func file(_ path: String, named name: String, isNamedDirectly: Bool) throws -> SourceFile {
        // A link is what it leads to; where it leads nowhere, the file is not there, and that has been said.
        let path = URL(filePath: path).resolvingSymlinksInPath().path
        let before = stamp(path)
        guard before?.isFile ?? true else {
            throw FileRefusal("\(name) is not a file that can be read to its end. Give a file, a folder or a zip.")
        }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw FileRefusal("\(name) cannot be read. Check that you may open it.")
        }
        defer { try? handle.close() }
        guard let data = try? handle.readToEnd() ?? Data() else {
            throw FileRefusal("\(name) could not be read to its end. Try again.")
        }
        guard let before, before == stamp(path), before.size == data.count else {
            throw FileRefusal(
                "\(name) changed while it was being read. Nothing was imported: try again when it is complete."
            )
        }
        return SourceFile(name: name, bytes: [UInt8](data), isNamedDirectly: isNamedDirectly)
    }

    private struct Stamp: Equatable {
        let isFile: Bool
        let size: Int
        let modified: Date
        let node: Int
    }

    private static func stamp(_ path: String) -> Stamp? {
        guard let facts = try? FileManager.default.attributesOfItem(atPath: path),
            let size = facts[.size] as? Int, let modified = facts[.modificationDate] as? Date,
            let node = facts[.systemFileNumber] as? Int
        else { return nil }
        let isFile = facts[.type] as? FileAttributeType == .typeRegular
        return Stamp(isFile: isFile, size: size, modified: modified, node: node)
    }
}

/// Why files could not be read, in words for the person who named them.
package struct FileRefusal: Error, Equatable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}

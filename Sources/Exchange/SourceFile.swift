/// A file as the shell read it: a name and bytes.
package struct SourceFile: Hashable, Sendable {
    /// As the user named it; a folder's files have the folder in front, a zip's entries the zip:
    /// `return.zip/placements.csv`.
    package var name: String
    package var bytes: [UInt8]
    /// Named by the user, not met in a folder or a zip; only such a file must be one that can be imported.
    package var isNamedDirectly: Bool

    package init(name: String, bytes: [UInt8], isNamedDirectly: Bool = true) {
        self.name = name
        self.bytes = bytes
        self.isNamedDirectly = isNamedDirectly
    }

    /// The folder or zip it lies in, with the slash; empty where it lies in none.
    var folder: String {
        guard let slash = name.lastIndex(of: "/") else { return "" }
        return String(name[...slash])
    }

    /// The name without folders.
    var baseName: String { String(name.dropFirst(folder.count)) }

    /// The ending after the last dot, in lower case, without the dot.
    var ending: String {
        guard let dot = baseName.lastIndex(of: ".") else { return "" }
        return baseName[baseName.index(after: dot)...].lowercased()
    }
}

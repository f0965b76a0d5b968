import ShippedDefinitions

extension DefinitionFile {
    /// The definitions the binary carries.
    package static let shipped = Shipped.files.map { DefinitionFile(name: $0.name, bytes: $0.bytes) }

    /// Those of one folder, for a command that reads no other kind.
    package static func shipped(in folder: String) -> [DefinitionFile] {
        shipped.filter { $0.name.hasPrefix(folder + "/") }
    }
}

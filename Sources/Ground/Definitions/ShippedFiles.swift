import ShippedDefinitions

extension DefinitionFile {
    /// The definitions the binary carries.
    package static let shipped = Shipped.files.map { DefinitionFile(name: $0.name, bytes: $0.bytes) }
}

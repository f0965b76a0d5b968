/// A definition file as it was found: its name, for messages, and its bytes.
package struct DefinitionFile: Sendable {
    /// The path below the folder of definitions, such as `instruments/sdq.yml`.
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

package import Definitions

/// The instruments in force, by name.
package struct InstrumentCatalogue: Sendable {
    /// In the order of their names.
    package let instruments: [Instrument]

    /// Reads the instruments among the definitions; throws everything that is wrong with any of them.
    package init(_ definitions: DefinitionSet) throws(DefinitionRefusal) {
        instruments = try definitions.read(.instrument) { definition, map in
            Instrument(definition, reading: &map)
        }
    }

    /// The instrument with this name, as the exchange package has it.
    package subscript(id: String) -> Instrument? {
        instruments.first { $0.id == id }
    }
}

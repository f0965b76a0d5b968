package import Actions
package import Exchange
package import Register
import RegisterSQLite
package import Values

extension Register {
    /// An empty register in a file of the folder.
    package static func scratch(in folder: ScratchFolder, named name: String = "homeward.db") throws -> Register {
        try OpenRegister.open(folder(name), create: true)
    }

    /// Imports what is at the paths, as the command line does.
    @discardableResult
    package func take(
        _ paths: [String],
        options: CheckOptions = CheckOptions(),
        replacing period: Period? = nil
    ) throws -> ImportFiles.Outcome {
        try ImportFiles(into: self, options: options).run(
            ReadFiles.read(paths),
            as: ChangeDraft(actor: "test", purpose: "test", summary: "Import"),
            replacing: period,
            checking: { _ in },
            recording: { _, _ in }
        )
    }
}

extension Keeper {
    /// The figures of a register by the shipped definitions.
    package static func shipped(_ register: Register) throws -> Keeper {
        Keeper(register, definitions: try DefinitionsInForce.load(folder: nil), courses: 20)
    }
}

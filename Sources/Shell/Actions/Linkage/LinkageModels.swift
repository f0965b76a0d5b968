import Definitions
import Exchange
import FoundationEssentials
package import Linkage

/// Models of linkage by their names or their files.
package enum LinkageModels {
    /// The model of this name among the definitions, or in the file at this path: our YAML, or Splink's settings in JSON.
    ///
    /// Throws where there is none, and everything that is wrong with its file.
    package static func load(_ name: String, definitions folder: String?) throws -> LinkageModel {
        if let form = LinkageModelForm(path: name) { return try read(name, form) }
        let local = try folder.map(DefinitionsInForce.files) ?? []
        let models = try LinkageModel.all(DefinitionSet(shipped: DefinitionFile.shipped(in: "linkage"), local: local))
        guard let model = models.first(where: { $0.id == name }) else {
            throw FileRefusal(
                "There is no model \(name). Give one of \(models.map(\.id).joined(separator: ", ")), or a model's file "
                    + "(.yml, or .json as Splink saves it)."
            )
        }
        return model
    }

    private static func read(_ path: String, _ form: LinkageModelForm) throws -> LinkageModel {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw FileRefusal("There is no model at \(path), or it cannot be read. Check the path.")
        }
        switch form {
        case .yaml: return try LinkageModel.read(file: DefinitionFile(name: path, bytes: [UInt8](data)))
        case .splink:
            do throws(SplinkRefusal) {
                return try SplinkSettings.read([UInt8](data), id: LinkageModelForm.id(path))
            } catch {
                throw LinkageFileFault(file: path, line: nil, reason: error.description)
            }
        }
    }
}

/// How a model is kept in a file.
package enum LinkageModelForm: Sendable {
    case yaml
    case splink

    /// The form by the path's ending; nil where it has neither.
    package init?(path: String) {
        switch path.split(separator: ".").last.map(String.init) {
        case "yml" where path.contains("."), "yaml" where path.contains("."): self = .yaml
        case "json" where path.contains("."): self = .splink
        default: return nil
        }
    }

    /// `people` of `models/people.json`.
    static func id(_ path: String) -> String {
        let last = path.split(separator: "/").last.map(String.init) ?? path
        return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
    }

    /// What of a model this form does not hold, a sentence each.
    package func omissions(of model: LinkageModel) -> [String] {
        switch self {
        case .yaml: []
        case .splink: SplinkSettings.omissions(of: model)
        }
    }

    /// The model as it is written in this form.
    func bytes(_ model: LinkageModel) -> [UInt8] {
        switch self {
        case .yaml: Array(model.yaml(from: Clock.today).utf8)
        case .splink: SplinkSettings.write(model)
        }
    }
}

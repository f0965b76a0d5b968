import Definitions
import Exchange
import FoundationEssentials

/// The mapping files of a linking, and which file each is for.
struct LinkageMappings {
    private let mappings: [(path: String, mapping: LinkageMapping)]

    /// Reads the mapping files; throws everything that is wrong with the first that has something wrong.
    init(_ paths: [String]) throws {
        mappings = try paths.map { path in
            guard let data = FileManager.default.contents(atPath: path) else {
                throw FileRefusal("There is no mapping at \(path), or it cannot be read. Check the path.")
            }
            return (path, try LinkageMapping.read(DefinitionFile(name: path, bytes: [UInt8](data))))
        }
    }

    /// The mapping of each file: one that names it, else the one that is for all.
    ///
    /// Throws where several are for one file, or one for none.
    func mappings(of files: [String]) throws -> [LinkageMapping] {
        var used: Set<String> = []
        let chosen = try files.map { file -> LinkageMapping in
            let named = mappings.filter { $0.mapping.files != nil && $0.mapping.isFor(file) }
            let found = named.isEmpty ? mappings.filter { $0.mapping.files == nil } : named
            guard found.count < 2 else {
                throw FileRefusal(
                    "\(found[0].path) and \(found[1].path) are both for \(file). Say in each which files it is for, as file."
                )
            }
            guard let one = found.first else { return LinkageMapping() }
            used.insert(one.path)
            return one.mapping
        }
        if let idle = mappings.first(where: { !used.contains($0.path) }) {
            throw FileRefusal("The mapping \(idle.path) is for none of the files. Check its file.")
        }
        return chosen
    }
}

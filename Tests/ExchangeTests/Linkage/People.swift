import Definitions
import Exchange
import Linkage

/// Small models and files of invented people.
enum People {
    /// A model of a forename, a surname and a date of birth, trained by hand; records that agree in all are one person.
    static let model = LinkageModel(
        id: "small",
        title: "Small",
        version: "1",
        fields: [
            LinkageField(name: "forename", origin: .columns(["forename", "first_name"]), cleaning: [.name]),
            LinkageField(name: "surname", origin: .columns(["surname"]), cleaning: [.name]),
            LinkageField(name: "dob", origin: .columns(["dob", "date_of_birth"]), cleaning: [.date]),
        ],
        comparisons: ["forename", "surname", "dob"].map { field in
            Comparison(
                name: field,
                levels: [
                    ComparisonLevel(
                        label: "missing",
                        test: .missing(.any([.missing(.left(field)), .missing(.right(field))]))
                    ),
                    ComparisonLevel(label: "same", test: .when(.same(.left(field), .right(field))), m: 0.9, u: 0.01),
                    ComparisonLevel(label: "different", test: .otherwise, m: 0.1, u: 0.99),
                ]
            )
        },
        blocking: [
            BlockingRule([BlockingRule.Equality(.left("surname"), .right("surname"))]),
            BlockingRule([BlockingRule.Equality(.left("dob"), .right("dob"))]),
        ],
        prior: 0.01
    )

    static func file(
        _ name: String,
        _ text: String,
        mapping: LinkageMapping = LinkageMapping()
    ) throws -> LinkageFile {
        try file(name, Array(text.utf8), mapping: mapping)
    }

    static func file(
        _ name: String,
        _ bytes: [UInt8],
        mapping: LinkageMapping = LinkageMapping()
    ) throws -> LinkageFile {
        try bytes.withUnsafeBytes { bytes in
            try LinkageFile(name: name, bytes: bytes, model: model, mapping: mapping)
        }
    }

    /// The fault of a file that cannot be read; nil where it can.
    static func fault(
        _ name: String,
        _ bytes: [UInt8],
        mapping: LinkageMapping = LinkageMapping()
    ) -> LinkageFileFault? {
        do {
            _ = try file(name, bytes, mapping: mapping)
            return nil
        } catch {
            return error as? LinkageFileFault
        }
    }

    static func mapping(_ yaml: String) throws -> LinkageMapping {
        try LinkageMapping.read(DefinitionFile(name: "mapping.yml", bytes: Array(yaml.utf8)))
    }

    /// The rows of clusters and of pairs that linking the files gives, without their headers.
    static func linked(_ files: [LinkageFile]) throws -> (clusters: [String], pairs: [String]) {
        let input = try LinkageInput(files, model: model)
        let linkage = try Linker.link(input.records, by: model)
        let output = LinkageOutput(linkage, names: input.names)
        var clusters: [UInt8] = []
        var pairs: [UInt8] = []
        try output.clusters { clusters += $0 }
        try output.pairs { pairs += $0 }
        return (rows(clusters), rows(pairs))
    }

    private static func rows(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map(String.init)
    }
}

import Foundation

/// The exchange format as its Frictionless descriptor states it.
struct DataPackage: Decodable {
    struct Resource: Decodable {
        let name: String
        let schema: Schema
    }

    struct Schema: Decodable {
        let fields: [FieldSchema]
        let primaryKey: [String]
        let foreignKeys: [ForeignKey]?
    }

    struct FieldSchema: Decodable {
        struct Constraints: Decodable {
            let required: Bool?
            let `enum`: [String]?
        }

        let name: String
        let type: String
        let constraints: Constraints?
    }

    struct ForeignKey: Decodable {
        struct Reference: Decodable {
            let resource: String
            let fields: String
        }

        let fields: String
        let reference: Reference
    }

    let resources: [Resource]

    static func load() throws -> DataPackage {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: folder.appending(path: "Fixtures/datapackage.json"))
        return try JSONDecoder().decode(DataPackage.self, from: data)
    }
}

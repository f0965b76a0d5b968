import Records
import Values

extension PackageWriter {
    /// `datapackage.json` for the tables at these positions (Frictionless data package, version 1).
    package static func descriptor(ofTablesAt indices: [Int] = Array(RecordSet.tables.indices)) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("name", "homeward-exchange")
            json.field("title", "Homeward exchange package")
            json.field("version", "1.0.0")
            json.field("profile", "tabular-data-package")
            json.key("resources")
            json.array { json in
                for index in indices { write(RecordSet.tables[index], to: &json) }
            }
        }
        return json.bytes
    }

    private static func write(_ table: Table, to json: inout JSONWriter) {
        json.object { json in
            json.field("name", table.name)
            json.field("path", "\(table.name).csv")
            json.field("profile", "tabular-data-resource")
            json.field("description", table.meaning)
            json.field("encoding", "utf-8")
            json.key("schema")
            json.object { writeSchema(of: table, to: &$0) }
        }
    }

    private static func writeSchema(of table: Table, to json: inout JSONWriter) {
        json.key("fields")
        json.array { json in
            for field in table.fields { write(field, to: &json) }
        }
        json.field("primaryKey", table.key.map { table.fields[$0].name })
        json.field("missingValues", [""])
        let references = table.fields.compactMap { field in field.refersTo.map { (field.name, $0) } }
        guard !references.isEmpty else { return }
        json.key("foreignKeys")
        json.array { json in
            for (name, parent) in references { writeReference(name, to: parent, &json) }
        }
    }

    private static func writeReference(_ name: String, to parent: String, _ json: inout JSONWriter) {
        guard let table = RecordSet.tableIndex(named: parent).map({ RecordSet.tables[$0] }) else { return }
        json.object { json in
            json.field("fields", name)
            json.key("reference")
            json.object { json in
                json.field("resource", parent)
                json.field("fields", table.fields[table.key[0]].name)
            }
        }
    }

    private static func write(_ field: Field, to json: inout JSONWriter) {
        json.object { json in
            json.field("name", field.name)
            json.field("type", field.kind.frictionlessType)
            writeConstraints(of: field, to: &json)
            json.field("description", field.meaning)
        }
    }

    private static func writeConstraints(of field: Field, to json: inout JSONWriter) {
        guard field.isRequired || field.kind.codes != nil || field.kind == .birthDate else { return }
        json.key("constraints")
        json.object { json in
            if field.isRequired { json.field("required", true) }
            if let codes = field.kind.codes { json.field("enum", codes) }
            if field.kind == .birthDate { json.field("pattern", #"\d{4}(-\d{2}(-\d{2})?)?"#) }
        }
    }
}

extension FieldKind {
    fileprivate var frictionlessType: String {
        switch self {
        case .text, .code, .birthDate: "string"
        case .integer: "integer"
        case .decimal, .money: "number"
        case .day: "date"
        case .boolean: "boolean"
        }
    }

    fileprivate var codes: [String]? {
        if case .code(let codes) = self { codes } else { nil }
    }
}

import Records
import Values

/// The shape of what a program sends or is answered, as JSON Schema.
indirect enum APISchema: Sendable {
    /// A record: the fields of its table, and the number of its version.
    case record(Table)
    /// A page of a list, with the key to go on after.
    case page(APISchema)
    /// Some fields by their names.
    case fields([APIField])
    /// Two shapes side by side, each under a name.
    case parts([(name: String, schema: APISchema)])
    case list(APISchema)
    /// One plain value, for a part.
    case value(FieldKind, String)

    func write(to json: inout JSONWriter) {
        switch self {
        case .record(let table):
            APISchema.object(
                table.fields.map { APIField($0.name, $0.kind, required: $0.isRequired, $0.meaning) } + [.version],
                &json
            )
        case .fields(let fields): APISchema.object(fields, &json)
        case .list(let item):
            json.object { json in
                json.field("type", "array")
                json.key("items")
                item.write(to: &json)
            }
        case .page(let item):
            APISchema.parts([("items", .list(item))], &json) { json in
                json.key("next")
                json.object { json in
                    json.key("type")
                    json.array { json in
                        json.value("string")
                        json.value("null")
                    }
                    json.field("description", "What to give as after for the next page; null at the end.")
                }
            }
        case .parts(let parts): APISchema.parts(parts, &json) { _ in }
        case .value(let kind, let meaning): APIField("", kind, required: true, meaning).write(to: &json)
        }
    }

    private static func parts(
        _ parts: [(name: String, schema: APISchema)],
        _ json: inout JSONWriter,
        more: (inout JSONWriter) -> Void
    ) {
        json.object { json in
            json.field("type", "object")
            json.key("required")
            json.array { json in for part in parts { json.value(part.name) } }
            json.key("properties")
            json.object { json in
                for part in parts {
                    json.key(part.name)
                    part.schema.write(to: &json)
                }
                more(&json)
            }
        }
    }

    private static func object(_ fields: [APIField], _ json: inout JSONWriter) {
        json.object { json in
            json.field("type", "object")
            json.key("required")
            json.array { json in for field in fields where field.isRequired { json.value(field.name) } }
            json.key("properties")
            json.object { json in
                for field in fields {
                    json.key(field.name)
                    field.write(to: &json)
                }
            }
        }
    }
}

/// One field of what is sent or answered.
struct APIField: Sendable {
    let name: String
    let kind: FieldKind
    let isRequired: Bool
    let meaning: String

    init(_ name: String, _ kind: FieldKind, required: Bool = false, _ meaning: String) {
        self.name = name
        self.kind = kind
        isRequired = required
        self.meaning = meaning
    }

    /// What every record has beside its fields.
    static let version = APIField(
        "version",
        .integer,
        required: true,
        "Number of the version; a change names it in If-Match."
    )

    private var type: String {
        switch kind {
        case .text, .day, .birthDate, .code: "string"
        case .integer, .money: "integer"
        case .decimal: "number"
        case .boolean: "boolean"
        }
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("type")
            if isRequired {
                json.value(type)
            } else {
                json.array { json in
                    json.value(type)
                    json.value("null")
                }
            }
            if kind == .day { json.field("format", "date") }
            if case .code(let codes) = kind {
                json.key("enum")
                json.array { json in
                    for code in codes { json.value(code) }
                    if !isRequired { json.null() }
                }
            }
            json.field("description", kind == .money ? "\(meaning) In pence." : meaning)
        }
    }
}

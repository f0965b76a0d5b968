import Records
import Values

/// The description of every operation, as OpenAPI 3.1 has it; made of the operations themselves.
enum OpenAPI {
    static let path = "/api/v1"

    static var bytes: [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("openapi", "3.1.0")
            json.key("info")
            json.object { json in
                json.field("title", "Homeward")
                json.field("version", "1")
                json.field(
                    "description",
                    "What the pages do, for programs. A token acts for one user and may do what that user may. Reading a family's record is logged. Lists are paged by key; a change over a record names its version in If-Match; a request with an Idempotency-Key is carried out once."
                )
            }
            json.key("servers")
            json.array { json in json.object { $0.field("url", path) } }
            json.key("security")
            json.array { json in
                json.object { json in
                    json.key("token")
                    json.array { _ in }
                }
            }
            json.key("paths")
            json.object { paths(&$0) }
            json.key("components")
            json.object { components(&$0) }
        }
        return json.bytes
    }

    private static func paths(_ json: inout JSONWriter) {
        var seen: [String] = []
        for operation in APIOperation.all where !seen.contains(operation.path) {
            seen.append(operation.path)
            json.key(operation.path.replacing(":id", with: "{id}"))
            json.object { json in
                for method in APIOperation.all where method.path == operation.path { describe(method, &json) }
            }
        }
    }

    private static func describe(_ operation: APIOperation, _ json: inout JSONWriter) {
        json.key(operation.method.rawValue)
        json.object { json in
            json.field("operationId", operation.id)
            json.field("summary", operation.summary)
            json.key("tags")
            json.array { $0.value(operation.stage) }
            json.key("parameters")
            json.array { parameters(operation, &$0) }
            if let body = operation.body {
                json.key("requestBody")
                json.object { json in
                    json.field("required", true)
                    content("application/json", body, &json)
                }
            }
            json.key("responses")
            json.object { json in
                json.key(operation.method == .post && !operation.needsVersion ? "201" : "200")
                json.object { json in
                    json.field("description", operation.summary)
                    content("application/json", operation.answer, &json)
                }
                for status in problems(operation) {
                    json.key("\(status)")
                    json.object { $0.field("$ref", "#/components/responses/Problem") }
                }
            }
        }
    }

    private static func problems(_ operation: APIOperation) -> [Int] {
        var statuses = [401, 403, 429]
        if operation.path.contains(":id") { statuses.append(404) }
        if operation.isPaged { statuses.append(422) }
        // 422 also where the key of another request is sent again.
        if operation.method == .post { statuses += [400, 409, 412, 413, 422] }
        if operation.needsVersion { statuses.append(428) }
        return statuses.sorted()
    }

    private static func parameters(_ operation: APIOperation, _ json: inout JSONWriter) {
        let reference = APIField("id", .text, required: true, "Reference of the record.")
        if operation.path.contains(":id") { parameter(reference, in: "path", &json) }
        for field in operation.query { parameter(field, in: "query", &json) }
        if operation.isPaged {
            parameter(
                APIField("after", .text, "Go on after this key: the next of the page before."),
                in: "query",
                &json
            )
            let limit = "Items of the page, from 1 to \(APIOperation.most); \(APIOperation.usual) where it is left out."
            parameter(APIField("limit", .integer, limit), in: "query", &json)
        }
        if operation.needsVersion {
            let version = APIField("If-Match", .text, required: true, "The version that the change is made over.")
            parameter(version, in: "header", &json)
        }
        if operation.method == .post {
            let key = "The same request sent again under this key is given the same answer, for a day."
            parameter(APIField("Idempotency-Key", .text, key), in: "header", &json)
        }
    }

    private static func parameter(_ field: APIField, in place: String, _ json: inout JSONWriter) {
        json.object { json in
            json.field("name", field.name)
            json.field("in", place)
            json.field("required", field.isRequired)
            json.field("description", field.meaning)
            json.key("schema")
            // What is left out of an address is not null but not there.
            APIField(field.name, field.kind, required: true, field.meaning).write(to: &json)
        }
    }

    private static func content(_ type: String, _ schema: APISchema, _ json: inout JSONWriter) {
        json.key("content")
        json.object { json in
            json.key(type)
            json.object { json in
                json.key("schema")
                schema.write(to: &json)
            }
        }
    }

    private static func components(_ json: inout JSONWriter) {
        json.key("securitySchemes")
        json.object { json in
            json.key("token")
            json.object { json in
                json.field("type", "http")
                json.field("scheme", "bearer")
            }
        }
        json.key("responses")
        json.object { json in
            json.key("Problem")
            json.object { json in
                json.field("description", "Why it was not done, as RFC 9457 has it.")
                let fault = APISchema.fields([
                    APIField("pointer", .text, required: true, "The field, as RFC 6901 points to it."),
                    APIField("detail", .text, required: true, "What must be put right."),
                ])
                json.key("content")
                json.object { json in
                    json.key("application/problem+json")
                    json.object { json in
                        json.key("schema")
                        json.object { json in
                            json.field("type", "object")
                            json.key("required")
                            json.array { json in for name in ["type", "title", "status"] { json.value(name) } }
                            json.key("properties")
                            json.object { json in
                                for name in ["type", "title", "detail"] {
                                    json.key(name)
                                    json.object { $0.field("type", "string") }
                                }
                                json.key("status")
                                json.object { $0.field("type", "integer") }
                                json.key("errors")
                                APISchema.list(fault).write(to: &json)
                            }
                        }
                    }
                }
            }
        }
    }
}

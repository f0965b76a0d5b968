import Actions
import Foundation
import Records
import Register
import Values

/// What a program asks.
struct APIRequest: Sendable {
    /// What stands for `:id` in the path.
    var id = ""
    var query: [String: String] = [:]
    var body: [UInt8] = []
    /// Where it comes from.
    var address = ""
    /// The secret of the token, as it was sent.
    var token: String?
    /// The key by which the same request, sent again, is known.
    var idempotencyKey: String?
    /// The version that a change is made over.
    var version: Int64?
    /// What codes are made with: the installation's, and no part of what was sent.
    var serviceKey: ServiceKey?
}

extension APIRequest {
    /// Makes sure that a change names the version of the record it is made over.
    func mustBeOver(_ standing: Int64) throws(APIProblem) {
        guard let version else { throw .needsVersion }
        guard version == standing else { throw .movedOn }
    }
}

/// What a program is answered.
struct APIAnswer: Sendable {
    var status = 200
    var bytes: [UInt8]
    var contentType = "application/json"
    /// The version of the record answered.
    var version: Int64?
    /// Whether an earlier answer is given again.
    var isRepeated = false
    /// Seconds after which it may be asked again.
    var retryAfter: Int64?
}

/// Why a request is not done, as RFC 9457 has it (`application/problem+json`); nothing personal is in it.
struct APIProblem: Error, Hashable {
    /// One field that must be put right.
    struct Fault: Hashable {
        /// As RFC 6901 points to it: `/minutes`.
        let pointer: String
        let words: String
    }

    let status: Int
    let title: String
    var detail: String?
    var faults: [Fault] = []
    /// Seconds after which the request may be sent again.
    var retryAfter: Int64?

    static let noToken = APIProblem(
        status: 401,
        title: "A token is needed",
        detail: "Send Authorization: Bearer with a token that holds. homeward user token makes one."
    )
    static let notAllowed = APIProblem(status: 403, title: "The token's user may not do this")
    static let notFound = APIProblem(status: 404, title: "Nothing is there, or nothing that the token's user may see")
    static let movedOn = APIProblem(
        status: 412,
        title: "The record has changed",
        detail: "Somebody has saved another version. Read it again and send the change over that one."
    )
    static let needsVersion = APIProblem(
        status: 428,
        title: "If-Match is needed",
        detail: "Name the version that the change is made over, as the record gave it."
    )

    /// Too many tokens that do not hold came from one address.
    static func tooMany(_ seconds: Int64) -> APIProblem {
        APIProblem(
            status: 429,
            title: "Too many tokens that do not hold",
            detail: "\(SignInDelay.words(seconds)).",
            retryAfter: seconds
        )
    }

    static func wrong(_ faults: [Fault]) -> APIProblem {
        APIProblem(status: 422, title: "Some of what was sent must be put right", faults: faults)
    }

    static func wrong(_ field: String, _ words: String) -> APIProblem {
        wrong([Fault(pointer: "/\(field)", words: words)])
    }

    var answer: APIAnswer {
        var json = JSONWriter()
        json.object { json in
            json.field("type", "about:blank")
            json.field("title", title)
            json.field("status", status)
            if let detail { json.field("detail", detail) }
            guard !faults.isEmpty else { return }
            json.objects("errors", faults) { fault, json in
                json.field("pointer", fault.pointer)
                json.field("detail", fault.words)
            }
        }
        var answer = APIAnswer(status: status, bytes: json.bytes, contentType: "application/problem+json")
        answer.retryAfter = retryAfter
        return answer
    }
}

/// The fields of a body: one JSON object of plain values.
struct APIBody {
    private enum Value: Decodable {
        case text(String)
        case whole(Int)
        case flag(Bool)
        case missing

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .missing
            } else if let flag = try? container.decode(Bool.self) {
                self = .flag(flag)
            } else if let whole = try? container.decode(Int.self) {
                self = .whole(whole)
            } else {
                self = .text(try container.decode(String.self))
            }
        }
    }

    private let values: [String: Value]

    init(_ bytes: [UInt8]) throws(APIProblem) {
        guard let values = try? JSONDecoder().decode([String: Value].self, from: Data(bytes)) else {
            throw APIProblem(
                status: 400,
                title: "The body cannot be read",
                detail: "Send one JSON object whose values are texts, whole numbers, true, false or null."
            )
        }
        self.values = values
    }

    /// The fields that were sent.
    var names: [String] { values.keys.sorted() }

    /// The same fields as the same bytes, in whatever order and with whatever spaces they were sent.
    var canonical: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            for (name, value) in values.sorted(by: { $0.key < $1.key }) {
                switch value {
                case .text(let text): json.field(name, text)
                case .whole(let number): json.field(name, number)
                case .flag(let flag): json.field(name, flag)
                case .missing: json.field(name, String?.none)
                }
            }
        }
        return json.bytes
    }

    /// The text of a field as somebody would have typed it; empty where it was not sent.
    func text(_ name: String) -> String {
        switch values[name] {
        case .text(let text): text.filter { $0 != "\0" }
        case .whole(let number): "\(number)"
        case .flag(let flag): flag ? "yes" : "no"
        case .missing, nil: ""
        }
    }

    func optionalText(_ name: String) -> String? {
        let text = text(name)
        return text.isEmpty ? nil : text
    }
}

extension JSONWriter {
    /// A record with its version.
    mutating func record<Kept: Record>(_ held: Held<Kept>) {
        object { json in
            for (field, cell) in zip(Kept.table.fields, held.record.row) {
                json.key(field.name)
                json.cell(cell)
            }
            json.field("version", Int(held.version))
        }
    }

    private mutating func cell(_ cell: Cell) {
        switch cell {
        case .missing: null()
        case .text(let text): value(text)
        case .integer(let number): value(Int(number))
        case .decimal(let number): value(Double(number.plain))
        case .day(let day): value(day.iso)
        case .boolean(let flag): value(flag)
        }
    }
}

import Access
import Actions
import Records
import Register
import Values

/// Something a program may ask of the service: where, who may, what is sent and answered, and what is done.
struct APIOperation: Sendable {
    enum Method: String, Sendable {
        case get, post
    }

    /// Its name in the description, such as `listContacts`.
    let id: String
    let method: Method
    /// The path after `/api/v1`; `:id` stands for a reference.
    let path: String
    let action: Action
    let subject: RouteSubject
    let summary: String
    let stage: String
    /// What may be asked in the query beside the page.
    var query: [APIField] = []
    var isPaged = false
    var body: APISchema?
    /// Whether it changes a record that the request must name the version of.
    var needsVersion = false
    let answer: APISchema
    let run: @Sendable (Keeper, APIRequest) throws -> APIAnswer

    /// Every operation.
    static let all: [APIOperation] =
        caseReading + caseWriting + casework + measuring + familyRecord + referralOperations + referring
        + homes

    /// Items of a page at most.
    static let most = 200
    static let usual = 50
}

extension APIOperation {
    /// One record of the register, which the request names.
    static func one<Kept: Record>(
        _ kind: Kept.Type,
        id: String,
        path: String,
        needs action: Action,
        _ subject: RouteSubject,
        _ summary: String,
        stage: String
    ) -> APIOperation {
        APIOperation(
            id: id,
            method: .get,
            path: path,
            action: action,
            subject: subject,
            summary: summary,
            stage: stage,
            answer: .record(Kept.table)
        ) { keeper, request in
            guard let held = try keeper.register.held(kind, key: request.id) else { throw APIProblem.notFound }
            try keeper.logRead("API: \(summary.lowercased())", table: Kept.table.name, key: request.id)
            return .record(held)
        }
    }

    /// The records of one kind that name what the request is about.
    static func list<Kept: Record>(
        _ kind: Kept.Type,
        where field: String,
        id: String,
        path: String,
        needs action: Action,
        _ subject: RouteSubject,
        _ summary: String,
        stage: String
    ) -> APIOperation {
        APIOperation(
            id: id,
            method: .get,
            path: path,
            action: action,
            subject: subject,
            summary: summary,
            stage: stage,
            isPaged: true,
            answer: .page(.record(Kept.table))
        ) { keeper, request in
            let held = try keeper.register.held(kind, where: field, is: .text(request.id))
            let parent = subject == .family ? Family.table.name : Case.table.name
            try keeper.logRead("API: \(summary.lowercased())", table: parent, key: request.id)
            return try .page(held, request)
        }
    }
}

extension APIOperation {
    /// One change: on what it is done, how what is sent is read, and what is answered.
    static func change<Work, Kept: Record>(
        _ id: String,
        at path: String,
        needs action: Action,
        _ subject: RouteSubject,
        _ summary: String,
        stage: String,
        needsVersion: Bool = false,
        _ fields: [APIField],
        on found: @escaping @Sendable (Keeper, APIRequest) throws -> Work?,
        _ act: @escaping @Sendable (Work, inout TypedForm, APIRequest) throws -> Kept?
    ) -> APIOperation {
        APIOperation(
            id: id,
            method: .post,
            path: path,
            action: action,
            subject: subject,
            summary: summary,
            stage: stage,
            body: .fields(fields),
            needsVersion: needsVersion,
            answer: .record(Kept.table)
        ) { keeper, request in
            if needsVersion, request.version == nil { throw APIProblem.needsVersion }
            var form = try TypedForm(APIBody(request.body), fields)
            guard let work = try found(keeper, request) else { throw APIProblem.notFound }
            guard let kept = try act(work, &form, request) else { throw form.problem }
            return try .saved(kept, keeper, status: needsVersion ? 200 : 201)
        }
    }
}

extension APIAnswer {
    static func record<Kept: Record>(_ held: Held<Kept>, status: Int = 200) -> APIAnswer {
        var json = JSONWriter()
        json.record(held)
        return APIAnswer(status: status, bytes: json.bytes, version: held.version)
    }

    /// A record that was saved just now, as it stands.
    static func saved<Kept: Record>(_ kept: Kept, _ keeper: Keeper, status: Int = 201) throws -> APIAnswer {
        guard let held = try keeper.register.held(Kept.self, key: Kept.table.keyText(of: kept.row)) else {
            throw APIProblem.notFound
        }
        return .record(held, status: status)
    }

    /// A page of records that were read whole, in the order of their keys.
    static func page<Kept: Record>(_ held: [Held<Kept>], _ request: APIRequest) throws(APIProblem) -> APIAnswer {
        let limit = try limit(request)
        let keyed = held.map { (key: key(of: $0), held: $0) }.sorted { $0.key < $1.key }
        let after = request.query["after"] ?? ""
        let rest = keyed.filter { $0.key > after }
        let page = rest.prefix(limit)
        return .page(page.map(\.held), next: rest.count > page.count ? page.last?.key : nil)
    }

    /// A page of records that the database pages.
    ///
    /// - Parameters:
    ///   - request: what was asked.
    ///   - read: reads so many records after a key.
    ///   - isShown: whether the asker may see a record.
    /// - Returns: the page.
    /// - Throws: what is wrong with the request; whatever reading throws.
    static func page<Kept: Record>(
        _ request: APIRequest,
        read: (_ after: String, _ limit: Int) throws -> [Held<Kept>],
        showing isShown: (Kept) -> Bool
    ) throws -> APIAnswer {
        let limit = try limit(request)
        var after = request.query["after"] ?? ""
        var page: [Held<Kept>] = []
        while true {
            // One more than wanted tells whether there is a next page.
            let found = try read(after, limit + 1)
            page += found.filter { isShown($0.record) }
            guard page.count <= limit, found.count > limit, let last = found.last else { break }
            after = key(of: last)
        }
        let next = page.count > limit ? key(of: page[limit - 1]) : nil
        return .page(Array(page.prefix(limit)), next: next)
    }

    private static func limit(_ request: APIRequest) throws(APIProblem) -> Int {
        guard let text = request.query["limit"] else { return APIOperation.usual }
        guard let number = Int(text), (1...APIOperation.most).contains(number) else {
            throw .wrong("limit", "limit must be a whole number from 1 to \(APIOperation.most)")
        }
        return number
    }

    /// The parts of a key, put together with a character that addresses have no trouble with.
    private static func key<Kept: Record>(of held: Held<Kept>) -> String {
        Kept.table.keyText(of: held.record.row).replacing("\u{1F}", with: "~")
    }

    private static func page<Kept: Record>(_ page: [Held<Kept>], next: String?) -> APIAnswer {
        var json = JSONWriter()
        json.object { json in
            json.key("items")
            json.array { json in for held in page { json.record(held) } }
            json.field("next", next)
        }
        return APIAnswer(bytes: json.bytes)
    }
}

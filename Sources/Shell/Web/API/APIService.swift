import Logging
import Actions
import HTTPTypes
import Hummingbird
import NIOCore

/// Puts the operations of programs on the router.
struct APIService: Sendable {
    let desk: APIDesk
    /// Whether requests come through a proxy that says where from.
    let isBehindProxy: Bool

    /// Bytes of a body that is longer than any of ours are not read.
    private static let longestBody = 64 * 1024

    func add(to router: Router<ServiceContext>) {
        for operation in APIOperation.all {
            let path = RouterPath(OpenAPI.path + operation.path)
            router.on(path, method: operation.method == .post ? .post : .get) { request, context in
                try await response(to: operation, request, context)
            }
        }
        router.get(RouterPath("\(OpenAPI.path)/openapi.json")) { _, _ in
            Response(APIAnswer(bytes: OpenAPI.bytes))
        }
    }

    private func response(
        to operation: APIOperation,
        _ request: Request,
        _ context: ServiceContext
    ) async throws -> Response {
        var asked = APIRequest()
        asked.id = context.parameters.get("id").map(FormText.readPathPart) ?? ""
        asked.address = context.address(of: request, isBehindProxy: isBehindProxy)
        asked.query = FormText.read(request.uri.query ?? "")
        if operation.method == .post {
            do {
                asked.body = [UInt8](buffer: try await request.body.collect(upTo: APIService.longestBody))
            } catch is NIOTooManyBytesError {
                return Response(APIProblem(status: 413, title: "The body is too long").answer)
            }
        }
        if let header = request.headers[.authorization], header.lowercased().hasPrefix("bearer ") {
            asked.token = String(header.dropFirst(7)).filter { $0 != " " }
        }
        asked.idempotencyKey = HTTPField.Name("idempotency-key").flatMap { request.headers[$0] }
        asked.version = request.headers[.ifMatch].flatMap { Int64($0.filter(\.isNumber)) }
        do {
            let complete = asked
            return Response(try await PageThreads.made { try desk.answer(operation, complete) })
        } catch {
            context.logger.error("An operation failed", metadata: ["kind": "\(type(of: error))"])
            return Response(APIProblem(status: 500, title: "Something went wrong; nothing was recorded").answer)
        }
    }
}

extension Response {
    fileprivate init(_ answer: APIAnswer) {
        var headers = HTTPFields()
        headers[.contentType] = answer.contentType
        headers[.cacheControl] = "no-store"
        if let version = answer.version { headers[.eTag] = "\"\(version)\"" }
        if let seconds = answer.retryAfter { headers[.retryAfter] = "\(seconds)" }
        if answer.status == 401 { headers[.wwwAuthenticate] = "Bearer" }
        if answer.isRepeated, let name = HTTPField.Name("idempotency-replayed") { headers[name] = "true" }
        self.init(
            status: .init(code: answer.status),
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.bytes))
        )
    }
}

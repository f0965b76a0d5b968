package import Actions
import Deliver
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Press

/// Serves the register's pages to those who sign in.
package struct WebService {
    private let desk: Desk
    private let programs: APIService
    private let address: ServiceAddress

    package init(_ keeper: Keeper, _ entrance: Entrance, at address: ServiceAddress) {
        desk = Desk(keeper, entrance)
        programs = APIService(desk: APIDesk(keeper, entrance), isBehindProxy: address.isSecure)
        self.address = address
    }

    /// Serves until the process is told to stop; says where once it listens.
    package func run(onReady: @escaping @Sendable (_ address: String) -> Void) async throws {
        var logger = Logger(label: "homeward")
        logger.logLevel = .warning
        let address = address
        let application = Application(
            router: router(),
            configuration: .init(address: .hostname(address.host, port: address.port), serverName: nil),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? address.port
                onReady(address.publicText ?? "http://127.0.0.1:\(port)/")
            },
            logger: logger
        )
        do {
            try await application.runService()
        } catch let error as IOError {
            throw PortRefusal(error, port: address.port)
        }
    }

    private func router() -> Router<ServiceContext> {
        let router = Router(context: ServiceContext.self)
        let (desk, address) = (desk, address)
        router.add(middleware: Guard(desk: desk, address: address))
        for route in Route.allCases {
            router.on(RouterPath(route.pattern), method: route.isForm ? .post : .get) { request, context in
                try await desk.response(to: route, request, context, isBehindProxy: address.isSecure)
            }
        }
        programs.add(to: router)
        // For whoever watches over the service: that it answers at all, and nothing else.
        router.get("/health") { _, _ in Response(status: .noContent) }
        return router
    }
}

extension Desk {
    /// Bytes of a form that is longer than any of ours are not read.
    private static var longestForm: Int { 512 * 1024 }

    fileprivate func response(
        to route: Route,
        _ request: Request,
        _ context: ServiceContext,
        isBehindProxy: Bool
    ) async throws -> Response {
        var asked = PageRequest()
        asked.query = FormText.read(request.uri.query ?? "")
        for name in ["id", "name"] {
            asked.parameters[name] = context.parameters.get(name).map(FormText.readPathPart)
        }
        if route.isForm {
            try await readForm(of: request, sentTo: route, into: &asked)
        }
        asked.secret = secret(in: request)
        // The guard has let through only requests made under the service's own name.
        asked.origin = request.head.authority.map { "\(isBehindProxy ? "https" : "http")://\($0)" } ?? ""
        asked.journey = entrance.providerCookie.sealed(in: request.headers[.cookie])
        asked.draft = entrance.draftCookie.secret(in: request.headers[.cookie])
        asked.visit.device = request.headers[.userAgent] ?? ""
        asked.visit.address = context.address(of: request, isBehindProxy: isBehindProxy)
        let complete = await askedProvider(route, asked)
        // Making publications takes seconds, in which others are to be answered.
        let answered =
            [.issuePublications, .correctPublication].contains(route)
            ? try await Press.aside { try answer(route, complete) }
            : try await PageThreads.made { try answer(route, complete) }
        return Response(try await answered.pressed(), self)
    }

    private func readForm(of request: Request, sentTo route: Route, into asked: inout PageRequest) async throws {
        guard route == .addDocument else {
            asked.form = FormText.read(String(buffer: try await body(of: request, upTo: Desk.longestForm)))
            return
        }
        let bytes = [UInt8](buffer: try await body(of: request, upTo: DocumentContent.most + Desk.longestForm))
        guard let form = MultipartForm(bytes, contentType: request.headers[.contentType] ?? "") else {
            throw HTTPError(.unsupportedMediaType)
        }
        asked.form = form.fields
        asked.files = form.files
    }

    private func body(of request: Request, upTo most: Int) async throws -> ByteBuffer {
        do {
            return try await request.body.collect(upTo: most)
        } catch is NIOTooManyBytesError {
            throw HTTPError(.contentTooLarge)
        }
    }

    /// The secret of the session that the browser sent.
    func secret(in request: Request) -> String? { cookie.secret(in: request.headers[.cookie]) }
}

extension Response {
    init(_ answer: PageAnswer, _ desk: Desk? = nil) {
        var headers = HTTPFields()
        headers[.contentType] = answer.contentType
        headers[.cacheControl] = answer.isCacheable ? "public, max-age=31536000, immutable" : "no-store"
        if let location = answer.location { headers[.location] = location }
        if let name = answer.fileName {
            headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        }
        switch answer.session {
        case .none: break
        case .starts(let secret): headers[.setCookie] = desk?.cookie.header(secret)
        case .ends: headers[.setCookie] = desk?.cookie.header(nil)
        }
        switch answer.journey {
        case .none: break
        case .carries(let sealed): headers.add(cookie: desk?.entrance.providerCookie.header(sealed))
        case .forgets: headers.add(cookie: desk?.entrance.providerCookie.header(nil))
        }
        headers.add(cookie: desk?.entrance.draftCookie.header(answer.draft))
        self.init(
            status: .init(code: answer.status),
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.bytes))
        )
    }
}

extension HTTPFields {
    /// A further cookie.
    fileprivate mutating func add(cookie: String?) {
        if let cookie { append(HTTPField(name: .setCookie, value: cookie)) }
    }
}

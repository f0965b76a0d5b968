package import Actions
import Hummingbird
import Logging
import NIOCore

/// Serves the register's pages to this machine.
package struct WebService {
    private let keeper: Keeper
    private let port: Int

    package init(_ keeper: Keeper, port: Int) {
        self.keeper = keeper
        self.port = port
    }

    /// Serves until the process is told to stop; says where once it listens.
    package func run(onReady: @escaping @Sendable (_ address: String) -> Void) async throws {
        var logger = Logger(label: "homeward")
        logger.logLevel = .warning
        let port = port
        // Loopback alone: there is no sign-in yet.
        let application = Application(
            router: router(),
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil),
            onServerRunning: { channel in onReady("http://127.0.0.1:\(channel.localAddress?.port ?? port)/") },
            logger: logger
        )
        do {
            try await application.runService()
        } catch let error as IOError {
            throw PortRefusal(error, port: port)
        }
    }

    private func router() -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self)
        let pages = Pages(keeper)
        router.add(middleware: Guard(pages: pages))
        for route in Route.allCases {
            router.on(RouterPath(route.pattern), method: route.isForm ? .post : .get) { request, context in
                try await pages.response(to: route, request, context)
            }
        }
        return router
    }
}

extension Pages {
    /// Bytes of a form that is longer than any of ours are not read.
    private static var longestForm: Int { 64 * 1024 }

    fileprivate func response(
        to route: Route,
        _ request: Request,
        _ context: BasicRequestContext
    ) async throws -> Response {
        var asked = PageRequest()
        asked.query = FormText.read(request.uri.query ?? "")
        for name in ["id", "name"] {
            asked.parameters[name] = context.parameters.get(name).map(FormText.readPathPart)
        }
        if route.isForm {
            asked.form = FormText.read(try await formText(of: request))
        }
        return Response(try answer(route, asked))
    }

    private func formText(of request: Request) async throws -> String {
        do {
            return String(buffer: try await request.body.collect(upTo: Pages.longestForm))
        } catch is NIOTooManyBytesError {
            throw HTTPError(.contentTooLarge)
        }
    }
}

extension Response {
    init(_ answer: PageAnswer) {
        var headers = HTTPFields()
        headers[.contentType] = answer.contentType
        headers[.cacheControl] = answer.isCacheable ? "public, max-age=31536000, immutable" : "no-store"
        if let location = answer.location { headers[.location] = location }
        if let name = answer.fileName {
            headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        }
        self.init(
            status: .init(code: answer.status),
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.bytes))
        )
    }
}

import HTTPTypes
import Hummingbird
import Logging

/// Stands before every route: answers only requests made to this machine by its own name, sends the safe headers, and
/// turns whatever goes wrong into a page that gives nothing away.
struct Guard: RouterMiddleware {
    typealias Context = BasicRequestContext

    let pages: Pages

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard isForThisMachine(request) else { return safe(Response(pages.wrongHost())) }
        do {
            return safe(try await next(request, context))
        } catch let error as HTTPError where error.status == .notFound {
            return safe(Response(pages.notFound()))
        } catch let error as HTTPError {
            return safe(Response(pages.refused(status: error.status.code)))
        } catch {
            context.logger.error("A page failed", metadata: ["kind": "\(type(of: error))"])
            return safe(Response(pages.failed(error)))
        }
    }

    /// A page elsewhere could point its own name at this machine; its requests bear that name.
    private func isForThisMachine(_ request: Request) -> Bool {
        guard let authority = request.head.authority else { return false }
        let host = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
        return ["127.0.0.1", "localhost", "[::1]"].contains(String(host))
    }

    private func safe(_ response: Response) -> Response {
        var response = response
        for (name, value) in Guard.headers { response.headers[name] = value }
        return response
    }

    private static let headers: [(HTTPField.Name, String)] = [
        (
            .contentSecurityPolicy,
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
        (.xContentTypeOptions, "nosniff"),
        (.referrerPolicy, "no-referrer"),
        (.crossOriginOpenerPolicy, "same-origin"),
        (.crossOriginResourcePolicy, "same-origin"),
        (.permissionsPolicy, "camera=(), geolocation=(), microphone=()"),
        (.frameOptions, "DENY"),
    ]
}

extension HTTPField.Name {
    fileprivate static var referrerPolicy: Self { name("referrer-policy") }
    fileprivate static var crossOriginOpenerPolicy: Self { name("cross-origin-opener-policy") }
    fileprivate static var crossOriginResourcePolicy: Self { name("cross-origin-resource-policy") }
    fileprivate static var permissionsPolicy: Self { name("permissions-policy") }
    fileprivate static var frameOptions: Self { name("x-frame-options") }

    /// A header name that the library does not know; ours are all well formed.
    private static func name(_ text: String) -> Self {
        Self(text) ?? .contentSecurityPolicy
    }
}

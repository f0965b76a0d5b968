import HTTPTypes
import Hummingbird
import Logging

/// Stands before every route: answers only requests made under the service's own name and forms sent by its own pages,
/// sends the safe headers, and turns whatever goes wrong into a page that gives nothing away.
struct Guard: RouterMiddleware {
    typealias Context = ServiceContext

    let desk: Desk
    let address: ServiceAddress

    private var pages: Pages { desk.pages }

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard address.isMeant(by: request.head.authority) else { return safe(Response(pages.wrongHost())) }
        guard !isFromElsewhere(request) else { return safe(Response(pages.fromElsewhere())) }
        do {
            return safe(try await next(request, context))
        } catch let error as HTTPError where error.status == .notFound {
            let asked = PageRequest(secret: desk.secret(in: request))
            return safe(Response(try desk.noSuchPage(asked), desk))
        } catch let error as HTTPError {
            return safe(Response(pages.refused(status: error.status.code)))
        } catch {
            context.logger.error("A page failed", metadata: ["kind": "\(type(of: error))"])
            return safe(Response(pages.failed(error)))
        }
    }

    /// A form that a page of another site sent, as browsers say of it.
    private func isFromElsewhere(_ request: Request) -> Bool {
        guard request.method == .post, let site = request.headers[.secFetchSite] else { return false }
        return site != "same-origin" && site != "none"
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
    fileprivate static var secFetchSite: Self { name("sec-fetch-site") }
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

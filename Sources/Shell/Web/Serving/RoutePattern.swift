/// The parts of a route's path, some of which vary.
struct RoutePattern: Sendable {
    private enum Part: Sendable {
        case literal(String)
        /// What varies, by its name.
        case variable(String)
    }

    private let parts: [Part]

    /// Reads a pattern such as `/families/:id/readers`.
    init(_ pattern: String) {
        parts = pattern.split(separator: "/").map { part in
            part.hasPrefix(":") ? .variable(String(part.dropFirst())) : .literal(String(part))
        }
    }

    /// How it begins; empty for the home page.
    var first: String { if case .literal(let text) = parts.first { text } else { "" } }

    /// How many parts of it vary.
    var variables: Int { parts.count { if case .variable = $0 { true } else { false } } }

    /// Whether a path is one of these.
    func fits(_ path: [String]) -> Bool {
        parts.count == path.count
            && zip(parts, path).allSatisfy { part, given in
                if case .literal(let text) = part { text == given } else { true }
            }
    }

    /// What stands for the parts that vary in a path; nil where it does not fit.
    func parameters(of path: [String]) -> [String: String]? {
        guard fits(path) else { return nil }
        var parameters: [String: String] = [:]
        for case (.variable(let name), let given) in zip(parts, path) { parameters[name] = given }
        return parameters
    }
}

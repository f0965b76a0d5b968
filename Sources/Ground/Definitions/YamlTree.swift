import Yams

/// A value of a definition file with the line it stands on.
struct YamlValue: Sendable {
    enum Content: Sendable {
        case scalar(String)
        case list([YamlValue])
        case map(YamlMap)
    }

    let line: Int
    let content: Content
}

/// The keys of a mapping in the order of the file.
struct YamlMap: Sendable {
    struct Entry: Sendable {
        let key: String
        let line: Int
        let value: YamlValue
    }

    let line: Int
    let entries: [Entry]

    func entry(_ key: String) -> Entry? {
        entries.first { $0.key == key }
    }
}

extension YamlMap {
    /// Reads a file; nil, with the problem noted, where it is not a mapping in YAML.
    init?(_ file: DefinitionFile, problems: ProblemList) {
        func refuse(_ line: Int?, _ reason: String) {
            problems.add(DefinitionProblem(file: file.name, line: line, reason: reason))
        }
        guard let text = String(validating: file.bytes, as: UTF8.self) else {
            refuse(nil, "the file must be text in UTF-8")
            return nil
        }
        do {
            guard let root = try Yams.compose(yaml: text) else {
                refuse(nil, "the file is empty")
                return nil
            }
            var budget = 100_000
            let value = try YamlValue(root, line: 1, budget: &budget)
            guard case .map(let map) = value.content else {
                refuse(value.line, "the file must be a list of keys and values, such as “id: sdq”")
                return nil
            }
            self = map
        } catch let error as YamlRefusal {
            refuse(error.line, error.reason)
            return nil
        } catch {
            let (line, reason) = place(of: error)
            refuse(line, "the file must be correct YAML: \(reason)")
            return nil
        }
    }
}

private struct YamlRefusal: Error {
    let line: Int
    let reason: String
}

extension YamlValue {
    /// Copies a node, and refuses a file whose aliases (`*`) multiply it beyond the budget of values.
    fileprivate init(_ node: Node, line parentLine: Int, budget: inout Int) throws {
        let line = node.mark?.line ?? parentLine
        self.line = line
        budget -= 1
        guard budget > 0 else { throw YamlRefusal(line: line, reason: "the file has too many values") }
        switch node {
        case .scalar(let scalar):
            content = .scalar(scalar.string)
        case .sequence(let sequence):
            content = .list(try sequence.map { try YamlValue($0, line: line, budget: &budget) })
        case .mapping(let mapping):
            let entries = try mapping.map { key, value in
                guard let name = key.string else {
                    throw YamlRefusal(line: key.mark?.line ?? line, reason: "a key must be a word")
                }
                let keyLine = key.mark?.line ?? line
                let value = try YamlValue(value, line: keyLine, budget: &budget)
                return YamlMap.Entry(key: name, line: keyLine, value: value)
            }
            content = .map(YamlMap(line: line, entries: entries))
        case .alias:
            throw YamlRefusal(line: line, reason: "an alias (*) must come after its anchor (&)")
        }
    }
}

/// The line and the reason of an error of the YAML parser, without the text of the file.
private func place(of error: any Error) -> (line: Int?, reason: String) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        (mark.line, problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
        (context.mark.line, "\(duplicates.sorted().joined(separator: ", ")) stands there twice")
    case .reader(let problem, _, _, _): (nil, problem)
    default: (nil, "it could not be read")
    }
}

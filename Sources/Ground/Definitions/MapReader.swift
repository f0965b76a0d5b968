/// The problems found while definitions are read.
final class ProblemList {
    private(set) var problems: [DefinitionProblem] = []

    func add(_ problem: DefinitionProblem) {
        problems.append(problem)
    }
}

/// Reads the keys of one mapping of a definition file as values.
///
/// A reading that fails notes its problem with file and line and returns nil, so that one pass finds every problem. A
/// key that nothing reads is a problem too.
package struct MapReader {
    let map: YamlMap
    let file: String
    let problems: ProblemList
    private var taken: Set<String> = []

    init(_ map: YamlMap, file: String, problems: ProblemList, taken: Set<String> = []) {
        self.map = map
        self.file = file
        self.problems = problems
        self.taken = taken
    }

    /// Notes a problem at a key, or at the mapping where it has no such key.
    package func refuse(_ key: String, _ reason: String) {
        let line = map.entry(key)?.line ?? map.line
        problems.add(DefinitionProblem(file: file, line: line, reason: "\(key) \(reason)"))
    }

    /// The line on which this mapping begins.
    package var line: Int { map.line }

    /// Notes a problem on a line of the file, for what shows only once several mappings have been read.
    package func refuse(line: Int, _ reason: String) {
        problems.add(DefinitionProblem(file: file, line: line, reason: reason))
    }

    /// Passes over keys that cannot be read because something before them could not be.
    package mutating func takeRest(_ keys: [String]) {
        taken.formUnion(keys)
    }

    mutating func take(_ key: String) -> YamlValue? {
        taken.insert(key)
        return map.entry(key)?.value
    }

    mutating func require(_ key: String) -> YamlValue? {
        let value = take(key)
        if value == nil { refuse(key, "is missing") }
        return value
    }

    /// Notes every key that nothing has read.
    func finish() {
        for entry in map.entries where !taken.contains(entry.key) {
            let reason = "\(entry.key) is not a key that is known here"
            problems.add(DefinitionProblem(file: file, line: entry.line, reason: reason))
        }
    }

    func note(_ value: YamlValue, _ reason: String) {
        problems.add(DefinitionProblem(file: file, line: value.line, reason: reason))
    }
}

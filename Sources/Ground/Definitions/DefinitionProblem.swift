/// What is wrong in a definition file, and where.
package struct DefinitionProblem: Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// Counted from 1; nil where the problem is the file itself.
    package let line: Int?
    /// What to do about it, for the person who keeps the file.
    package let reason: String

    package init(file: String, line: Int?, reason: String) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    package var description: String {
        line.map { "\(file), line \($0): \(reason)" } ?? "\(file): \(reason)"
    }
}

/// Definitions that cannot be used, with everything that is wrong about them.
package struct DefinitionRefusal: Error, Sendable, CustomStringConvertible {
    package let problems: [DefinitionProblem]

    package init(_ problems: [DefinitionProblem]) {
        self.problems = problems
    }

    package var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}

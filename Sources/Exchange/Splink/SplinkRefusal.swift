/// Something in a file of Splink's settings that we cannot keep, and where.
package struct SplinkProblem: Hashable, Sendable, CustomStringConvertible {
    /// Where it stands in the JSON: `comparisons[0].comparison_levels[2].sql_condition`.
    package let path: String
    /// What is wrong and what to do about it.
    package let reason: String

    package var description: String { path.isEmpty ? reason : "\(path) \(reason)" }
}

/// Settings that cannot be used, with everything that is wrong about them.
package struct SplinkRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    package let problems: [SplinkProblem]

    package var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}

/// A rule of the Department for Education over the rows of Episodes.
package struct EpisodeRule: Sendable {
    /// DfE's number.
    package let number: Int
    /// The columns to look at, the one most likely to be wrong first.
    package let fields: [String]
    /// What is wrong with a row that breaks the rule, and what to do about it.
    package let message: String
    /// Whether the episode breaks the rule.
    let isBroken: @Sendable (EpisodeStep) -> Bool

    init(_ number: Int, _ fields: String..., message: String, isBroken: @escaping @Sendable (EpisodeStep) -> Bool) {
        self.number = number
        self.fields = fields
        self.message = message
        self.isBroken = isBroken
    }
}

/// Why records cannot be linked by a model.
package enum LinkageFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// A condition or another field asks for a field that the model does not have.
    case unknownField(String, in: String?)
    /// A blocking rule would compare more pairs than are allowed.
    case tooManyPairs(rule: Int, pairs: Int, limit: Int)
    /// The deterministic rules find no pair, so the prior cannot be worked out.
    case noDeterministicPairs
    /// A parameter that scoring needs has not been trained.
    case untrained([String])
    /// More comparisons, or levels in one, than can be kept apart.
    case tooManyLevels(String)
    /// Fewer than two records.
    case tooFewRecords(Int)

    package var description: String {
        switch self {
        case .unknownField(let name, let place):
            let user = place.map { "the field \($0)" } ?? "a condition"
            return "the model has no field \(name), which \(user) asks for; add it to fields"
        case .tooManyPairs(let rule, let pairs, let limit):
            return "blocking rule \(rule + 1) would compare \(pairs) pairs, more than the \(limit) allowed; "
                + "add another equality to it, or leave it out"
        case .noDeterministicPairs:
            return "the deterministic rules find no pair of records, so the prior cannot be worked out; "
                + "give rules that some true pairs meet, or set prior in the model"
        case .untrained(let levels):
            return "the model is not trained: \(levels.joined(separator: "; ")); link with --train"
        case .tooManyLevels(let name):
            return "\(name) has too many levels or comparisons; at most 15 of each can be told apart"
        case .tooFewRecords(let count):
            return "there must be at least two records to link, and there are \(count)"
        }
    }
}

package import Linkage

/// Blocking rules in words: `first 3 of surname and date of birth`.
package enum RuleWords {
    /// What two records must have the same for the rule to bring them together.
    package static func text(_ rule: BlockingRule) -> String {
        rule.equalities.map(text).joined(separator: " and ")
    }

    private static func text(_ equality: BlockingRule.Equality) -> String {
        let (left, right) = (text(equality.left), text(equality.right))
        return left == right ? left : "\(left) with the other's \(right)"
    }

    private static func text(_ term: Term) -> String {
        let name =
            switch term.source {
            case .field(let name, _): name
            case .constant(let text): "“\(text)”"
            }
        return switch term.part {
        case nil: name
        case .characters(from: 1, let count): "first \(count) of \(name)"
        case .characters(let from, let count): "characters \(from) to \(from + count - 1) of \(name)"
        case .ending(let count): "last \(count) of \(name)"
        case .postcodeArea: "area of \(name)"
        case .postcodeDistrict: "district of \(name)"
        case .postcodeSector: "sector of \(name)"
        case .emailName: "\(name) before its @"
        }
    }
}

/// An outcome that a contract pays for.
package struct ContractOutcome: Hashable, Sendable {
    package let id: String
    package let label: String
    /// All of them must be met, those that did not apply at the start left aside; at least one must apply.
    package let criteria: [OutcomeMeasure]
    /// Counts only within so many months of the start; nil until the last claim.
    package let withinMonths: Int?
    /// What a claim must be able to show for it, in words.
    package let evidenceRequired: String
}

/// The measures an outcome can be made of: named here and worked out in code, never in a definition.
package enum OutcomeMeasure: Hashable, Sendable {
    /// The case was closed as completed.
    case completed
    /// The index child lives at home so many months after the case closed (`figures.md`, At home at M months).
    case atHome(months: Int)
    /// The child came home from care and was not in care again for so many months.
    case reunified(months: Int)
    /// The child spent no night in care in the first so many months.
    case outOfCare(months: Int)
    /// Each child of the family had fewer fixed-period exclusions, and less unauthorised absence, in the last 12 months.
    case school(exclusionsBelow: Int, absenceBelowPercent: Int)
    /// Anti-social behaviour of the family fell by so many per cent: six months against the six before the start.
    case antisocialBehaviour(reducedPercent: Int)
    /// Offending by those under 18 fell by so many per cent: six months against the six before the start.
    case youthOffending(reducedPercent: Int)
    /// An adult who was on an out-of-work benefit has been in work for so many weeks.
    case employment(weeks: Int)
    /// An adult of the family has been on the Work Programme, or in training, since the start.
    case workProgramme
    /// Something the register does not hold, which a claim must bring: what it is, in words.
    case recorded(String)
}

extension OutcomeMeasure {
    /// For people: what must be shown.
    package var words: String {
        switch self {
        case .completed: "the case was completed"
        case .atHome(let months): "living at home \(months) months after the case closed"
        case .reunified(let months): "home from care, and not in care again for \(months) months"
        case .outOfCare(let months): "no night in care in the first \(months) months"
        case .school(let exclusions, let percent):
            "each child with fewer than \(exclusions) exclusions and less than \(percent) % unauthorised absence"
        case .antisocialBehaviour(let percent): "anti-social behaviour down by \(percent) %"
        case .youthOffending(let percent): "offending by under-18s down by \(percent) %"
        case .employment(let weeks): "an adult off benefits and in work for \(weeks) weeks"
        case .workProgramme: "an adult on the Work Programme or in training since the start"
        case .recorded(let words): words
        }
    }
}

import Records
import Values

extension Programme {
    /// Who refers to the programme, by weight.
    var sources: [(ReferralSource, Int)] {
        switch code {
        case "mst": [(.socialCare, 52), (.youthJustice, 22), (.earlyHelp, 10), (.police, 4), (.school, 8), (.camhs, 4)]
        case "mst-can": [(.socialCare, 88), (.health, 6), (.marac, 6)]
        case "fft-cw": [(.socialCare, 58), (.earlyHelp, 22), (.camhs, 8), (.school, 8), (.oneself, 4)]
        default:
            [
                (.school, 27), (.police, 15), (.youthJustice, 12), (.socialCare, 13), (.earlyHelp, 11), (.housing, 9),
                (.jobcentre, 5), (.health, 4), (.voluntary, 2), (.oneself, 1), (.other, 1),
            ]
        }
    }

    /// Tier of need; a few are not recorded.
    func tier(_ numbers: inout SeededGenerator) -> Tier? {
        guard !numbers.chance(0.02) else { return nil }
        switch code {
        case "mst": return numbers.pick([(.high, 84), (.medium, 16)])
        case "mst-can": return .high
        case "fft-cw": return numbers.pick([(.high, 46), (.medium, 54)])
        default: return numbers.pick([(.high, 30), (.medium, 48), (.low, 22)])
        }
    }
}

extension ReferralSource {
    func organisation(_ numbers: inout SeededGenerator) -> Identifier<Organisation>? {
        switch self {
        case .school: numbers.pick(Organisations.schools)
        case .police: Organisations.police
        case .youthJustice: Organisations.youthJustice
        case .socialCare, .earlyHelp, .marac: Organisations.council
        case .health: Organisations.health
        case .camhs: Organisations.camhs
        case .housing: Organisations.housing
        case .jobcentre: Organisations.jobcentre
        case .voluntary: Organisations.refuge
        case .oneself, .other: nil
        }
    }

    func route(_ numbers: inout SeededGenerator) -> ReferralRoute {
        switch self {
        case .socialCare: numbers.pick([(.stepDown, 40), (.socialCareNfa, 20), (.returnHome, 24), (.nomination, 16)])
        case .youthJustice: numbers.pick([(.youthJusticeAssessment, 86), (.parentingOrder, 14)])
        case .earlyHelp, .school, .health: numbers.pick([(.commonAssessment, 72), (.nomination, 28)])
        case .police, .housing, .jobcentre: numbers.pick([(.nomination, 55), (.dataMatch, 45)])
        case .oneself: .oneself
        case .other: .other
        case .camhs, .voluntary, .marac: .nomination
        }
    }
}

extension Need {
    /// Presenting issues, separated by semicolons.
    func issues(_ numbers: inout SeededGenerator) -> String? {
        var issues = ["behaviour"]
        if school { issues.append("school") }
        if offending { issues.append("offending") }
        if antisocial { issues.append("anti-social behaviour") }
        if violence { issues.append("domestic abuse") }
        if workless { issues.append("out of work") }
        if disability { issues.append("disability") }
        if numbers.chance(0.3) { issues.append("parental mental health") }
        if numbers.chance(0.2) { issues.append("family conflict") }
        return numbers.chance(0.02) ? nil : issues.joined(separator: ";")
    }
}

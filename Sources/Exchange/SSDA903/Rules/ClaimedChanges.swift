import Records

/// Rules 434 to 436 and 504: what changed must be what RNE says has changed.
///
/// A placement is the same where PLACE, PL_POST, URN and PLACE_PROVIDER are the same, two blanks included.
extension EpisodeRule {
    static let rule434 = EpisodeRule(
        434,
        "RNE",
        "LS",
        "PLACE",
        message: "RNE is L, so LS must change and the placement must not: correct RNE or what changed"
    ) { step in
        guard let previous = step.previous, step.episode.reasonNew == .l else { return false }
        return step.episode.legalStatusText == previous.legalStatusText
            || !step.episode.isSamePlacement(as: previous)
    }

    static let rule435 = EpisodeRule(
        435,
        "RNE",
        "LS",
        "PLACE",
        message: "RNE is P or T, so the placement must change and LS must not: correct RNE or what changed"
    ) { step in
        guard let previous = step.previous, step.episode.reasonNew.isOne(of: [.p, .t]) else { return false }
        return step.episode.legalStatusText != previous.legalStatusText
            || step.episode.isSamePlacement(as: previous)
    }

    static let rule436 = EpisodeRule(
        436,
        "RNE",
        "LS",
        "PLACE",
        message: "RNE is B or U, so both the placement and LS must change: correct RNE or what changed"
    ) { step in
        guard let previous = step.previous, step.episode.reasonNew.isOne(of: [.b, .u]) else { return false }
        return step.episode.legalStatusText == previous.legalStatusText
            || step.episode.isSamePlacement(as: previous)
    }

    static let rule504 = EpisodeRule(
        504,
        "CIN",
        message:
            "CIN stays as it was when the child's period of care began: give it the same code in all of its episodes"
    ) { step in
        guard let previous = step.previous, previous.reasonCeased == .x1, previous.end == step.episode.start
        else { return false }
        return step.episode.needText != previous.needText
    }
}

import Records

/// Rules 357, 388, 431 to 433, 437, 501 and 502: episodes follow one another without gap or overlap.
extension EpisodeRule {
    static let rule357 = EpisodeRule(
        357,
        "RNE",
        message: "The child's first episode began this year, so RNE must be S: correct RNE, or add the episode left out"
    ) { step in
        guard step.isFirst, let start = step.episode.start else { return false }
        return start >= step.year.start && step.episode.reasonNew != .s
    }

    /// X1 if, and only if, the next episode begins on the day this one ends.
    ///
    /// An open episode with X1 breaks it too. The validator's own text of the rule leaves those out, but its runs have
    /// them, because its rule 365 writes the end of the year into DEC before this rule is run.
    static let rule388 = EpisodeRule(
        388,
        "REC",
        message:
            "REC is X1 if, and only if, the next episode begins on the day this one ends: correct REC or the dates"
    ) { step in
        guard step.episode.reasonCeased != .blank else { return false }
        let isContinued = step.next != nil && step.episode.end != nil && step.next?.start == step.episode.end
        return isContinued != (step.episode.reasonCeased == .x1)
    }

    static let rule431 = EpisodeRule(
        431,
        "RNE",
        "DECOM",
        message: "RNE is S, but the episode before it had not ended earlier: correct RNE, DECOM or the DEC before"
    ) { step in
        guard step.episode.reasonNew == .s, let start = step.episode.start, let end = step.previous?.end
        else { return false }
        return start <= end
    }

    static let rule432 = EpisodeRule(
        432,
        "RNE",
        message: "The child left care at the end of the episode before, so RNE must be S: correct RNE or the REC before"
    ) { step in
        guard let ceased = step.previous?.reasonCeased.known else { return false }
        return ceased != .x1 && step.episode.reasonNew != .s
    }

    static let rule433 = EpisodeRule(
        433,
        "DECOM",
        "RNE",
        message:
            "RNE says the episode continues the last one, which did not end on its DECOM: correct RNE or the dates"
    ) { step in
        guard let previous = step.previous else { return false }
        return step.episode.reasonNew.isOne(of: [.p, .l, .t, .u, .b]) && previous.end != step.episode.start
    }

    static let rule437 = EpisodeRule(
        437,
        "REC",
        message:
            "REC says the child died or was found to be 18 or over, yet an episode follows: correct REC or take it out"
    ) { $0.next != nil && $0.episode.reasonCeased.isOne(of: [.e2, .e15]) }

    static let rule501 = EpisodeRule(
        501,
        "DECOM",
        "DEC",
        message: "The episode begins before the one before it has ended: correct DECOM or the DEC before"
    ) { step in
        guard let start = step.episode.start, let end = step.previous?.end else { return false }
        return start < end
    }

    static let rule502 = EpisodeRule(
        502,
        "DECOM",
        message: "Last year's return left an episode open, so the first of this year must have its DECOM: correct DECOM"
    ) { step in
        guard step.isFirst, let start = step.episode.start else { return false }
        return step.child.openLastYear.contains { $0 != start }
    }
}

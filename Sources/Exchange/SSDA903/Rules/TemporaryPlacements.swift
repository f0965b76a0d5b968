import Records
import Values

/// Rules 379 to 383: temporary placements (T0 to T4) interrupt a placement, briefly.
extension EpisodeRule {
    static let rule379 = EpisodeRule(
        379,
        "DEC",
        "PLACE",
        message: "A T4 placement lasts seven days at most: correct the dates, or PLACE if the child stayed on"
    ) { step in
        guard step.episode.place == .t4, let start = step.episode.start, let end = step.episode.end
        else { return false }
        return end - start > 7
    }

    static let rule380 = EpisodeRule(
        380,
        "PLACE",
        "RNE",
        message: "A temporary placement cannot start a period of care, so its RNE must be P or B: correct PLACE or RNE"
    ) { $0.episode.isTemporary && !$0.episode.reasonNew.isOne(of: [.p, .b]) }

    static let rule381 = EpisodeRule(
        381,
        "REC",
        "PLACE",
        message: "A temporary placement cannot end a period of care, so its REC must be X1: correct PLACE or REC"
    ) { step in
        step.episode.isTemporary && step.episode.reasonCeased != .blank && step.episode.reasonCeased != .x1
    }

    static let rule382 = EpisodeRule(
        382,
        "PLACE",
        "LS",
        message: "A child in short breaks (V3, V4) cannot be in a temporary placement: correct PLACE or LS"
    ) { $0.episode.isTemporary && $0.episode.legalStatus.isOne(of: [.v3, .v4]) }

    /// From the collection of 2026 the child must return to the same postcode as well.
    static let rule383 = EpisodeRule(
        383,
        "PLACE",
        "RNE",
        message:
            "After a temporary placement the child goes back to the one before it, with RNE P: correct PLACE or RNE"
    ) { step in
        guard let previous = step.previous, previous.isTemporary, let before = step.secondPrevious
        else { return false }
        return step.episode.reasonNew != .p || step.episode.placeText != before.placeText
            || (step.year.year >= 2026 && step.episode.placePostcode != before.placePostcode)
    }
}

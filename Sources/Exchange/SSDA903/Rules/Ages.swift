import Records
import Values

/// Rules 302, 371 and 372: what a child must be old enough for.
extension EpisodeRule {
    static let rule302 = EpisodeRule(
        302,
        "DECOM",
        message: "The child's first episode begins before their date of birth: correct DECOM, or DOB in the header"
    ) { step in
        guard step.isFirst, let start = step.episode.start, let birth = step.child.birth else { return false }
        return start < birth
    }

    /// At least 14 for semi-independent living up to the collection of 2023; at least 16 for it, and for the supported
    /// accommodation that replaced it, from 2024.
    static let rule371 = EpisodeRule(
        371,
        "DECOM",
        "PLACE",
        message:
            "The child is too young for semi-independent living or supported accommodation: correct PLACE or the dates"
    ) { step in
        step.year.year < 2024
            ? step.isYounger(than: 14, in: [.h5])
            : step.isYounger(than: 16, in: [.h5, .k3])
    }

    static let rule372 = EpisodeRule(
        372,
        "DECOM",
        "PLACE",
        message: "The child was under 10 and cannot be in youth custody or prison: correct PLACE or the dates"
    ) { $0.isYounger(than: 10, in: [.r5]) }
}

extension EpisodeStep {
    /// Whether the child began a placement of this kind younger than this.
    ///
    /// Asked once the episode has ended, as the validator does that councils use.
    fileprivate func isYounger(than years: Int, in places: [PlacementType]) -> Bool {
        guard episode.place.isOne(of: places), episode.end != nil, let start = episode.start, let birth = child.birth
        else { return false }
        return start < birth.adding(months: years * 12)
    }
}

/// Rules 142, 148, 355 and 356: an episode is open or has ended, and ends after it began.
extension EpisodeRule {
    static let rule142 = EpisodeRule(
        142,
        "DEC",
        "REC",
        message: "A later episode of the child has begun, so this one must have ended: give its DEC and REC"
    ) { step in
        step.next != nil && (step.episode.end == nil || step.episode.reasonCeased == .blank)
    }

    static let rule148 = EpisodeRule(
        148,
        "DEC",
        "REC",
        message: "DEC and REC belong together: give both once the episode has ended, or leave both blank"
    ) { ($0.episode.dec == .blank) != ($0.episode.reasonCeased == .blank) }

    static let rule355 = EpisodeRule(
        355,
        "DEC",
        "DECOM",
        message: "The episode ends on the day it began: leave out episodes without a night, or correct DECOM or DEC"
    ) { $0.episode.end != nil && $0.episode.end == $0.episode.start }

    static let rule356 = EpisodeRule(
        356,
        "DEC",
        "DECOM",
        message: "DEC must be after DECOM: correct the one that is wrong"
    ) { step in
        guard let start = step.episode.start, let end = step.episode.end else { return false }
        return end < start
    }
}

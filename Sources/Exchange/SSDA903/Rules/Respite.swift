import Records
import Values

/// Rules 365 and 367: short breaks (LS V3) are short.
extension EpisodeRule {
    static let rule365 = EpisodeRule(
        365,
        "DEC",
        "LS",
        message: "A short break (V3) lasts 17 days at most: correct the dates, or LS if it was no short break"
    ) { step in
        guard step.episode.legalStatus == .v3, let start = step.episode.start,
            let end = step.episode.dec == .blank ? step.year.end : step.episode.end
        else { return false }
        return end - start > 17
    }

    static let rule367 = EpisodeRule(
        367,
        "LS",
        "DECOM",
        "DEC",
        message: "The child had more than 75 days of short breaks (V3) in the year: correct the dates, or LS"
    ) { $0.child.respiteDays > 75 && $0.episode.respiteDays(in: $0.year) > 0 }
}

extension Episode {
    /// Days of a short break (V3) that lie in the collection year; an open one goes on to its end.
    func respiteDays(in year: CollectionYear) -> Int {
        guard legalStatus == .v3, let start, let end = dec == .blank ? year.end : end else { return 0 }
        return Swift.max(Swift.min(end, year.end) - Swift.max(start, year.start), 0)
    }
}

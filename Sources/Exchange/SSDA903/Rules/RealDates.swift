import Values

/// Rules 141, 147, 353, 354 and 385: dates must be real and lie within the collection.
extension EpisodeRule {
    static let rule141 = EpisodeRule(
        141,
        "DECOM",
        message: "DECOM must be a real date, like 31/03/2018"
    ) { $0.episode.decom == .unreal }

    static let rule147 = EpisodeRule(
        147,
        "DEC",
        message: "DEC must be a real date, like 31/03/2018, or be left blank while the episode goes on"
    ) { $0.episode.dec == .unreal }

    /// The Children Act 1989 came into force on 14 October 1991.
    static let rule353 = EpisodeRule(
        353,
        "DECOM",
        message: "DECOM must be 14/10/1991 or later: check the year"
    ) { step in
        guard let start = step.episode.start, let first = Day(year: 1991, month: 10, day: 14) else { return false }
        return start < first
    }

    static let rule354 = EpisodeRule(
        354,
        "DECOM",
        message:
            "DECOM must be on or before the last day of the collection year: leave the episode for next year's return"
    ) { step in
        guard let start = step.episode.start else { return false }
        return start > step.year.end
    }

    static let rule385 = EpisodeRule(
        385,
        "DEC",
        message: "DEC must be on or before the last day of the collection year: leave DEC and REC blank until next year"
    ) { step in
        guard let end = step.episode.end else { return false }
        return end > step.year.end
    }
}

import Records

/// Rules 143 to 146, 149 and 178: codes must be those of the collection year.
extension EpisodeRule {
    static let rule143 = EpisodeRule(
        143,
        "RNE",
        message: "RNE must be one of S, L, P, T, B and U"
    ) { $0.episode.reasonNew == .unknown }

    static let rule144 = EpisodeRule(
        144,
        "LS",
        message: "LS must be a legal status code of the return, such as C2 or V2"
    ) { $0.episode.legalStatus == .unknown }

    static let rule145 = EpisodeRule(
        145,
        "CIN",
        message: "CIN must be one of N1 to N8"
    ) { $0.episode.need == .unknown }

    static let rule146 = EpisodeRule(
        146,
        "PLACE",
        message: "PLACE must be a placement code of this collection year: check it against the year's guide"
    ) { step in
        switch step.episode.place {
        case .blank: false
        case .unknown: true
        case .code(let place): !ReturnCodes.years(of: place).contains(step.year.year)
        }
    }

    static let rule149 = EpisodeRule(
        149,
        "REC",
        message:
            "REC must be a code of this collection year for why an episode ended: check it against the year's guide"
    ) { step in
        switch step.episode.reasonCeased {
        case .blank: false
        case .unknown: true
        case .code(let reason): ReturnCodes.years(of: reason)?.contains(step.year.year) != true
        }
    }

    static let rule178 = EpisodeRule(
        178,
        "PLACE_PROVIDER",
        "PLACE",
        message: "PLACE_PROVIDER must be one of PR0 to PR5, and blank for a placement that has no provider"
    ) { step in
        switch step.episode.provider {
        case .blank: false
        case .unknown: true
        case .code: step.episode.place.isOne(of: ReturnCodes.haveNoProvider(in: step.year.year))
        }
    }
}

import Records

/// Rules 378, 526 to 531 and 550: which legal status and provider go with which placement.
extension EpisodeRule {
    static let rule378 = EpisodeRule(
        378,
        "LS",
        "PLACE",
        message: "A child placed with parents (P1) cannot be accommodated under section 20 (V2): correct LS or PLACE"
    ) { $0.episode.place == .p1 && $0.episode.legalStatus == .v2 }

    static let rule526 = EpisodeRule(
        526,
        "PLACE_PROVIDER",
        message: "PLACE_PROVIDER is missing: give the code of who provides the placement"
    ) { step in
        step.episode.provider == .blank && !step.episode.place.isOne(of: ReturnCodes.needNoProvider(in: step.year.year))
    }

    static let rule527 = provider(.pr1, cannotProvide: [.p1, .r2, .r5], rule: 527)
    static let rule528 = provider(.pr2, cannotProvide: [.p1, .r2, .r5], rule: 528)
    static let rule529 = provider(
        .pr3,
        cannotProvide: [.p1, .a3, .a4, .a5, .a6, .k1, .k2, .u1, .u2, .u3, .u4, .u5, .u6],
        rule: 529
    )
    static let rule530 = provider(.pr4, cannotProvide: [.p1], rule: 530)
    static let rule531 = provider(.pr5, cannotProvide: [.p1], rule: 531)

    static let rule550 = EpisodeRule(
        550,
        "PLACE_PROVIDER",
        "PLACE",
        message: "Provider PR0 (parents) goes with placement P1 alone: correct PLACE_PROVIDER or PLACE"
    ) { $0.episode.provider == .pr0 && $0.episode.place != .p1 }

    private static func provider(
        _ provider: PlacementProvider,
        cannotProvide places: [PlacementType],
        rule number: Int
    ) -> EpisodeRule {
        let names = places.map(\.rawValue).sorted().joined(separator: ", ")
        return EpisodeRule(
            number,
            "PLACE_PROVIDER",
            "PLACE",
            message: "\(provider.rawValue) cannot provide the placements \(names): correct PLACE_PROVIDER or PLACE"
        ) { $0.episode.provider == provider && $0.episode.place.isOne(of: places) }
    }
}

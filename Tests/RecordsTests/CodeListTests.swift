import Records
import Testing

@Suite struct CodeListTests {
    static let lists: [[(code: String, label: String)]] = [
        words(AllocationRole.self), words(CaseEndReason.self), words(ContactAttendance.self), words(ContactKind.self),
        words(Ethnicity.self), words(EventKind.self), words(GoalOutcome.self), words(Informant.self),
        words(LegalStatus.self), words(Living.self), words(OrganisationKind.self), words(PersonRole.self),
        words(PlacementProvider.self), words(PlacementType.self), words(ReasonEpisodeCeased.self),
        words(ReasonForNewEpisode.self), words(ReasonForPlacementChange.self), words(ReferralDecision.self),
        words(ReferralRoute.self), words(ReferralSource.self), words(ReviewResult.self), words(Sex.self),
        words(Tier.self), words(WorkState.self), words(WorkerRole.self),
        words(StepOutcome.self), words(NotePurpose.self), words(NoteVisibility.self), words(RelationshipKind.self),
        words(AddressKind.self), words(AlertKind.self), words(DocumentKind.self), words(LevelDirection.self),
    ]

    static func words<Code: CodeList>(_ list: Code.Type) -> [(code: String, label: String)] {
        Code.allCases.map { ($0.rawValue, $0.label) }
    }

    @Test func everyCodeHasWordsOfItsOwn() {
        for list in Self.lists {
            #expect(Set(list.map(\.label)).count == list.count, "\(list.map(\.label))")
            for (code, label) in list { #expect(label.count > 1 && label.first?.isUppercase == true, "\(code)") }
        }
    }
}

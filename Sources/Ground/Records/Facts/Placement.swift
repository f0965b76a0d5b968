package import Values

/// Care episodes; codes are those of the SSDA903 return.
///
/// The return's own CSV files are accepted too.
package struct Placement: Record, Equatable {
    /// The child.
    package var personID: Identifier<Person>
    /// First night (DECOM).
    package var startedOn: Day
    /// First night elsewhere (DEC); without one it goes on.
    package var endedOn: Day?
    /// Legal status (LS).
    package var legalStatus: LegalStatus?
    /// Kind of placement (PLACE).
    package var type: PlacementType
    /// Who provides it (PLACE_PROVIDER).
    package var provider: PlacementProvider?
    /// Reason for new episode (RNE).
    package var reasonNew: ReasonForNewEpisode?
    /// Reason episode ceased (REC).
    package var reasonCeased: ReasonEpisodeCeased?
    /// Reason for placement change (REASON_PLACE_CHANGE).
    package var reasonChange: ReasonForPlacementChange?
    /// Cost a week.
    package var weeklyCost: Money?

    package init(
        personID: Identifier<Person>,
        startedOn: Day,
        endedOn: Day? = nil,
        legalStatus: LegalStatus? = nil,
        type: PlacementType,
        provider: PlacementProvider? = nil,
        reasonNew: ReasonForNewEpisode? = nil,
        reasonCeased: ReasonEpisodeCeased? = nil,
        reasonChange: ReasonForPlacementChange? = nil,
        weeklyCost: Money? = nil
    ) {
        self.personID = personID
        self.startedOn = startedOn
        self.endedOn = endedOn
        self.legalStatus = legalStatus
        self.type = type
        self.provider = provider
        self.reasonNew = reasonNew
        self.reasonCeased = reasonCeased
        self.reasonChange = reasonChange
        self.weeklyCost = weeklyCost
    }

    package static let table = Table(
        "placements",
        "Care episodes; codes are those of the SSDA903 return. The return's own CSV files are accepted too.",
        [
            Field("person_id", .text, key: true, required: true, refersTo: "people", "The child."),
            Field("started_on", .day, key: true, required: true, "First night (DECOM)."),
            Field("ended_on", .day, "First night elsewhere (DEC); without one it goes on."),
            Field("legal_status", .code(LegalStatus.codes), key: true, "Legal status (LS)."),
            Field("placement", .code(PlacementType.codes), key: true, required: true, "Kind of placement (PLACE)."),
            Field("provider", .code(PlacementProvider.codes), "Who provides it (PLACE_PROVIDER)."),
            Field("reason_new", .code(ReasonForNewEpisode.codes), "Reason for new episode (RNE)."),
            Field("reason_ceased", .code(ReasonEpisodeCeased.codes), "Reason episode ceased (REC)."),
            Field(
                "reason_change",
                .code(ReasonForPlacementChange.codes),
                "Reason for placement change (REASON_PLACE_CHANGE)."
            ),
            Field("weekly_cost", .money, "Cost a week."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        personID = try row.identifier()
        startedOn = try row.day()
        endedOn = try row.optionalDay()
        legalStatus = try row.optionalCode()
        type = try row.code()
        provider = try row.optionalCode()
        reasonNew = try row.optionalCode()
        reasonCeased = try row.optionalCode()
        reasonChange = try row.optionalCode()
        weeklyCost = try row.optionalMoney()
    }

    package func write(to row: inout RowWriter) {
        row.append(personID)
        row.append(startedOn)
        row.append(endedOn)
        row.append(legalStatus)
        row.append(type)
        row.append(provider)
        row.append(reasonNew)
        row.append(reasonCeased)
        row.append(reasonChange)
        row.append(weeklyCost)
    }

    package var refusal: RecordRefusal? {
        .ending(endedOn, "ended_on", before: startedOn, "started_on")
    }
}

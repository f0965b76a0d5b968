package import Values

/// One completion of an instrument by one informant on one occasion; about a case, or a person outside any case (an SDQ from the SSDA903 return).
package struct Assessment: Record, Equatable {
    /// Reference of the assessment.
    package var id: Identifier<Assessment>
    /// The case it belongs to; empty for one outside any case.
    package var caseID: Identifier<Case>?
    /// Whom it is about; empty is the index child or the family.
    package var personID: Identifier<Person>?
    /// The instrument, such as sdq or tam-r.
    package var instrument: String
    /// Version of the instrument.
    package var version: String?
    /// Who answered.
    package var informant: Informant
    /// When in the work: baseline, review_1, review_2 and so on, closure, follow_up_6 and so on, monthly.
    package var occasion: String
    /// Day it was completed.
    package var completedOn: Day
    /// The worker who collected it.
    package var collectedByID: Identifier<Worker>?

    package init(
        id: Identifier<Assessment>,
        caseID: Identifier<Case>? = nil,
        personID: Identifier<Person>? = nil,
        instrument: String,
        version: String? = nil,
        informant: Informant,
        occasion: String,
        completedOn: Day,
        collectedByID: Identifier<Worker>? = nil
    ) {
        self.id = id
        self.caseID = caseID
        self.personID = personID
        self.instrument = instrument
        self.version = version
        self.informant = informant
        self.occasion = occasion
        self.completedOn = completedOn
        self.collectedByID = collectedByID
    }

    package static let table = Table(
        "assessments",
        "One completion of an instrument by one informant on one occasion; about a case, or a person outside any case (an SDQ from the SSDA903 return).",
        [
            Field("assessment_id", .text, key: true, required: true, "Reference of the assessment."),
            Field("case_id", .text, refersTo: "cases", "The case it belongs to; empty for one outside any case."),
            Field(
                "person_id",
                .text,
                refersTo: "people",
                "Whom it is about; empty is the index child or the family."
            ),
            Field("instrument", .text, required: true, "The instrument, such as sdq or tam-r."),
            Field("version", .text, "Version of the instrument."),
            Field("informant", .code(Informant.codes), required: true, "Who answered."),
            Field(
                "occasion",
                .text,
                required: true,
                "baseline, review_1, review_2 ... closure, follow_up_6 ..., monthly."
            ),
            Field("completed_on", .day, required: true, "Day it was completed."),
            Field("collected_by", .text, refersTo: "workers", "The worker who collected it."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        caseID = try row.optionalIdentifier()
        personID = try row.optionalIdentifier()
        instrument = try row.text()
        version = try row.optionalText()
        informant = try row.code()
        occasion = try row.text()
        completedOn = try row.day()
        collectedByID = try row.optionalIdentifier()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(caseID)
        row.append(personID)
        row.append(instrument)
        row.append(version)
        row.append(informant)
        row.append(occasion)
        row.append(completedOn)
        row.append(collectedByID)
    }
}

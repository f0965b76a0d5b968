package import Values

/// A whole-family assessment: strengths and needs of the children, those who care for them and the family around them.
///
/// Each one stands as it was written; looked at again, the family has another.
package struct FamilyAssessment: Record, Equatable {
    /// Reference of the assessment.
    package var id: Identifier<FamilyAssessment>
    /// The case.
    package var caseID: Identifier<Case>
    /// Day it was made.
    package var assessedOn: Day
    /// Who wrote it, by their reference as a user.
    package var author: String
    /// Who took part.
    package var tookPart: String
    /// What the children say, in their own words.
    package var childWords: String?
    /// What the family says, in its own words.
    package var familyWords: String?
    /// What goes well for the children.
    package var childStrengths: String?
    /// What the children need.
    package var childNeeds: String?
    /// What goes well for the parents or carers.
    package var carerStrengths: String?
    /// What the parents or carers need.
    package var carerNeeds: String?
    /// What goes well for the family in its home and around it.
    package var familyStrengths: String?
    /// What the family needs in its home and around it.
    package var familyNeeds: String?
    /// What it means for the family, and what should change.
    package var meaning: String

    package init(
        id: Identifier<FamilyAssessment>,
        caseID: Identifier<Case>,
        assessedOn: Day,
        author: String,
        tookPart: String,
        childWords: String? = nil,
        familyWords: String? = nil,
        childStrengths: String? = nil,
        childNeeds: String? = nil,
        carerStrengths: String? = nil,
        carerNeeds: String? = nil,
        familyStrengths: String? = nil,
        familyNeeds: String? = nil,
        meaning: String
    ) {
        self.id = id
        self.caseID = caseID
        self.assessedOn = assessedOn
        self.author = author
        self.tookPart = tookPart
        self.childWords = childWords
        self.familyWords = familyWords
        self.childStrengths = childStrengths
        self.childNeeds = childNeeds
        self.carerStrengths = carerStrengths
        self.carerNeeds = carerNeeds
        self.familyStrengths = familyStrengths
        self.familyNeeds = familyNeeds
        self.meaning = meaning
    }

    package static let table = Table(
        "family_assessments",
        "A whole-family assessment: strengths and needs of children, carers and the family around them.",
        [
            Field("family_assessment_id", .text, key: true, required: true, "Reference of the assessment."),
            Field("case_id", .text, required: true, refersTo: "cases", "The case."),
            Field("assessed_on", .day, required: true, "Day it was made."),
            Field("author", .text, required: true, "Who wrote it, by their reference as a user."),
            Field("took_part", .text, required: true, personal: true, "Who took part."),
            Field("child_words", .text, personal: true, "What the children say, in their own words."),
            Field("family_words", .text, personal: true, "What the family says, in its own words."),
            Field("child_strengths", .text, personal: true, "What goes well for the children."),
            Field("child_needs", .text, personal: true, "What the children need."),
            Field("carer_strengths", .text, personal: true, "What goes well for the parents or carers."),
            Field("carer_needs", .text, personal: true, "What the parents or carers need."),
            Field(
                "family_strengths",
                .text,
                personal: true,
                "What goes well for the family in its home and around it."
            ),
            Field("family_needs", .text, personal: true, "What the family needs in its home and around it."),
            Field(
                "meaning",
                .text,
                required: true,
                personal: true,
                "What it means for the family, and what should change."
            ),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        caseID = try row.identifier()
        assessedOn = try row.day()
        author = try row.text()
        tookPart = try row.text()
        childWords = try row.optionalText()
        familyWords = try row.optionalText()
        childStrengths = try row.optionalText()
        childNeeds = try row.optionalText()
        carerStrengths = try row.optionalText()
        carerNeeds = try row.optionalText()
        familyStrengths = try row.optionalText()
        familyNeeds = try row.optionalText()
        meaning = try row.text()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(caseID)
        row.append(assessedOn)
        row.append(author)
        row.append(tookPart)
        row.append(childWords)
        row.append(familyWords)
        row.append(childStrengths)
        row.append(childNeeds)
        row.append(carerStrengths)
        row.append(carerNeeds)
        row.append(familyStrengths)
        row.append(familyNeeds)
        row.append(meaning)
    }
}

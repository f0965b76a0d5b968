package import Values

/// One row a person; child_id is CHILD in the SSDA903 return.
package struct Person: Record, Equatable {
    /// Reference of the person.
    package var id: Identifier<Person>
    /// The family they belong to.
    package var familyID: Identifier<Family>?
    /// First name.
    package var forename: String?
    /// Last name.
    package var surname: String?
    /// Date of birth, as far as known; read as its latest possible day.
    package var birth: BirthDate?
    /// Sex.
    package var sex: Sex?
    /// Ethnic group (SSDA903 ETHNIC).
    package var ethnicity: Ethnicity?
    /// Child, parent or carer, or other adult.
    package var role: PersonRole
    /// NHS number.
    package var nhsNumber: String?
    /// Unique pupil number.
    package var upn: String?
    /// CHILD in the SSDA903 return.
    package var childID: String?
    /// Day of death.
    package var diedOn: Day?

    package init(
        id: Identifier<Person>,
        familyID: Identifier<Family>? = nil,
        forename: String? = nil,
        surname: String? = nil,
        birth: BirthDate? = nil,
        sex: Sex? = nil,
        ethnicity: Ethnicity? = nil,
        role: PersonRole,
        nhsNumber: String? = nil,
        upn: String? = nil,
        childID: String? = nil,
        diedOn: Day? = nil
    ) {
        self.id = id
        self.familyID = familyID
        self.forename = forename
        self.surname = surname
        self.birth = birth
        self.sex = sex
        self.ethnicity = ethnicity
        self.role = role
        self.nhsNumber = nhsNumber
        self.upn = upn
        self.childID = childID
        self.diedOn = diedOn
    }

    package static let table = Table(
        "people",
        "One row a person; child_id is CHILD in the SSDA903 return.",
        [
            Field("person_id", .text, key: true, required: true, "Reference of the person."),
            Field("family_id", .text, refersTo: "families", "The family they belong to."),
            Field("forename", .text, personal: true, "First name."),
            Field("surname", .text, personal: true, "Last name."),
            Field(
                "date_of_birth",
                .birthDate,
                personal: true,
                "Date of birth, as far as known; read as its latest possible day."
            ),
            Field("sex", .code(Sex.codes), "Sex."),
            Field("ethnicity", .code(Ethnicity.codes), "Ethnic group (SSDA903 ETHNIC)."),
            Field("role", .code(PersonRole.codes), required: true, "Child, parent or carer, or other adult."),
            Field("nhs_number", .text, personal: true, "NHS number."),
            Field("upn", .text, personal: true, "Unique pupil number."),
            Field("child_id", .text, personal: true, "CHILD in the SSDA903 return."),
            Field("died_on", .day, personal: true, "Day of death."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        familyID = try row.optionalIdentifier()
        forename = try row.optionalText()
        surname = try row.optionalText()
        birth = try row.optionalBirthDate()
        sex = try row.optionalCode()
        ethnicity = try row.optionalCode()
        role = try row.code()
        nhsNumber = try row.optionalText()
        upn = try row.optionalText()
        childID = try row.optionalText()
        diedOn = try row.optionalDay()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(familyID)
        row.append(forename)
        row.append(surname)
        row.append(birth)
        row.append(sex)
        row.append(ethnicity)
        row.append(role)
        row.append(nhsNumber)
        row.append(upn)
        row.append(childID)
        row.append(diedOn)
    }
}

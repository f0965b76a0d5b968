import Records
import Values

extension QualityChecks {
    /// A person without a date of birth, of whom no age is known.
    static let personWithoutBirthDate = QualityCheck(
        "person-without-birth-date",
        "A person has no date of birth."
    ) { records, report in
        for (index, person) in records.people.enumerated() where person.birth == nil {
            report.add(Person.table, index, "date_of_birth", "the person has no date of birth, so no age is known")
        }
    }

    /// A death before birth.
    static let diedBeforeBorn = QualityCheck(
        "died-before-born",
        "A person died before they were born."
    ) { records, report in
        for (index, person) in records.people.enumerated() {
            // A partial date of birth is read as its latest day, so only a full one can tell.
            guard let died = person.diedOn, let birth = person.birth, birth.precision == .day else { continue }
            guard died < birth.latest else { continue }
            report.add(Person.table, index, "died_on", "died_on should be the same as or after date_of_birth")
        }
    }

    /// A placement or an offence before birth.
    static let bornAfterEvents = QualityCheck(
        "before-birth",
        "A placement or event of a person lies before their birth."
    ) { records, report in
        var births: [Identifier<Person>: Day] = [:]
        births.reserveCapacity(records.people.count)
        for person in records.people {
            if let birth = person.birth, birth.precision == .day { births[person.id] = birth.latest }
        }
        for index in records.placements.indices {
            guard let birth = births[records.placements[index].personID],
                records.placements[index].startedOn < birth
            else { continue }
            report.add(Placement.table, index, "started_on", "the placement starts before the child's birth")
        }
        for (index, event) in records.events.enumerated() {
            guard let birth = event.personID.flatMap({ births[$0] }), event.on < birth else { continue }
            report.add(Event.table, index, "on", "the event lies before the person's birth")
        }
    }

    /// A postcode that has not the shape of one.
    static let postcodeShape = QualityCheck(
        "postcode-shape",
        "A postcode has not the shape of one."
    ) { records, report in
        for (index, family) in records.families.enumerated() {
            guard let postcode = family.postcode, Postcode(postcode) == nil else { continue }
            report.add(Family.table, index, "postcode", "postcode should be a full postcode, like LE1 4AB")
        }
    }

    /// An NHS number without ten digits or with a wrong check digit.
    static let nhsNumberCheck = QualityCheck(
        "nhs-number-check",
        "An NHS number has not ten digits or its check digit is wrong."
    ) { records, report in
        for (index, person) in records.people.enumerated() {
            guard let number = person.nhsNumber, NHSNumber(number) == nil else { continue }
            report.add(Person.table, index, "nhs_number", "nhs_number should have ten digits, the last of which agrees")
        }
    }

    /// An event of no person and no family, which counts for nobody.
    static let eventNamesNobody = QualityCheck(
        "event-names-nobody",
        "An event names neither a person nor a family."
    ) { records, report in
        for (index, event) in records.events.enumerated() where event.personID == nil && event.familyID == nil {
            report.add(
                Event.table,
                index,
                "person_id",
                "the event names neither a person nor a family: it counts for nobody"
            )
        }
    }

    /// More absences than sessions.
    static let absencesExceedPossible = QualityCheck(
        "absences-exceed-possible",
        "A pupil missed more sessions than there were, or a number is below nought."
    ) { records, report in
        for (index, row) in records.attendance.enumerated() {
            let counts = [row.sessionsPossible, row.authorisedAbsences, row.unauthorisedAbsences]
            let isTooMany = row.authorisedAbsences + row.unauthorisedAbsences > row.sessionsPossible
            guard isTooMany || counts.contains(where: { $0 < 0 }) else { continue }
            report.add(
                Attendance.table,
                index,
                "sessions_possible",
                "the absences should not exceed the sessions possible"
            )
        }
    }
}

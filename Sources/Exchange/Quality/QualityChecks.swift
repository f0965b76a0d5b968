package import Records
import Values

/// Everything that is accepted with a warning (`figures.md`, Import).
package enum QualityChecks {
    package static let all: [QualityCheck] = [
        overlappingPlacements,
        allocationOutsideCase,
        assessmentOutsideCase,
        assessmentWithoutScores,
        overlappingCases,
        caseOfOneDay,
        workerWithoutStart,
        personWithoutBirthDate,
        eventNamesNobody,
        postcodeShape,
        nhsNumberCheck,
        decidedBeforeReceived,
        acceptedWithoutCase,
        wteOutOfRange,
        absencesExceedPossible,
        diedBeforeBorn,
        bornAfterEvents,
        scoreOutOfRange,
        endReasonWithoutEnd,
        indexChildOutsideFamily,
        contactOutsideCase,
        followUpBeforeClosure,
    ]

    /// What looks wrong, check by check.
    ///
    /// `isComplete` is false where the records are only part of a register or of a package, so that nothing can be said
    /// of what is not there.
    package static func findings(in records: RecordSet, isComplete: Bool = true) -> [QualityFinding] {
        let checks = all.filter { isComplete || !$0.needsEverything }
        return Parts.map(checks.count, size: 1) { part in
            let check = checks[part.lowerBound]
            var report = QualityReport(rule: check.rule)
            check.find(records, &report)
            return report.findings.sorted { ($0.tableIndex, $0.index) < ($1.tableIndex, $1.index) }
        }
        .flatMap(\.self)
    }

    /// The same as problems; with origins they name the file and row a record came from.
    package static func problems(in records: RecordSet, origins: [String: [Origin]] = [:]) -> [Problem] {
        findings(in: records).map { $0.problem(origins: origins) }
    }
}

extension RecordSet {
    /// Position of each case by its reference.
    var casePositions: [Identifier<Case>: Int] {
        Dictionary(cases.indices.map { (cases[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Position of each person by reference.
    var personPositions: [Identifier<Person>: Int] {
        Dictionary(people.indices.map { (people[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

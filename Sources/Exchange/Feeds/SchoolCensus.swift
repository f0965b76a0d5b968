import Identify
import Records
import Values

/// The pupil, session and exclusion tables of the school census, on roll and off, joined into rows of pupils.
///
/// A pupil is known by the key of the pupil table within the school. The census does not state the term its sessions are
/// about, so the mapping gives a period for each name of files.
enum SchoolCensus {
    private static let identity: [FeedColumn] = [
        FeedColumn(.forename, "forename"), FeedColumn(.middleName, "middlenames"), FeedColumn(.surname, "surname"),
        FeedColumn(.dob, "dob", dates: .census), FeedColumn(.sex, "sex"), FeedColumn(.sex, "gender"),
        FeedColumn(.upn, "upn"), FeedColumn(.postcode, "postcode"), FeedColumn(.uprn, "uprn"),
    ]

    /// Lunchtime exclusions are neither fixed-period nor permanent ones.
    private static let exclusion = FactMapping.event(
        EventMapping(
            kind: .by(
                column: "category",
                values: [
                    "PERM": .permanentExclusion, "SUSP": .fixedExclusion, "FIXD": .fixedExclusion, "LNCH": .other,
                ],
                passesOthersOver: false
            ),
            on: DatedColumn("startdate", dates: .census)
        )
    )

    private static let attendance = FactMapping.attendance(
        AttendanceMapping(
            from: DatedColumn("period from"),
            to: DatedColumn("period to"),
            possible: "termlysessionspossible",
            authorised: "authorised",
            unauthorised: "unauthorised"
        )
    )

    static func read(_ files: [SourceFile], into maker: inout FeedRowMaker) {
        let mapping = maker.feed.mapping
        var tables: [CensusTable] = []
        for file in files {
            guard let text = FeedText.decode(file, mapping.encoding, into: &maker),
                let table = CensusTable(text, delimiter: mapping.delimiter, into: &maker)
            else { continue }
            tables.append(table)
        }
        let pupils = tables.filter { $0.kind == .pupils }
        let known = Set(pupils.flatMap { $0.rows.map(\.pupil) })
        for table in tables where table.kind != .pupils {
            for row in table.rows where !known.contains(row.pupil) {
                let message = "the row is about a pupil who is in none of the pupil tables: give the pupil table too"
                maker.report(.missingParent, nil, at: row.origin, message)
            }
        }
        let missed = absences(tables.filter { $0.kind == .sessions }, into: &maker)
        let isAboutSessions = tables.contains { $0.kind == .sessions }
        for table in pupils { add(table, missed, isAboutSessions: isAboutSessions, into: &maker) }
        addExclusions(tables.filter { $0.kind == .exclusions }, of: pupils, into: &maker)
    }

    private typealias Missed = [String: (authorised: Int, unauthorised: Int)]

    /// Sessions missed by each pupil, with leave and without.
    private static func absences(_ tables: [CensusTable], into maker: inout FeedRowMaker) -> Missed {
        var missed: Missed = [:]
        for table in tables {
            guard let reason = table.place("attendancereason"), let count = table.place("sessions", "absencesessions")
            else { continue }
            for row in table.rows {
                guard let meaning = AttendanceCodes.meaning(row.values[reason]) else {
                    maker.report(
                        .unknownCode,
                        "attendancereason",
                        at: row.origin,
                        "attendancereason must be a DfE code"
                    )
                    continue
                }
                let text = row.values[count]
                let number = text.isEmpty ? .zero : NumberText.read(Array(text.utf8)[...])?.value
                guard let sessions = number?.wholeNumber, (0...10_000).contains(sessions) else {
                    let message = "sessions must be a whole number, like 12"
                    maker.report(.notAWholeNumber, "sessions", at: row.origin, message)
                    continue
                }
                var total = missed[row.pupil] ?? (0, 0)
                switch meaning {
                case .authorised: total.authorised += sessions
                case .unauthorised: total.unauthorised += sessions
                case .none: continue
                }
                missed[row.pupil] = total
            }
        }
        return missed
    }

    /// The pupils, each with the sessions of the period the file is about.
    private static func add(
        _ table: CensusTable,
        _ missed: Missed,
        isAboutSessions: Bool,
        into maker: inout FeedRowMaker
    ) {
        var mapping = maker.feed.mapping
        mapping.recordID = "pupil in school"
        mapping.columns = identity
        let hasSessions =
            isAboutSessions && table.place("termlysessionspossible") != nil
            && maker.feed.agreement.fields.contains(.attendance)
        let period = mapping.periods.first { table.file.lowercased().contains($0.name.lowercased()) }?.period
        if hasSessions, period == nil {
            maker.report(
                .periodUnknown,
                file: table.file,
                "the census does not state which term its sessions are about: name the file as one of the periods of "
                    + "the mapping, or add its period there"
            )
        }
        mapping.facts = hasSessions ? [attendance] : []
        let added =
            ["pupil in school"] + (hasSessions ? ["period from", "period to", "authorised", "unauthorised"] : [])
        let header = added + table.header
        let optional = Set(identity.map(\.column.name))
        guard let plan = maker.plan(mapping, header: header, file: table.file, optional: optional) else { return }
        for row in table.rows {
            let sessions = missed[row.pupil] ?? (0, 0)
            let first = [
                row.pupil, period?.from.iso ?? "", period?.to.iso ?? "", "\(sessions.authorised)",
                "\(sessions.unauthorised)",
            ]
            maker.add(plan, at: row.origin) { $0 < added.count ? first[$0] : row.values[$0 - added.count] }
        }
    }

    /// Exclusions, each under its pupil, whom the pupil table has introduced.
    private static func addExclusions(_ tables: [CensusTable], of pupils: [CensusTable], into maker: inout FeedRowMaker)
    {
        var mapping = maker.feed.mapping
        mapping.recordID = "pupil in school"
        mapping.facts = [exclusion]
        for table in tables {
            let header = ["pupil in school"] + table.header
            guard let plan = maker.plan(mapping, header: header, file: table.file) else { continue }
            for row in table.rows {
                maker.add(plan, at: row.origin, keepsIdentity: true) { $0 == 0 ? row.pupil : row.values[$0 - 1] }
            }
        }
    }
}

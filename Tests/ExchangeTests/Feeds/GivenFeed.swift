import Definitions
import Exchange
import Identify
import Records
import Values

/// Feeds to read extracts for, made in one line.
enum GivenFeed {
    static let everything = Set(FeedField.allCases)

    /// A feed under an agreement that permits these fields.
    static func feed(_ mapping: FeedMapping, permits fields: Set<FeedField> = everything) -> Feed {
        Feed(
            id: "partner",
            title: "A partner",
            owner: "A partner",
            kind: .other,
            agreement: Agreement(
                reference: "ISA-1",
                purpose: "To try it",
                lawfulBasis: "None is needed for invented people",
                signedOn: day("2026-01-01"),
                expiresOn: day("2026-12-31"),
                retentionMonths: 12,
                fields: fields
            ),
            mapping: mapping
        )
    }

    /// Offences, by columns of a partner's own names.
    static let offences = FeedMapping(
        source: "youth_justice",
        recordID: "Ref",
        columns: [
            FeedColumn(.forename, "First name"), FeedColumn(.surname, "Last name"),
            FeedColumn(.dob, "Born", dates: .dayMonthYear), FeedColumn(.sex, "Sex"), FeedColumn(.house, "No"),
            FeedColumn(.street, "Line 1"), FeedColumn(.street, "Line 2"),
        ],
        facts: [
            .event(
                EventMapping(
                    kind: .by(
                        column: "Kind",
                        values: ["OFFENCE": .offence, "ARREST": .arrest],
                        passesOthersOver: false
                    ),
                    on: DatedColumn("On", dates: .dayMonthYear),
                    proven: FlagMapping(column: "Outcome", yes: ["GUILTY"], no: ["DROPPED"]),
                    reference: "Crime no"
                )
            )
        ]
    )

    static let offencesHeader = "Ref,First name,Last name,Born,Sex,No,Line 1,Line 2,Kind,On,Outcome,Crime no,Notes\n"

    static func read(
        _ text: String,
        _ mapping: FeedMapping = offences,
        permits fields: Set<FeedField> = everything
    ) -> FeedReading {
        FeedFiles.read([Given.file("extract.csv", text)], for: feed(mapping, permits: fields))
    }

    static func day(_ text: String) -> Day { Day(iso: text) ?? .earliest }
}

extension FeedReading {
    /// The rules that found something, each once, in alphabetical order.
    var rules: [String] { Set(problems.map(\.rule)).sorted() }
    var messages: [String] { problems.map(\.message) }
}

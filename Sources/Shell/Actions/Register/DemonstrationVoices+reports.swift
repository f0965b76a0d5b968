import Demonstration
import Records
import Register
import Report
import Values

extension DemonstrationVoices {
    /// What was written in the reviews and on the report card, and the actions agreed on them.
    static func write(in register: Register) throws {
        let quarters = Scorecard.Cadence.quarter.periods(2, endedBy: Demonstration.defaultUntil)
        guard let earlier = quarters.first, let latest = quarters.last else { return }
        var entry = Entry()
        for (part, words) in earlierWords {
            entry.add(narrative("quarterly-service-review", "O02", earlier, part, words))
        }
        for (part, words) in latestWords {
            entry.add(narrative("quarterly-service-review", "O02", latest, part, words))
        }
        for (part, words) in cardWords { entry.add(narrative("whole-pathway", nil, latest, part, words)) }
        entry.add(
            action(
                1,
                "quarterly-service-review",
                "O02",
                earlier,
                "Offer evening visits in both teams",
                "Service manager",
                60,
                40
            )
        )
        entry.add(
            action(
                2,
                "quarterly-service-review",
                "O02",
                latest,
                "Halve cancelled visits of team MST B",
                "Team supervisor",
                120,
                nil
            )
        )
        entry.add(
            action(
                3,
                "whole-pathway",
                nil,
                latest,
                "Audit how cases end, standard by standard",
                "Head of service",
                90,
                nil
            )
        )
        let draft = LocalActor.draft(purpose: "reporting", summary: "Invented words in reports")
        try register.enter(entry, as: draft, at: Clock.now)
        try sign(earlier, in: register)
    }

    private static func sign(_ earlier: Period, in register: Register) throws {
        var signed = Entry()
        signed.add(
            ReviewSignOff(
                id: Identifier("quarterly-service-review/O02/\(earlier.from.iso)"),
                report: "quarterly-service-review",
                organisationID: Identifier("O02"),
                from: earlier.from,
                to: earlier.to,
                knownAt: try register.latestChange(),
                submittedOn: earlier.to + 12,
                submittedBy: "demonstration-provider",
                signedOn: earlier.to + 20,
                signedBy: "demonstration-commissioner"
            )
        )
        let signing = LocalActor.draft(purpose: "reporting", summary: "An invented review was signed off")
        try register.enter(signed, as: signing, at: Clock.now)
    }

    private static let earlierWords = [
        (
            "progress",
            "Both teams are full and the wait has come down. More children are at home a year after than a year ago."
        ),
        (
            "working-well",
            "Joint first visits with early help: families who meet both at once come to the second session."
        ),
        (
            "difficulties",
            "Team MST B lost two therapists. A supervisor holds their cases until the posts are filled in summer."
        ),
        (
            "feedback",
            "Families asked for evenings and were given two a week; young people choose how they are reached."
        ),
        ("improvements", "Evening visits in both teams; the closing letter to schools within five days."),
        (
            "benchmark",
            "More cases end completed than with the other provider, at a lower cost of an hour; the intervals overlap."
        ),
    ]

    private static let latestWords = [
        ("progress", "Posts in MST B are filled. Referrals from schools have risen since the new term."),
        ("working-well", "Booster sessions three months after closing keep agreements alive."),
        (
            "difficulties",
            "Visits are cancelled more often in MST B than in MST A; the supervisor sits in on planning each week."
        ),
    ]

    private static let cardWords = [
        (
            "story",
            "More families come from schools. Needs are told later than before, so that levels rise at the first review and fall after it."
        ),
        ("partners", "Schools, early help, housing and the youth justice service."),
        ("works", "One key worker and one plan. It costs nothing to read the plan out at the end of each visit."),
    ]

    private static func narrative(
        _ report: String,
        _ provider: String?,
        _ period: Period,
        _ part: String,
        _ words: String
    ) -> ReportNarrative {
        ReportNarrative(
            id: Identifier("\(report)/\(provider ?? "all")/\(period.from.iso)/\(part)"),
            report: report,
            organisationID: provider.map { Identifier($0) },
            from: period.from,
            to: period.to,
            part: part,
            words: words,
            writtenOn: period.to + 10,
            writtenBy: provider == nil ? "demonstration-commissioner" : "demonstration-provider"
        )
    }

    private static func action(
        _ number: Int,
        _ report: String,
        _ provider: String?,
        _ period: Period,
        _ what: String,
        _ owner: String,
        _ days: Int,
        _ done: Int?
    ) -> ReportAction {
        ReportAction(
            id: Identifier("ACT-DEMO\(number)"),
            report: report,
            organisationID: provider.map { Identifier($0) },
            from: period.from,
            what: what,
            owner: owner,
            dueOn: period.to + days,
            madeOn: period.to + 12,
            madeBy: "demonstration-commissioner",
            doneOn: done.map { period.to + $0 }
        )
    }
}

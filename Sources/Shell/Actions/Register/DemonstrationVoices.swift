import Demonstration
import Records
import Register
import Values

/// What people said of the invented providers, what staff learnt, and what was written in reports: all of it invented.
enum DemonstrationVoices {
    private static let provider = "demonstration-provider"
    private static let commissioner = "demonstration-commissioner"
    private static let charity = Identifier<Organisation>("O02")
    private static let council = Identifier<Organisation>("O01")

    /// Two quarters of records: the first with a review that is signed off, the second with one being written.
    static func keep(in register: Register) throws {
        let until = Demonstration.defaultUntil
        var entry = Entry()
        for record in complaints(until) { entry.add(record) }
        for record in courses(until) { entry.add(record) }
        for record in feedback(until) { entry.add(record) }
        for record in studies(until) { entry.add(record) }
        try register.enter(
            entry,
            as: LocalActor.draft(
                purpose: "service",
                summary: "Complaints, training and feedback of the invented providers"
            ),
            at: Clock.now
        )
        try write(in: register)
    }

    /// What was said, by how many days before the last day, and what became of it so many days later.
    private struct Said {
        let provider: Identifier<Organisation>
        let kind: ComplaintKind
        let source: FeedbackSource
        let ago: Int
        let words: String
        var resolution: String?
        var outcome: ComplaintOutcome?
        var days = 0
        var learning: String?
    }

    private static let charitySaid = [
        Said(
            provider: charity,
            kind: .complaint,
            source: .parent,
            ago: 190,
            words: "A visit was cancelled twice without a call.",
            resolution: "The supervisor rang, apologised and agreed a fixed day.",
            outcome: .upheld,
            days: 9,
            learning: "Cancelled visits are called by noon."
        ),
        Said(
            provider: charity,
            kind: .concern,
            source: .partner,
            ago: 176,
            words: "The school was not told that a case had closed.",
            resolution: "The closing letter now goes to the school with consent.",
            outcome: .answered,
            days: 12,
            learning: "Closing letters are on the checklist."
        ),
        Said(
            provider: charity,
            kind: .compliment,
            source: .youngPerson,
            ago: 150,
            words: "My worker listened and did not judge.",
            resolution: "Passed on to the worker and the team.",
            outcome: .answered,
            days: 2
        ),
        Said(
            provider: charity,
            kind: .complaint,
            source: .parent,
            ago: 80,
            words: "The worker changed and nobody said why.",
            resolution: "The supervisor explained and introduced the new worker.",
            outcome: .partlyUpheld,
            days: 14,
            learning: "Families meet the new worker before the old one leaves."
        ),
        Said(
            provider: charity,
            kind: .compliment,
            source: .parent,
            ago: 70,
            words: "We eat together again.",
            resolution: "Passed on to the team.",
            outcome: .answered,
            days: 3
        ),
        Said(
            provider: charity,
            kind: .complaint,
            source: .family,
            ago: 40,
            words: "Sessions were always in school hours."
        ),
    ]

    private static let councilSaid = [
        Said(
            provider: council,
            kind: .complaint,
            source: .parent,
            ago: 95,
            words: "The wait was longer than we were told.",
            resolution: "The waiting list was explained and a named contact given.",
            outcome: .upheld,
            days: 10,
            learning: "The letter now gives the longest wait, not the usual one."
        ),
        Said(
            provider: council,
            kind: .concern,
            source: .keyWorker,
            ago: 60,
            words: "Two forms ask the same questions.",
            resolution: "The second form was dropped.",
            outcome: .answered,
            days: 20
        ),
    ]

    private static func complaints(_ until: Day) -> [Complaint] {
        (charitySaid + councilSaid).enumerated().map { index, said in
            Complaint(
                id: Identifier("CPL-DEMO\(index + 1)"),
                organisationID: said.provider,
                kind: said.kind,
                source: said.source,
                receivedOn: until - said.ago,
                words: said.words,
                resolution: said.resolution,
                outcome: said.outcome,
                resolvedOn: said.outcome == nil ? nil : until - said.ago + said.days,
                learning: said.learning,
                keptBy: provider
            )
        }
    }

    private static func courses(_ until: Day) -> [TrainingCourse] {
        let rows: [(Identifier<Organisation>, String, String?, Int, Int64, Int)] = [
            (charity, "MST booster: adolescent substance use", "MST consultant", 170, 14, 11),
            (charity, "Safeguarding children, refresher", "Westmere Safeguarding Partnership", 140, 7, 16),
            (charity, "Working with fathers", nil, 85, 4, 9),
            (charity, "Domestic abuse and coercive control", "Hartlow Safe Haven", 52, 6, 14),
            (council, "Distance travelled: setting levels together", nil, 100, 3, 24),
            (council, "Trauma-informed practice", "Westmere Young Minds Clinic", 66, 7, 19),
        ]
        return rows.enumerated().map { index, row in
            TrainingCourse(
                id: Identifier("TRN-DEMO\(index + 1)"),
                organisationID: row.0,
                title: row.1,
                givenBy: row.2,
                heldOn: until - row.3,
                hours: Decimal(digits: row.4),
                people: row.5,
                keptBy: provider
            )
        }
    }

    private static func feedback(_ until: Day) -> [ServiceFeedback] {
        let rows: [(Identifier<Organisation>, FeedbackSource, Int, Int, Int, String, String?, Int)] = [
            (charity, .parent, 180, 4, 5, "Evening visits would help.", "Two evenings a week are offered.", 150),
            (
                charity, .youngPerson, 165, 5, 4, "Text me, don't ring.", "Young people choose how they are reached.",
                140
            ),
            (
                charity, .panel, 160, 4, 4, "Say in the report what the school can do.",
                "Reports have a part for schools.", 120
            ),
            (charity, .partner, 110, 3, 4, "Closing letters come late.", "They are sent within five days.", 70),
            (
                charity, .parent, 90, 5, 5, "I would have liked the plan in my language.",
                "Plans can be had in six languages.", 50
            ),
            (charity, .keyWorker, 75, 4, 4, "Joint visits with early help work well.", nil, 0),
            (charity, .panel, 60, 4, 3, "Panels are too long.", "Papers go out three days before.", 45),
            (council, .parent, 105, 4, 4, "One person to ask, please.", "Every family has a named contact.", 65),
            (council, .partner, 84, 4, 4, "The form takes too long.", "The form is half as long.", 50),
            (
                council, .keyWorker, 58, 3, 4, "Supervision slips when it is busy.",
                "Supervision is booked for a year ahead.", 44
            ),
            (council, .panel, 50, 4, 5, "Bring the family's own words.", "The plan begins with them.", 38),
        ]
        return rows.enumerated().map { index, row in
            ServiceFeedback(
                id: Identifier("FBK-DEMO\(index + 1)"),
                organisationID: row.0,
                source: row.1,
                receivedOn: until - row.2,
                satisfaction: row.3,
                value: row.4,
                said: row.5,
                did: row.6,
                didOn: row.6 == nil ? nil : until - row.7,
                keptBy: provider,
                publishedOn: row.6 == nil ? nil : until - row.7 + 3,
                publishedBy: row.6 == nil ? nil : commissioner
            )
        }
    }

    private static func studies(_ until: Day) -> [CaseStudy] {
        let published = CaseStudy(
            id: Identifier("STY-DEMO1"),
            organisationID: charity,
            programme: "mst",
            title: "Back at the table",
            before: "A young person was out most nights and out of school, and evenings at home ended in shouting.",
            work:
                "The therapist came in the evenings, agreed one rule at a time with the parents, and brought the school and the family to one table.",
            after: "The young person is in school on most days and at home by the time agreed, six months on.",
            consentedBy: "Parent and young person",
            consentedOn: until - 100,
            draftedOn: until - 98,
            draftedBy: provider,
            reviewedOn: until - 90,
            reviewedBy: commissioner,
            publishedOn: until - 90
        )
        let waiting = CaseStudy(
            id: Identifier("STY-DEMO2"),
            organisationID: council,
            programme: "priority-families",
            title: "One worker, one plan",
            before: "Five services worked with one family, each with a plan of its own.",
            work: "One key worker made one plan of five and went along to the first appointments.",
            after: "The tenancy is safe and a parent has begun training.",
            consentedBy: "Parent",
            consentedOn: until - 30,
            draftedOn: until - 28,
            draftedBy: provider
        )
        return [published, waiting]
    }
}

import Access
import Actions
import Records
import Register
import Testing
import Values
import Workshop

@testable import Web

/// People around the case of the small family.
enum Cast {
    /// The key worker who holds it.
    static func worker(_ service: TestedService) throws -> TestedBrowser {
        try service.seat([Assignment(.practitioner, in: .team("North"))], named: "kim", worker: "W1")
    }

    /// Somebody of the team who does not hold it.
    static func colleague(_ service: TestedService) throws -> TestedBrowser {
        try service.seat([Assignment(.practitioner, in: .team("North"))], named: "lee", worker: "W2")
    }

    /// The supervisor of the team.
    static func supervisor(_ service: TestedService) throws -> TestedBrowser {
        try service.seat([Assignment(.supervisor, in: .team("North"))], named: "sue")
    }

    /// The small family with a second worker, who holds nothing.
    static func service() throws -> TestedService {
        try TestedService { register, folder in
            try TestedService.family(register, folder)
            var records = RecordSet()
            records.workers = [Worker(id: Identifier("W2"), name: "Lee Worker", team: "North", role: .therapist)]
            try register.record(
                records,
                as: ChangeDraft(actor: "test", purpose: "test", summary: "Another worker"),
                at: Clock.now
            )
        }
    }
}

extension TestedService {
    /// The scores of an assessment, by item.
    func scores(_ id: String) throws -> [String: String] {
        Dictionary(
            try register.held(Score.self, where: "assessment_id", is: .text(id)).map {
                ($0.record.item, $0.record.value.plain)
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    var assessments: [Assessment] {
        get throws { try register.held(Assessment.self, where: "case_id", is: .text("TC1")).map(\.record) }
    }
}

@Suite struct `Entering scores` {
    private let form = "/cases/TC1/measures/new?instrument=sdq"
    private let sent = "/cases/TC1/measures"

    private func typed(_ change: (inout [String: String]) -> Void = { _ in }) -> [String: String] {
        var typed = Dictionary(uniqueKeysWithValues: (1...25).map { ("score-\($0)", "1") })
        typed["informant"] = "parent"
        typed["occasion"] = "review_1"
        typed["completed-day"] = "27"
        typed["completed-month"] = "mar"
        typed["completed-year"] = "2020"
        change(&typed)
        return typed
    }

    @Test func `saves them, scored with band and change`() throws {
        let service = try Cast.service()
        let browser = try Cast.worker(service)
        let page = try browser.open(form)
        #expect(page.status == 200 && page.text.contains("Item 29a") && page.text.contains("electronic forms need"))
        page.expectSound(form)
        let answer = try browser.send(sent, typed { ($0["score-3"], $0["collected-by"]) = ("0", "W1") })
        #expect(answer.status == 303)
        let result = try browser.follow(answer.answer.location ?? "")
        result.expectSound("the result")
        #expect(result.text.contains("Scores saved") && result.text.contains("Slightly raised"))
        // 20 before, 19 now: high before, high now.
        #expect(result.text.contains("Better, down 1, within the error of measurement"))
        #expect(result.text.contains("Kim Worker"))
        let saved = try #require(try service.assessments.last)
        #expect(
            saved.occasion == "review_1" && saved.completedOn.iso == "2020-03-27" && saved.collectedByID?.text == "W1"
        )
        #expect(try service.scores(saved.id.text)["3"] == "0")
        #expect(try service.scores(saved.id.text).count == 25)
        let list = try browser.open("/cases/TC1/measures")
        #expect(list.text.contains("Review 1") && list.text.contains("19"))
        list.expectSound("the list")
    }

    @Test func `asks again, showing all that was typed, where something is wrong`() throws {
        let service = try Cast.service()
        let browser = try Cast.worker(service)
        try browser.open(form)
        let page = try browser.send(
            sent,
            typed {
                $0["score-7"] = "4"
                $0["completed-month"] = "13"
                $0["informant"] = nil
            }
        )
        #expect(page.status == 422 && page.title.hasPrefix("Error: "))
        for words in [
            "Item 7 must be a whole number from 0 to 2", "Date completed must be a real date", "Select who answered",
        ] {
            #expect(page.text.contains(words), "\(words)")
        }
        #expect(page.text.contains("value=\"4\"") && page.text.contains("value=\"13\""))
        page.expectSound("the form")
        #expect(try service.assessments.count == 1)
        // Put right, the same page is taken.
        #expect(try browser.send(sent, typed()).status == 303)
    }

    @Test func `does nothing twice, and has one sheet for an informant and occasion`() throws {
        let service = try Cast.service()
        let browser = try Cast.worker(service)
        try browser.open(form)
        let second = browser.tab()
        #expect(try browser.send(sent, typed()).status == 303)
        // Sent again unchanged it is answered as it was, and nothing is done twice.
        #expect(try second.send(sent, typed()).status == 303)
        try browser.open(form)
        let same = try browser.send(sent, typed())
        #expect(same.status == 422 && same.text.contains("Correct those instead"))
        #expect(try service.assessments.count == 2)
    }

    @Test func `is corrected with a reason, and not over somebody else's correction`() throws {
        let service = try Cast.service()
        let browser = try Cast.worker(service)
        let address = "/measures/A1/correction"
        try browser.open(address)
        let tab = browser.tab()
        let correction = [
            "informant": "parent", "occasion": "baseline", "completed-day": "1", "completed-month": "5",
            "completed-year": "2019", "score-total": "21",
        ]
        let without = try browser.send(address, correction)
        #expect(without.status == 422 && without.text.contains("Enter the reason for the correction"))
        let made = try browser.send(address, correction.merging(["reason": "Read from the wrong line"]) { $1 })
        #expect(made.status == 303)
        #expect(try service.scores("A1") == ["total": "21"])
        #expect(try browser.follow("/measures/A1").text.contains("Read from the wrong line"))
        let late = try tab.send(
            address,
            correction.merging(["score-total": "22", "reason": "Mine"]) { $1 }
        )
        #expect(late.status == 409 && late.text.contains("What stands now") && late.text.contains("value=\"22\""))
        #expect(try service.scores("A1") == ["total": "21"])
        // Having seen what stands, they may send theirs.
        #expect(
            try tab.send(address, correction.merging(["score-total": "22", "reason": "Mine"]) { $1 }).status == 303
        )
        #expect(try service.scores("A1") == ["total": "22"])
        #expect(try service.register.verify().problems.isEmpty)
    }

    @Test func `says what is due`() throws {
        let service = try Cast.service()
        let page = try Cast.worker(service).open("/cases/TC1/measures")
        // The baseline SDQ is there; distance travelled is not.
        #expect(page.text.contains("Distance travelled") && page.text.contains("overdue"))
        #expect(page.text.contains("Somebody else collects it"))
        #expect(!page.links.contains { $0.hasPrefix("/cases/TC1/adherence") })
    }
}

@Suite struct `Collecting adherence` {
    private let typed = [
        "informant": "caregiver", "occasion": "monthly", "completed-day": "27", "completed-month": "3",
        "completed-year": "2020", "score-total": "0.607",
    ]

    @Test func `is for somebody who does not hold the case`() throws {
        let service = try Cast.service()
        let worker = try Cast.worker(service)
        #expect(try worker.open("/cases/TC1/adherence").status == 403)
        #expect(try worker.send("/cases/TC1/adherence", typed).status == 403)
        // Nor by the way of other measures.
        #expect(try worker.open("/cases/TC1/measures/new?instrument=tam-r").text.contains("Choose another measure"))
        #expect(try worker.send("/cases/TC1/measures", typed.merging(["instrument": "tam-r"]) { $1 }).status == 404)
        let colleague = try Cast.colleague(service)
        let form = try colleague.open("/cases/TC1/adherence")
        #expect(form.status == 200 && !form.text.contains("Kim Worker"))
        let answer = try colleague.send("/cases/TC1/adherence", typed.merging(["collected-by": "W2"]) { $1 })
        #expect(answer.status == 303)
        let result = try colleague.follow(answer.answer.location ?? "")
        #expect(result.text.contains("A score of 0.61 or more (adherence): not reached"))
        let saved = try #require(try service.assessments.last)
        #expect(saved.instrument == "tam-r" && saved.collectedByID?.text == "W2")
        // Who holds the case cannot change it afterwards.
        #expect(try worker.open("/measures/\(saved.id.text)/correction").status == 403)
        #expect(!(try worker.open("/measures/\(saved.id.text)").links.contains { $0.hasSuffix("/correction") }))
    }

    @Test func `names who collected it, and nobody who holds the case`() throws {
        let service = try Cast.service()
        let supervisor = try Cast.supervisor(service)
        try supervisor.open("/cases/TC1/adherence")
        for collector in ["", "W1", "nobody"] {
            let page = try supervisor.send("/cases/TC1/adherence", typed.merging(["collected-by": collector]) { $1 })
            #expect(page.status == 422 && page.text.contains("Select who collected it"), "\(collector)")
        }
        #expect(try service.assessments.count == 1)
    }
}

@Suite struct `Distance travelled on its pages` {
    private func levels(_ values: [String: String], _ day: String = "1") -> [String: String] {
        values.merging(["completed-day": day, "completed-month": "5", "completed-year": "2019"]) { $1 }
    }

    @Test func `takes three views side by side and shows where they differ`() throws {
        let service = try Cast.service()
        let browser = try Cast.worker(service)
        let choice = try browser.open("/cases/TC1/distance/new")
        #expect(choice.text.contains("Which occasion"))
        let form = try browser.open("/cases/TC1/distance/new?occasion=baseline")
        form.expectSound("the form")
        #expect(form.text.contains("Housing, family&#39;s view") || form.text.contains("Housing, family's view"))
        let wrong = try browser.send("/cases/TC1/distance", levels(["worker-housing": "6", "family-warmth": "2"]))
        #expect(wrong.status == 422 && wrong.text.contains("Worker: Housing must be a whole number from 1 to 5"))
        #expect(wrong.text.contains("value=\"2\""))
        let start = ["worker-housing": "5", "worker-warmth": "4", "worker-routines": "3", "family-housing": "2"]
        #expect(try browser.send("/cases/TC1/distance", levels(start)).status == 303)
        try browser.open("/cases/TC1/distance/new?occasion=review_1")
        let tab = browser.tab()
        try tab.open("/cases/TC1/distance/new?occasion=review_1")
        let review = ["worker-housing": "2", "worker-warmth": "5", "worker-routines": "3"]
        #expect(try browser.send("/cases/TC1/distance", levels(review, "20")).status == 303)
        let page = try browser.open("/cases/TC1/distance")
        page.expectSound("distance travelled")
        #expect(page.text.contains("1 area is better of 3") && page.text.contains("5 to 2, down 3"))
        #expect(page.text.contains("Worker 5, Family 2"))
        #expect(page.text.contains("<svg"))
        // The other tab was opened before: nothing is lost and nothing is overwritten.
        let late = try tab.send("/cases/TC1/distance", levels(["worker-housing": "1"], "20"))
        #expect(late.status == 409 && late.text.contains("What stands now"))
        let sheet = try browser.open("/cases/TC1/progress")
        sheet.expectSound("the progress sheet")
        #expect(sheet.text.contains("Critical or complex (5)") && sheet.text.contains("As your worker sees it"))
    }
}

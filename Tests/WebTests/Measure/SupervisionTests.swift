import Access
import Actions
import Records
import Register
import Testing
import Values
import Workshop

@testable import Web

@Suite struct `Supervision on its pages` {
    /// A team with a therapist at 0.6 who holds four cases, an overdue review and a case nobody holds.
    private func team() throws -> TestedService {
        try TestedService { register, folder in
            try TestedService.family(register, folder)
            let today = Clock.today
            var records = RecordSet()
            records.workers = [
                Worker(
                    id: Identifier("W9"),
                    name: "Ola Therapist",
                    team: "North",
                    role: .therapist,
                    programme: "mst",
                    wte: Decimal("0.6")
                ),
                Worker(id: Identifier("WX"), name: "Else Where", team: "South", role: .therapist, programme: "mst"),
            ]
            for number in 0..<5 {
                let id = Identifier<Case>("N\(number)")
                var item = Case(id: id, familyID: Identifier("F1"), programme: "mst", startedOn: today - 200)
                item.team = "North"
                records.cases.append(item)
                guard number > 0 else { continue }
                records.allocations.append(
                    Allocation(caseID: id, workerID: Identifier("W9"), role: .therapist, from: today - 200)
                )
            }
            records.reviews = [
                CaseReview(id: Identifier("R1"), caseID: Identifier("N1"), dueOn: today - 12),
                CaseReview(id: Identifier("R2"), caseID: Identifier("N2"), dueOn: today - 12, heldOn: today - 11),
            ]
            for (number, score) in [(1, "0.5"), (2, "0.7")] {
                let id = Identifier<Assessment>("T\(number)")
                records.assessments.append(
                    Assessment(
                        id: id,
                        caseID: Identifier("N1"),
                        instrument: "tam-r",
                        informant: .caregiver,
                        occasion: "monthly",
                        completedOn: today - (number == 1 ? 120 : 20)
                    )
                )
                records.scores.append(Score(assessmentID: id, item: "total", value: Decimal(score) ?? .zero))
            }
            try register.record(
                records,
                as: ChangeDraft(actor: "test", purpose: "test", summary: "A team"),
                at: Clock.now
            )
        }
    }

    @Test func `shows caseloads against norms, what is late and adherence with its trend`() throws {
        let service = try team()
        let page = try Cast.supervisor(service).open("/supervision")
        #expect(page.status == 200)
        page.expectSound("supervision")
        #expect(page.text.contains("Ola Therapist") && page.text.contains("Above the norm"))
        // 5 cases at 0.6.
        #expect(page.text.contains(">3<"))
        #expect(!page.text.contains("Else Where"))
        #expect(page.text.contains("Case N0") && page.text.contains(">12<"))
        #expect(page.text.contains("Rising") && page.text.contains("0.7"))
    }

    @Test func `is for supervisors alone, and ends where their part ends`() throws {
        let service = try team()
        #expect(try Cast.worker(service).open("/supervision").status == 403)
        let south = try service.seat([Assignment(.supervisor, in: .team("South"))], named: "south")
        let page = try south.open("/supervision")
        #expect(page.text.contains("Else Where") && !page.text.contains("Ola Therapist"))
        #expect(!page.text.contains("Case N0"))
    }
}

@Suite struct `Case audits on their pages` {
    private func closed(_ count: Int) throws -> TestedService {
        try TestedService { register, folder in
            try TestedService.family(register, folder)
            var records = RecordSet()
            for number in 0..<count {
                var item = Case(
                    id: Identifier("N\(number)"),
                    familyID: Identifier("F1"),
                    programme: "mst",
                    startedOn: Clock.today - 100,
                    endedOn: Clock.today
                )
                item.team = "North"
                records.cases.append(item)
            }
            try register.record(
                records,
                as: ChangeDraft(actor: "test", purpose: "test", summary: "Closed cases"),
                at: Clock.now
            )
        }
    }

    @Test func `draw one in ten, take an audit and show what was found`() throws {
        let service = try closed(21)
        let browser = try Cast.supervisor(service)
        let page = try browser.open("/audits")
        page.expectSound("the audits")
        let drawn = page.links.filter { $0.hasPrefix("/audits/") }
        #expect(drawn.count == 3 && page.text.contains("21 cases closed"))
        // Somebody else draws the same.
        let other = try service.seat([Assignment(.auditor)], named: "auditor")
        #expect(try other.open("/audits").links.filter { $0.hasPrefix("/audits/") } == drawn)
        let form = try browser.open(drawn[0])
        form.expectSound("the audit")
        #expect(form.text.contains("The plan follows from the assessment"))
        let answer = try browser.send(
            drawn[0],
            [
                "informant": "supervisor", "occasion": "audit",
                "completed-day": "\(Clock.today.dayOfMonth)", "completed-month": "\(Clock.today.month)",
                "completed-year": "\(Clock.today.year)", "score-record": "2", "score-plan": "1", "score-voice": "0",
                "action": "Write down what the child wants",
            ]
        )
        #expect(answer.status == 303)
        #expect(try browser.follow(answer.answer.location ?? "").text.contains("Write down what the child wants"))
        let after = try browser.open("/audits")
        #expect(after.text.contains("What 1 audit found") && after.links.count { $0.hasPrefix("/audits/") } == 2)
    }

    @Test func `are not done by who held the case`() throws {
        let service = try closed(1)
        let holder = try service.seat([Assignment(.supervisor, in: .team("North"))], named: "holder", worker: "W1")
        #expect(try holder.open("/audits/TC1").status == 403)
        #expect(try holder.open("/audits/N0").status == 200)
    }
}

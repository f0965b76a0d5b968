import Access
import Actions
import Assess
import Records
import Register
import Testing
import Values

@testable import Web

/// Sheets corrected and levels entered by programs, by the same rules as on the pages.
@Suite struct `Programs that measure` {
    private let service: TestedService
    private let programs: TestedPrograms
    private let token: String

    init() throws {
        service = try Cast.service()
        programs = try TestedPrograms(service)
        _ = try Cast.worker(service)
        token = try programs.token(of: "kim")
    }

    private func ask(
        _ id: String,
        _ body: [String: Any]? = nil,
        of record: String = "TC1",
        by token: String? = nil
    ) throws
        -> TestedPrograms.Answered
    {
        try programs.ask(id, body, of: record, by: token ?? self.token)
    }

    @Test func `correct a sheet over the state they read, with a reason`() throws {
        let read = try ask("getAssessment", of: "A1")
        let stamp = try #require(read.json["stamp"] as? String)
        #expect((read.json["scores"] as? [[String: Any]])?.first?["value"] as? Int == 20)
        let sent: [String: Any] = ["stamp": stamp, "reason": "Misread", "score-total": 18]
        #expect(try ask("correctAssessment", sent.filter { $0.key != "reason" }, of: "A1").pointers == ["/reason"])
        #expect(try ask("correctAssessment", sent.filter { $0.key != "stamp" }, of: "A1").pointers == ["/stamp"])
        #expect(
            try ask("correctAssessment", sent.merging(["score-total": 41]) { $1 }, of: "A1").pointers
                == ["/score-total"]
        )
        let corrected = try ask("correctAssessment", sent, of: "A1")
        #expect(corrected.status == 201 && corrected.json["stamp"] as? String != stamp)
        #expect(try service.scores("A1") == ["total": "18"])
        // What was left out stays as it was.
        #expect(try service.assessments.first { $0.id.text == "A1" }?.completedOn == Day(number: 18_010))
        #expect(try service.register.held(AssessmentNote.self).map(\.record.words) == ["Misread"])
        #expect(try ask("correctAssessment", sent, of: "A1").status == 412)
        #expect(try service.register.verify().problems == [])
    }

    @Test func `enter levels by view, and change them over the state they read`() throws {
        let first: [String: Any] = [
            "occasion": "baseline", "completed": "2019-05-01", "worker-housing": 4, "family-housing": 3,
        ]
        #expect(try ask("enterDistance", first.merging(["occasion": "someday"]) { $1 }).pointers == ["/occasion"])
        #expect(try ask("enterDistance", first.filter { $0.key != "completed" }).pointers == ["/completed"])
        #expect(try ask("enterDistance", first.merging(["worker-housing": 9]) { $1 }).pointers == ["/worker-housing"])
        let nothing = ["occasion": "baseline", "completed": "2019-05-01"]
        #expect(try ask("enterDistance", nothing).pointers == ["/worker-housing"])
        let entered = try ask("enterDistance", first)
        #expect(entered.status == 201)
        let stamp = try #require(entered.json["stamp"] as? String)
        let change: [String: Any] = ["occasion": "baseline", "worker-housing": 2]
        #expect(try ask("enterDistance", change).status == 412)
        #expect(try ask("enterDistance", change.merging(["stamp": stamp]) { $1 }).status == 201)
        let review = ["occasion": "review_1", "completed": "2019-07-01", "joint-behaviour": "1"]
        #expect(try ask("enterDistance", review).status == 201)
        let read = try ask("getDistance")
        #expect((read.json["areas"] as? [[String: Any]])?.first?["area"] as? String == "housing")
        let occasions = try #require(read.json["occasions"] as? [[String: Any]])
        #expect(occasions.compactMap { $0["occasion"] as? String } == ["baseline", "review_1"])
        let levels = occasions.map { occasion in
            (occasion["levels"] as? [[String: Any]] ?? []).map { level in
                "\(level["view"] ?? "") \(level["area"] ?? "") \(level["level"] ?? "")"
            }
            .sorted()
        }
        #expect(levels == [["family housing 3", "worker housing 2"], ["joint behaviour 1"]])
        #expect(try service.register.verify().problems == [])
    }

    @Test func `are refused what their user may not measure`() throws {
        let other = try programs.token(.practitioner, in: .team("South"), worker: "W2")
        #expect(try ask("enterDistance", ["occasion": "baseline"], by: other).status == 404)
        #expect(try ask("getDistance", by: other).status == 404)
        #expect(try ask("getAssessment", of: "A1", by: other).status == 404)
        #expect(try ask("correctAssessment", ["reason": "None"], of: "A1", by: other).status == 404)
        #expect(try ask("getAssessment", of: "nothing").status == 404)
    }
}

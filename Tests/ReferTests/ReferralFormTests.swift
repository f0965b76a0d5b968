import Invented
import Records
import Refer
import Testing
import Values

@Suite struct `The partners’ form` {
    private let today = day("2026-11-21")
    private let form = ReferralForm(programmes: [.init(id: "mst", title: "Multisystemic Therapy")])

    private let whole: [String: String] = [
        "family-agrees": "agrees", "lawful-basis": "consent", "child-first": "Sam", "child-last": "Young",
        "child-born-day": "27", "child-born-month": "March", "child-born-year": "2012", "home-postcode": "zz5 5zz",
        "home-area": "yes", "carer-first": "Alex", "carer-last": "Young", "others": "no", "living": "home",
        "protection-plan": "no", "edge-of-care": "unknown", "route": "nomination", "issue-behaviour": "yes",
        "story": "Things are hard.", "programme": "unsure", "referrer-name": "Jo Reed", "referrer-job": "Head of year",
        "referrer-email": "jo@school.example",
    ]

    private func faults(_ step: String, _ change: [String: String]) throws -> [String: String] {
        let answers = whole.merging(change) { _, new in new }
        return try #require(form.step(step, answers)).faults(in: answers, on: today)
    }

    @Test func `whole answers can be sent`() throws {
        #expect(form.firstUnfinished(whole, on: today) == nil)
        let answers = try #require(ReferralAnswers(whole, form: form, on: today))
        #expect(answers.child.birth?.iso == "2012-03-27")
        #expect(answers.postcode == "ZZ5 5ZZ" && answers.programme == nil && answers.edgeOfCare == nil)
        #expect(answers.agreed && answers.protectionPlan == false && answers.issues == [.behaviour])
    }

    @Test func `without any one answer that is needed they cannot`() {
        let optional: Set = ["child-born-day", "child-born-month", "child-born-year", "home-postcode"]
        for name in whole.keys where !optional.contains(name) {
            var answers = whole
            answers[name] = nil
            #expect(form.firstUnfinished(answers, on: today) != nil, "\(name) was not missed")
            #expect(ReferralAnswers(answers, form: form, on: today) == nil)
        }
    }

    @Test func `a family that does not agree brings a page that asks why`() {
        var answers = whole
        answers["family-agrees"] = "not_told"
        #expect(form.step(after: "agreement", answers)?.id == "without-agreement")
        #expect(form.firstUnfinished(answers, on: today)?.id == "without-agreement")
        answers["without-agreement"] = "It would put somebody at risk."
        #expect(form.firstUnfinished(answers, on: today) == nil)
    }

    @Test func `others in the home are added one after another`() {
        var answers = whole
        answers["others"] = "yes"
        #expect(form.step(after: "others", answers)?.id == "other-1")
        for number in 1...ReferralForm.mostOthers {
            answers["other-\(number)-first"] = "Kim"
            answers["other-\(number)-last"] = "Young"
            answers["other-\(number)-role"] = "child"
            answers["other-\(number)-more"] = "yes"
        }
        #expect(form.steps(answers).count { $0.id.hasPrefix("other-") } == ReferralForm.mostOthers)
        #expect(ReferralAnswers(answers, form: form, on: today)?.others.count == ReferralForm.mostOthers)
        answers["other-2-more"] = "no"
        #expect(ReferralAnswers(answers, form: form, on: today)?.others.count == 2)
        answers["others"] = "no"
        #expect(ReferralAnswers(answers, form: form, on: today)?.others.isEmpty == true)
    }

    @Test(
        arguments: [
            ("27", "3", "2012", nil), ("", "mar", "2012", nil), ("", "", "2012", nil), ("", "", "", nil),
            ("27", "", "2012", "Date of birth must include a month"),
            ("27", "3", "", "Date of birth must include a year"),
            ("31", "2", "2012", "Date of birth must be a real date"),
            ("27", "13", "2012", "Date of birth must be a real date"),
            ("27", "3", "12", "Date of birth must be a real date"),
            ("22", "11", "2026", "Date of birth must be in the past"),
            ("1", "1", "1890", "Date of birth must be in the last 120 years"),
        ] as [(String, String, String, String?)]
    )
    func `a date of birth may be known in part`(day: String, month: String, year: String, fault: String?) throws {
        let typed = ["child-born-day": day, "child-born-month": month, "child-born-year": year]
        #expect(try faults("child", typed)["child-born"] == fault)
    }

    @Test(arguments: [
        ("referrer", "referrer-email", "jo at school"), ("referrer", "referrer-email", "jo@school"),
        ("home", "home-postcode", "ZZ5"), ("child", "child-nhs", "123"), ("living", "living", "moon"),
    ])
    func `what cannot be is said at its field`(step: String, name: String, value: String) throws {
        #expect(try faults(step, [name: value])[name] != nil)
    }

    @Test func `what is too long is refused`() throws {
        #expect(
            try faults("issues", ["story": String(repeating: "a", count: 4001)])["story"]
                == "What is happening, and what has been tried must be 4,000 characters or fewer"
        )
    }

    @Test func `nothing is taken that a page does not ask`() throws {
        let step = try #require(form.step("issues", whole))
        let taken = step.taken(from: ["story": " Hard. \n", "issue-housing": "yes", "route": "other", "x": "y"])
        #expect(taken == ["story": "Hard.", "issue-housing": "yes"])
    }

    @Test func `the pages lead forward and back the same way`() {
        let steps = form.steps(whole)
        #expect(Set(steps.map(\.id)).count == steps.count)
        for (one, next) in zip(steps, steps.dropFirst()) {
            #expect(form.step(after: one.id, whole)?.id == next.id && form.step(before: next.id, whole)?.id == one.id)
        }
        #expect(form.step(before: steps[0].id, whole) == nil)
    }

    @Test func `names of answers are used once`() {
        var answers = whole
        answers["others"] = "yes"
        let names = (form.steps(answers) + [ReferralForm.equalities]).flatMap(\.questions).flatMap(\.names)
        #expect(Set(names).count == names.count)
    }

    @Test func `no equality question must be answered`() throws {
        let step = try #require(form.step("equalities", whole))
        #expect(step.faults(in: [:], on: today).isEmpty)
    }
}

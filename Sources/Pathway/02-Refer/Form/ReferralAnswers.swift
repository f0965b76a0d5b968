package import Records
package import Values

/// A referral as a partner sent it: the whole answers of the form, typed.
package struct ReferralAnswers: Hashable, Sendable {
    /// Somebody the referral names.
    package struct Named: Hashable, Sendable {
        package let first: String
        package let last: String
        package let role: PersonRole
        package let birth: BirthDate?
    }

    package let child: Named
    package let childSex: Sex?
    package let childNHSNumber: String?
    package let childUPN: String?
    package let carer: Named
    package let others: [Named]
    package let postcode: String?
    package let route: ReferralRoute
    /// Nil where the referrer was not sure.
    package let programme: String?
    package let issues: [PresentingIssue]
    package let basis: LawfulBasis
    package let agreed: Bool
    package let living: LivingNow?
    package let protectionPlan: Bool?
    package let edgeOfCare: Bool?
    package let livesInArea: Bool?
    package let ethnicity: Ethnicity?
    /// The answers themselves, for what only people read.
    package let texts: [String: String]

    /// Nil unless every page that is asked was answered, as the form makes sure.
    package init?(_ answers: [String: String], form: ReferralForm, on today: Day) {
        guard form.firstUnfinished(answers, on: today) == nil,
            let route = answers["route"].flatMap(ReferralRoute.init(rawValue:)),
            let basis = answers["lawful-basis"].flatMap(LawfulBasis.init(rawValue:))
        else { return nil }
        let named = { (key: String, role: PersonRole) in
            Named(
                first: answers["\(key)-first", default: ""],
                last: answers["\(key)-last", default: ""],
                role: role,
                birth: ReferralQuestion.date("\(key)-born", in: answers)
            )
        }
        let flag = { (key: String) in ["yes": true, "no": false][answers[key] ?? ""] }
        child = named("child", .child)
        childSex = answers["child-sex"].flatMap(Sex.init(rawValue:))
        childNHSNumber = answers["child-nhs"].flatMap(NHSNumber.init)?.digits
        childUPN = answers["child-upn"]
        carer = named("carer", .parentCarer)
        others = form.steps(answers).filter { $0.id.hasPrefix("other-") }.map { step in
            named(step.id, answers["\(step.id)-role"].flatMap(PersonRole.init(rawValue:)) ?? .otherAdult)
        }
        postcode = answers["home-postcode"].flatMap(Postcode.init)?.text
        self.route = route
        self.basis = basis
        programme = answers["programme"].flatMap { $0 == "unsure" ? nil : $0 }
        issues = PresentingIssue.allCases.filter { answers["issue-\($0.rawValue)"] != nil }
        agreed = answers["family-agrees"] == "agrees"
        living = answers["living"].flatMap(LivingNow.init(rawValue:))
        protectionPlan = flag("protection-plan")
        edgeOfCare = flag("edge-of-care")
        livesInArea = flag("home-area")
        ethnicity = answers["child-ethnicity"].flatMap(Ethnicity.init(rawValue:))
        texts = answers
    }
}

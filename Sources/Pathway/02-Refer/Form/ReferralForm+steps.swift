import Records

// The pages of the partners' form.
extension ReferralForm {
    private static let yesNoUnknown: [ReferralQuestion.Answer] = [
        .init("yes", "Yes"), .init("no", "No"), .init("unknown", "I do not know"),
    ]

    static let agreement = ReferralStep(
        "agreement",
        "Does the family agree to this referral?",
        words: [
            "Tell the family what you are sending, to whom and why, unless that would put somebody at risk.",
            "If somebody is in danger now, call 999. If you are worried about a child’s safety, call children’s social care.",
        ],
        [
            ReferralQuestion(
                "family-agrees",
                "The family",
                .choice([
                    .init("agrees", "Knows of the referral and agrees"),
                    .init("knows", "Knows of the referral and does not agree"),
                    .init("not_told", "Has not been told"),
                ]),
                needed: "Select whether the family agrees"
            )
        ]
    )

    static let withoutAgreement = ReferralStep(
        "without-agreement",
        "Why are you referring without the family’s agreement?",
        [
            ReferralQuestion(
                "without-agreement",
                "Reason",
                .lines(most: 1000),
                needed: "Enter why you are referring without the family’s agreement"
            )
        ]
    )

    static let basis = ReferralStep(
        "lawful-basis",
        "What lets you share this information?",
        words: ["Your own organisation’s data protection lead can tell you if you are not sure."],
        [
            ReferralQuestion(
                "lawful-basis",
                "Lawful basis",
                .choice(LawfulBasis.allCases.map { .init($0.rawValue, $0.label, hint: $0.hint) }),
                needed: "Select what lets you share this information"
            )
        ]
    )

    static let child = ReferralStep(
        "child",
        "Who is the child or young person?",
        [
            ReferralQuestion("child-first", "First name", .line(most: 100), needed: "Enter the child’s first name"),
            ReferralQuestion("child-last", "Last name", .line(most: 100), needed: "Enter the child’s last name"),
            ReferralQuestion(
                "child-born",
                "Date of birth (optional)",
                hint: "For example, 27 3 2012. Enter as much of it as you know, the year at least.",
                .pastDate
            ),
            ReferralQuestion(
                "child-sex",
                "Sex (optional)",
                .choice([.init("F", "Female"), .init("M", "Male"), .init("U", "I do not know")])
            ),
            ReferralQuestion(
                "child-nhs",
                "NHS number (optional)",
                hint: "10 digits, with or without spaces.",
                .nhsNumber
            ),
            ReferralQuestion("child-upn", "Unique pupil number (optional)", .line(most: 13)),
        ]
    )

    static let home = ReferralStep(
        "home",
        "Where does the family live?",
        [
            ReferralQuestion("home-address", "Address (optional)", .lines(most: 400)),
            ReferralQuestion("home-postcode", "Postcode (optional)", .postcode),
            ReferralQuestion(
                "home-area",
                "Does the main carer live in this council’s area?",
                .choice(yesNoUnknown),
                needed: "Select whether the main carer lives in this council’s area"
            ),
        ]
    )

    static let carer = ReferralStep(
        "carer",
        "Who is the main parent or carer?",
        [
            ReferralQuestion("carer-first", "First name", .line(most: 100), needed: "Enter the carer’s first name"),
            ReferralQuestion("carer-last", "Last name", .line(most: 100), needed: "Enter the carer’s last name"),
            ReferralQuestion(
                "carer-contact",
                "How to reach them (optional)",
                hint: "A phone number or an email address, and whether it is safe to use.",
                .line(most: 200)
            ),
            ReferralQuestion(
                "interpreter",
                "Language or interpreter they need (optional)",
                .line(most: 100)
            ),
        ]
    )

    static let others = ReferralStep(
        "others",
        "Does anybody else live in the home?",
        words: ["Brothers and sisters, another parent, grandparents, partners, lodgers."],
        [
            ReferralQuestion(
                "others",
                "Others in the home",
                .choice([.init("yes", "Yes"), .init("no", "No, or I do not know")]),
                needed: "Select whether anybody else lives in the home"
            )
        ]
    )

    static func other(_ number: Int) -> ReferralStep {
        let isLast = number == mostOthers
        let more = ReferralQuestion(
            "other-\(number)-more",
            "Is there anybody else to add?",
            .choice([.init("yes", "Yes"), .init("no", "No")]),
            needed: "Select whether there is anybody else to add"
        )
        let name = "other-\(number)"
        let questions = [
            ReferralQuestion("\(name)-first", "First name", .line(most: 100), needed: "Enter their first name"),
            ReferralQuestion("\(name)-last", "Last name", .line(most: 100), needed: "Enter their last name"),
            ReferralQuestion(
                "\(name)-role",
                "Who they are",
                .choice([
                    .init("child", "A child or young person"), .init("parent_carer", "A parent or carer"),
                    .init("other_adult", "Another adult"),
                ]),
                needed: "Select who they are"
            ),
            ReferralQuestion(
                "\(name)-born",
                "Date of birth (optional)",
                hint: "Enter as much of it as you know, the year at least.",
                .pastDate
            ),
        ]
        return ReferralStep(name, "Person \(number) of the others in the home", isLast ? questions : questions + [more])
    }

    static let living = ReferralStep(
        "living",
        "Where does the child live now?",
        [
            ReferralQuestion(
                "living",
                "The child lives",
                .choice(LivingNow.allCases.map { .init($0.rawValue, $0.label) } + [.init("unknown", "I do not know")]),
                needed: "Select where the child lives now"
            )
        ]
    )

    static let socialCare = ReferralStep(
        "social-care",
        "Social care",
        [
            ReferralQuestion(
                "protection-plan",
                "Is the child subject to a child-protection plan?",
                .choice(yesNoUnknown),
                needed: "Select whether the child is subject to a child-protection plan"
            ),
            ReferralQuestion(
                "edge-of-care",
                "Do you think the child may come into care, or into custody?",
                .choice(yesNoUnknown),
                needed: "Select whether you think the child may come into care or custody"
            ),
        ]
    )

    static let route = ReferralStep(
        "route",
        "What led to this referral?",
        [
            ReferralQuestion(
                "route",
                "It follows",
                .choice(
                    ReferralRoute.allCases.filter { $0 != .dataMatch }.map { .init($0.rawValue, $0.label) }
                ),
                needed: "Select what led to this referral"
            )
        ]
    )

    static let issues = ReferralStep(
        "issues",
        "What is the family finding hard?",
        [
            ReferralQuestion(
                "issue",
                "Select all that apply",
                .several(PresentingIssue.allCases.map { .init($0.rawValue, $0.label) }),
                needed: "Select what the family is finding hard"
            ),
            ReferralQuestion(
                "story",
                "What is happening, and what has been tried",
                hint: "Up to 4,000 characters. Write what you would be content for the family to read.",
                .lines(most: 4000),
                needed: "Enter what is happening and what has been tried"
            ),
        ]
    )

    static let hopes = ReferralStep(
        "hopes",
        "What would the family like to be different?",
        words: ["In their own words if you can. You can leave this empty."],
        [ReferralQuestion("hopes", "The family’s hopes (optional)", .lines(most: 2000))]
    )

    static let safety = ReferralStep(
        "safety",
        "Is there anything a worker should know before they visit?",
        words: ["Such as somebody who must not be told of the visit, or a dog. You can leave this empty."],
        [ReferralQuestion("safety", "Before a visit (optional)", .lines(most: 1000))]
    )

    static let referrer = ReferralStep(
        "referrer",
        "Who are you?",
        words: ["So that the gateway can ask you, and tell you what becomes of the referral."],
        [
            ReferralQuestion("referrer-name", "Full name", .line(most: 200), needed: "Enter your full name"),
            ReferralQuestion("referrer-job", "Job or role", .line(most: 200), needed: "Enter your job or role"),
            ReferralQuestion("referrer-email", "Email address", .email, needed: "Enter your email address"),
            ReferralQuestion("referrer-phone", "Phone number (optional)", .line(most: 50)),
        ]
    )

    /// Asked apart, after the answers were checked: every question may be left out.
    package static let equalities = ReferralStep(
        "equalities",
        "Equality questions (optional)",
        words: [
            "They help the council to see whether the service reaches everybody. They make no difference to what is decided, and you can leave any of them out."
        ],
        [
            ReferralQuestion(
                "child-ethnicity",
                "The child’s ethnic group",
                .choice(Ethnicity.allCases.map { .init($0.rawValue, $0.label) })
            ),
            ReferralQuestion(
                "child-disability",
                "Is the child disabled?",
                .choice([.init("yes", "Yes"), .init("no", "No"), .init("not_said", "Prefer not to say")])
            ),
            ReferralQuestion("child-language", "The language mostly spoken at home", .line(most: 100)),
            ReferralQuestion("child-religion", "The family’s religion or belief", .line(most: 100)),
        ]
    )
}

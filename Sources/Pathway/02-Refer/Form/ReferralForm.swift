package import Values

/// The partners' form: its pages in order, which of them are asked, and whether the answers are whole.
package struct ReferralForm: Sendable {
    /// A programme that may be asked for.
    package struct Programme: Hashable, Sendable {
        package let id: String
        package let title: String

        package init(id: String, title: String) {
            self.id = id
            self.title = title
        }
    }

    private let programmes: [Programme]

    package init(programmes: [Programme]) {
        self.programmes = programmes
    }

    /// Other people of the home that can be named.
    package static let mostOthers = 8

    /// The pages to answer given what was answered so far, in order.
    package func steps(_ answers: [String: String]) -> [ReferralStep] {
        var steps = [ReferralForm.agreement]
        if let agrees = answers["family-agrees"], agrees != "agrees" { steps.append(ReferralForm.withoutAgreement) }
        steps += [ReferralForm.basis, ReferralForm.child, ReferralForm.home, ReferralForm.carer, ReferralForm.others]
        if answers["others"] == "yes" {
            for number in 1...ReferralForm.mostOthers {
                steps.append(ReferralForm.other(number))
                guard answers["other-\(number)-more"] == "yes" else { break }
            }
        }
        steps += [ReferralForm.living, ReferralForm.socialCare, ReferralForm.route, ReferralForm.issues]
        steps += [ReferralForm.hopes, ReferralForm.safety, programme, ReferralForm.referrer]
        return steps
    }

    /// The page with this part of the address; nil where it is not asked.
    package func step(_ id: String, _ answers: [String: String]) -> ReferralStep? {
        id == ReferralForm.equalities.id ? ReferralForm.equalities : steps(answers).first { $0.id == id }
    }

    /// The page after one; nil where it is the last, and the answers are to be checked.
    package func step(after id: String, _ answers: [String: String]) -> ReferralStep? {
        let steps = steps(answers)
        guard let place = steps.firstIndex(where: { $0.id == id }), place + 1 < steps.count else { return nil }
        return steps[place + 1]
    }

    /// The page before one; nil before the first.
    package func step(before id: String, _ answers: [String: String]) -> ReferralStep? {
        let steps = steps(answers)
        guard let place = steps.firstIndex(where: { $0.id == id }), place > 0 else { return nil }
        return steps[place - 1]
    }

    /// The first page that still needs something; nil where the form can be sent.
    package func firstUnfinished(_ answers: [String: String], on today: Day) -> ReferralStep? {
        steps(answers).first { !$0.faults(in: answers, on: today).isEmpty }
    }

    private var programme: ReferralStep {
        ReferralStep(
            "programme",
            "Which programme do you think would help?",
            words: ["The gateway decides. Select “I am not sure” if you do not know."],
            [
                ReferralQuestion(
                    "programme",
                    "Programme",
                    .choice(programmes.map { .init($0.id, $0.title) } + [.init("unsure", "I am not sure")]),
                    needed: "Select a programme, or that you are not sure"
                )
            ]
        )
    }
}

package import Values

// The form answered all at once, as a program sends it.
extension ReferralForm {
    /// Every page there is, with those that only some answers lead to, and the equality questions.
    package var everyStep: [ReferralStep] {
        var answers = ["family-agrees": "not_told", "others": "yes"]
        for number in 1..<ReferralForm.mostOthers { answers["other-\(number)-more"] = "yes" }
        return steps(answers) + [ReferralForm.equalities]
    }

    /// What is wrong with answers that came all at once, by the name of the question.
    ///
    /// The rule is that of the pages, page by page. An answer that no page asks for after the others is refused: on the
    /// pages it could not have been given, and left out it would be lost unseen.
    ///
    /// - Parameters:
    ///   - answers: the answers under the names that the pages use.
    ///   - today: the day they are sent.
    /// - Returns: words by the name of the question; empty where the referral can be sent.
    package func faults(in answers: [String: String], on today: Day) -> [String: String] {
        let asked = steps(answers) + [ReferralForm.equalities]
        var faults = asked.reduce(into: [:]) { faults, step in
            faults.merge(step.faults(in: answers, on: today)) { first, _ in first }
        }
        let names = Set(asked.flatMap(\.questions).map(\.name))
        for question in everyStep.flatMap(\.questions) where !names.contains(question.name) {
            guard !question.taken(from: answers).isEmpty else { continue }
            faults[question.name] =
                "This is not asked after the other answers. Leave it out or change them"
        }
        return faults
    }
}

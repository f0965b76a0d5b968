import Records
import Register
import Values

/// What was written of some of the invented families when their cases were opened: all of it invented.
enum DemonstrationAssessments {
    private struct Written {
        let tookPart: String
        let childWords: String
        let childStrengths: String
        let childNeeds: String
        let carerStrengths: String
        let carerNeeds: String
        let familyNeeds: String
        let meaning: String
    }

    private static let written = [
        Written(
            tookPart: "The young person, their mother, the head of year",
            childWords: "I want people to stop shouting in the morning.",
            childStrengths: "Kind to younger children; keeps a place in the football team.",
            childNeeds: "Sleep; somebody at school to go to before it gets too much.",
            carerStrengths: "Has kept every appointment; knows what sets an argument off.",
            carerNeeds: "Ways of ending an argument; an evening a week without worry.",
            familyNeeds: "Arrears of rent are to be settled with the landlord.",
            meaning: "Mornings come first: a calm start brings school back. The arrears are taken on by housing."
        ),
        Written(
            tookPart: "Both parents, the young person for part of it, the youth worker",
            childWords: "I go out because it is quiet there.",
            childStrengths: "Good with their hands; has a friend whose family can be relied upon.",
            childNeeds: "To be safe in the evenings, and to be asked before plans are made.",
            carerStrengths: "Both want the same; an aunt lives near and helps.",
            carerNeeds: "One rule for going out that both keep to.",
            familyNeeds: "Room to be apart: the home is crowded.",
            meaning: "The parents agree one rule and who to ring. The aunt's home is the quiet place for now."
        ),
    ]

    /// Adds them: of every third case that is open, a fortnight after it began.
    static func add(to entry: inout Entry, _ cases: [Case], on day: Day) {
        let open = cases.filter { $0.endedOn == nil && $0.startedOn + 14 <= day }.sorted { $0.id < $1.id }
        for (place, number) in stride(from: 0, to: open.count, by: 3).enumerated() {
            let words = written[place % written.count]
            entry.add(
                FamilyAssessment(
                    id: Identifier("FA-\(place + 1)"),
                    caseID: open[number].id,
                    assessedOn: open[number].startedOn + 14,
                    author: LocalActor.actor.id,
                    tookPart: words.tookPart,
                    childWords: words.childWords,
                    childStrengths: words.childStrengths,
                    childNeeds: words.childNeeds,
                    carerStrengths: words.carerStrengths,
                    carerNeeds: words.carerNeeds,
                    familyNeeds: words.familyNeeds,
                    meaning: words.meaning
                )
            )
        }
    }
}

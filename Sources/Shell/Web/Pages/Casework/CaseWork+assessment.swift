import Actions
import Records
import Register
import Values

/// Assessing a whole family.
extension CaseWork {
    /// Boxes for what goes well and what is needed, of whom; one of them at least is filled in.
    static let lifeBoxes = [
        (of: "The children", strengths: "child-strengths", needs: "child-needs"),
        (of: "Parents or carers", strengths: "carer-strengths", needs: "carer-needs"),
        (of: "The family, its home and those around it", strengths: "family-strengths", needs: "family-needs"),
    ]

    /// Writes a whole-family assessment; the ones before it stay as they are.
    func assess(_ form: inout TypedForm, _ leave: Leave) throws -> FamilyAssessment? {
        let day = form.day("assessed", "Day of the assessment", upTo: today)
        let words = { (name: String, label: String, form: inout TypedForm) in
            form.optionalText(name, label, most: 2000)
        }
        let assessment = FamilyAssessment(
            id: Identifier(keeper.newReference("FA")),
            caseID: file.item.record.id,
            assessedOn: day ?? today,
            author: keeper.actor.id,
            tookPart: form.text("took-part", "Who took part", orSay: "Enter who took part", most: 500),
            childWords: words("child-words", "What the children say", &form),
            familyWords: words("family-words", "What the family says", &form),
            childStrengths: words("child-strengths", "What goes well for the children", &form),
            childNeeds: words("child-needs", "What the children need", &form),
            carerStrengths: words("carer-strengths", "What goes well for parents or carers", &form),
            carerNeeds: words("carer-needs", "What parents or carers need", &form),
            familyStrengths: words("family-strengths", "What goes well for the family", &form),
            familyNeeds: words("family-needs", "What the family needs", &form),
            meaning: form.text(
                "meaning",
                "What it means",
                orSay: "Enter what it means for the family, and what should change",
                most: 4000
            )
        )
        let boxes = CaseWork.lifeBoxes.flatMap { [$0.strengths, $0.needs] }
        if boxes.allSatisfy({ form[$0].isEmpty }) {
            form.refuse("Enter what goes well or what is needed, of somebody at least", at: boxes[0])
        }
        // A form made before somebody else's assessment does not know what that one says.
        if let known = form.all["after"], known != file.familyAssessments.last?.record.id.text ?? "" {
            form.refuse(Pages.movedOn)
        }
        guard day != nil, form.isSound, leave(&form) else { return nil }
        let isSaved = try form.saving {
            var entry = Entry()
            entry.add(assessment)
            try keeper.enter(entry, purpose: "assessment", summary: "Assessed a family")
        }
        return isSaved ? assessment : nil
    }
}

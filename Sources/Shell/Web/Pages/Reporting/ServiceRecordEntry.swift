import Actions
import Definitions
import Documents
import Records
import Register
import Values

extension KeptServiceRecord {
    /// The form with what stands.
    var form: TypedForm {
        var form = TypedForm()
        form.set("provider", provider.text)
        switch self {
        case .complaint(let held):
            form.set("programme", held.record.programme)
            form.set("kind", held.record.kind.rawValue)
            form.set("source", held.record.source.rawValue)
            form.set("received", held.record.receivedOn)
            form.set("words", held.record.words)
            form.set("resolution", held.record.resolution)
            form.set("outcome", held.record.outcome?.rawValue)
            form.set("resolved", held.record.resolvedOn)
            form.set("learning", held.record.learning)
        case .feedback(let held):
            form.set("programme", held.record.programme)
            form.set("source", held.record.source.rawValue)
            form.set("received", held.record.receivedOn)
            form.set("satisfaction", held.record.satisfaction.map { "\($0)" })
            form.set("value", held.record.value.map { "\($0)" })
            form.set("said", held.record.said)
            form.set("did", held.record.did)
            form.set("done", held.record.didOn)
        case .training(let held):
            form.set("team", held.record.team)
            form.set("title", held.record.title)
            form.set("given", held.record.givenBy)
            form.set("held", held.record.heldOn)
            form.set("hours", held.record.hours?.plain)
            form.set("people", "\(held.record.people)")
        case .study(let held):
            form.set("programme", held.record.programme)
            form.set("case", held.record.caseID?.text)
            form.set("title", held.record.title)
            form.set("before", held.record.before)
            form.set("work", held.record.work)
            form.set("after", held.record.after)
            form.set("consentedBy", held.record.consentedBy)
            form.set("consented", held.record.consentedOn)
        }
        return form
    }
}

/// Reads a record of a service from its form, noting what is wrong.
struct ServiceRecordEntry {
    let keeper: Keeper
    let today: Day
    /// The providers that may be chosen.
    let providers: Set<String>

    func record(_ kind: ServiceRecordKind, _ held: KeptServiceRecord?, _ form: inout TypedForm) -> (any Record)? {
        if !providers.contains(form["provider"]) { form.refuse("Select a provider", at: "provider") }
        let provider = Identifier<Organisation>(form["provider"])
        switch kind {
        case .complaints: return complaint(held?.id, provider, &form)
        case .feedback: return feedback(held?.id, provider, &form)
        case .training: return training(held?.id, provider, &form)
        case .studies: return study(held, provider, &form)
        }
    }

    private func programme(_ form: TypedForm) -> String? {
        keeper.definitions.programme(form["programme"])?.id
    }

    private func complaint(
        _ id: String?,
        _ provider: Identifier<Organisation>,
        _ form: inout TypedForm
    ) -> Complaint? {
        let kind: ComplaintKind? = form.code("kind", orSay: "Select the kind")
        let source: FeedbackSource? = form.code("source", orSay: "Select who said it")
        let received = form.day("received", "Received on", upTo: today)
        let words = form.text("words", "What was said", orSay: "Enter what was said", most: 4000)
        let resolution = form.optionalText("resolution", "What was done about it")
        let resolved = form.optionalDay("resolved", "Resolved on")
        let outcome: ComplaintOutcome? = form.optionalCode("outcome")
        if outcome != nil, resolved == nil, form.isSound {
            form.refuse("Enter the day on which it was resolved", at: "resolved", wrong: [.day])
        }
        let learning = form.optionalText("learning", "What the service changed")
        guard let kind, let source, let received else { return nil }
        return Complaint(
            id: Identifier(id ?? keeper.newReference("CPL")),
            organisationID: provider,
            programme: programme(form),
            kind: kind,
            source: source,
            receivedOn: received,
            words: words,
            resolution: resolution,
            outcome: outcome,
            resolvedOn: resolved,
            learning: learning,
            keptBy: keeper.actor.id
        )
    }

    private func feedback(
        _ id: String?,
        _ provider: Identifier<Organisation>,
        _ form: inout TypedForm
    ) -> ServiceFeedback? {
        let source: FeedbackSource? = form.code("source", orSay: "Select who said it")
        let received = form.day("received", "Said on", upTo: today)
        let said = form.text("said", "What was said", orSay: "Enter what was said", most: 2000)
        let did = form.optionalText("did", "What the service did about it", most: 2000)
        let done = form.optionalDay("done", "Done on")
        guard let source, let received else { return nil }
        return ServiceFeedback(
            id: Identifier(id ?? keeper.newReference("FBK")),
            organisationID: provider,
            programme: programme(form),
            source: source,
            receivedOn: received,
            satisfaction: Int(form["satisfaction"]),
            value: Int(form["value"]),
            said: said,
            did: did,
            didOn: done,
            keptBy: keeper.actor.id
        )
    }

    private func training(
        _ id: String?,
        _ provider: Identifier<Organisation>,
        _ form: inout TypedForm
    ) -> TrainingCourse? {
        let title = form.text("title", "What it was about", orSay: "Enter what it was about")
        let held = form.day("held", "Held on", upTo: today)
        let team = form.optionalText("team", "Team", most: 100)
        let given = form.optionalText("given", "Who gave it", most: 200)
        let hours = form["hours"].isEmpty ? nil : Decimal(form["hours"])
        if !form["hours"].isEmpty, hours == nil { form.refuse("Hours must be a number, such as 3.5", at: "hours") }
        let people = Int(form["people"])
        if people.map({ $0 < 1 || $0 > 10_000 }) ?? true {
            form.refuse("Enter how many of the staff took it, as a whole number", at: "people")
        }
        guard let held, let people else { return nil }
        return TrainingCourse(
            id: Identifier(id ?? keeper.newReference("TRN")),
            organisationID: provider,
            team: team,
            title: title,
            givenBy: given,
            heldOn: held,
            hours: hours,
            people: people,
            keptBy: keeper.actor.id
        )
    }

    private func study(
        _ held: KeptServiceRecord?,
        _ provider: Identifier<Organisation>,
        _ form: inout TypedForm
    ) -> CaseStudy? {
        let programme = programme(form)
        if programme == nil { form.refuse("Select a programme", at: "programme") }
        let title = form.text("title", "Title", orSay: "Enter a title")
        let before = form.text("before", "How things were", orSay: "Enter how things were", most: 4000)
        let work = form.text("work", "What was done", orSay: "Enter what was done", most: 4000)
        let after = form.text("after", "What changed", orSay: "Enter what changed", most: 4000)
        let by = form.optionalText("consentedBy", "Who agreed that it is told", most: 100)
        let consented = form.optionalDay("consented", "Agreed on")
        if (by == nil) != (consented == nil) {
            form.refuse("Enter who agreed and on which day, or neither", at: "consentedBy")
        }
        let caseID = form["case"].isEmpty ? nil : form["case"]
        if let caseID, (try? keeper.register.contains(key: caseID, inTable: Case.table.name)) != true {
            form.refuse("There is no case of that reference", at: "case")
        }
        guard let programme else { return nil }
        var drafted = (on: today, by: keeper.actor.id)
        if case .study(let study)? = held { drafted = (study.record.draftedOn, study.record.draftedBy) }
        return CaseStudy(
            id: Identifier(held?.id ?? keeper.newReference("STY")),
            organisationID: provider,
            programme: programme,
            caseID: caseID.map { Identifier($0) },
            title: title,
            before: before,
            work: work,
            after: after,
            consentedBy: by,
            consentedOn: consented,
            draftedOn: drafted.on,
            draftedBy: drafted.by
        )
    }
}

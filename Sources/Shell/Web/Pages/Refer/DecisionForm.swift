import Actions
import Documents
import Records
import Refer
import Values

/// A decision of the gateway as it was typed, with the panel that made it.
struct DecisionForm {
    var kind = ""
    var programme = ""
    var place = ""
    var tier = ""
    var reason = ""
    var destination = ""
    var note = ""
    var isPanel = false
    var met = DateInput()
    var sat = ""
    var agreed = ""
    var errors: [FormError] = []

    init(_ referral: Referral) {
        programme = referral.programme ?? ""
        tier = referral.tier?.rawValue ?? ""
    }

    init(_ request: PageRequest) {
        let typed = { (name: String) in (request.form[name] ?? "").trimmingSpaces }
        kind = typed("kind")
        programme = typed("programme")
        place = typed("provider")
        tier = typed("tier")
        reason = typed("reason")
        destination = typed("destination")
        note = typed("note")
        isPanel = typed("panel") == "yes"
        met = DateInput(day: typed("met-day"), month: typed("met-month"), year: typed("met-year"))
        sat = typed("sat")
        agreed = typed("agreed")
        for (name, label, text, most) in [
            ("destination", "Where the family is sent", destination, 200), ("note", "Note", note, 4000),
            ("sat", "Who sat", sat, 1000), ("agreed", "What was agreed", agreed, 4000),
        ] where text.unicodeScalars.count > most {
            refuse("\(label) must be \(NumberText.count(most)) characters or fewer", at: name)
        }
    }

    /// The provider and team that were chosen, which are one choice: `O2|North`.
    private var provider: (id: String, team: String?)? {
        let parts = place.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let id = parts.first, !id.isEmpty else { return nil }
        return (id, parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil)
    }

    var draft: DecisionDraft {
        DecisionDraft(
            kind: GatewayAct(rawValue: kind),
            programme: programme.isEmpty ? nil : programme,
            provider: provider?.id,
            team: provider?.team,
            tier: Tier(rawValue: tier),
            reason: DecisionReason(rawValue: reason),
            destination: destination.isEmpty ? nil : destination
        )
    }

    /// The panel that decided; nil where none did, with what is wrong noted.
    mutating func panel(on today: Day) -> DecideReferral.Panel? {
        guard isPanel else { return nil }
        let day = [met.year, met.month, met.day].map { Int($0.filter { !$0.isWhitespace }) }
        var metOn: Day?
        if let year = day[0], let month = day[1], let date = day[2] { metOn = Day(year: year, month: month, day: date) }
        if metOn == nil { refuse("Day the panel met must be a real date", at: "met-day") }
        if let metOn, metOn > today { refuse("Day the panel met must be today or in the past", at: "met-day") }
        if sat.isEmpty { refuse("Enter who sat on the panel, and for whom", at: "sat") }
        guard let metOn, errors.isEmpty else { return nil }
        return DecideReferral.Panel(metOn: metOn, sat: sat, agreed: agreed.isEmpty ? nil : agreed)
    }

    mutating func refuse(_ words: String, at field: String) {
        errors.append(FormError(words, at: "field-\(field)"))
    }

    mutating func take(_ refusal: DecisionDraft.Refusal) {
        for field in DecisionDraft.Field.allCases {
            if let words = refusal.problems[field] { refuse(words, at: field.rawValue) }
        }
    }
}

extension DecisionForm {
    /// What can be chosen: programmes, and the teams that take families on.
    struct Choices {
        let acts: [GatewayAct]
        let programmes: [(id: String, words: String)]
        let places: [(id: String, words: String)]
    }

    func fields(_ choices: Choices) -> [FormField] {
        let acts = choices.acts.map { Choice($0.rawValue, $0.label, isChosen: $0.rawValue == kind) }
        var fields = [FormField("kind", label: "What do you decide?", error: error("kind"), input: .radios(acts))]
        if choices.acts != [.reopen] { fields += parts(choices) }
        fields.append(
            FormField(
                "note",
                label: "Note (optional)",
                hint: "Why, in words the family could read.",
                error: error("note"),
                input: .lines(value: note, rows: 3)
            )
        )
        return fields
    }

    private func parts(_ choices: Choices) -> [FormField] {
        [
            FormField(
                "programme",
                label: "Programme",
                hint: "To accept, or to put on the waiting list.",
                error: error("programme"),
                input: select("Select a programme", choices.programmes, programme)
            ),
            FormField(
                "tier",
                label: "Tier of need",
                hint: "To accept, or to put on the waiting list.",
                error: error("tier"),
                input: select("Select a tier", Tier.allCases.map { ($0.rawValue, $0.label) }, tier)
            ),
            FormField(
                "provider",
                label: "Who takes the family on",
                hint: "To accept.",
                error: error("provider"),
                input: select("Select a provider or a team", choices.places, place)
            ),
            FormField(
                "reason",
                label: "Main reason",
                hint: "For every other decision. The referrer sees it.",
                error: error("reason"),
                input: select("Select a reason", DecisionReason.allCases.map { ($0.rawValue, $0.label) }, reason)
            ),
            FormField(
                "destination",
                label: "Where the family is sent",
                hint: "To redirect, or where another service is right. The referrer sees it.",
                error: error("destination"),
                input: .text(TextInput(destination, autocomplete: "off"))
            ),
        ] + panelFields
    }

    private var panelFields: [FormField] {
        [
            FormField(
                "panel",
                label: "Multi-agency panel",
                input: .checkboxes([Choice("yes", "A panel decided this", isChosen: isPanel)])
            ),
            FormField("met", label: "Day the panel met", error: error("met-day"), input: .date(met)),
            FormField(
                "sat",
                label: "Who sat, and for whom",
                error: error("sat"),
                input: .lines(value: sat, rows: 2)
            ),
            FormField(
                "agreed",
                label: "What was agreed (optional)",
                error: error("agreed"),
                input: .lines(value: agreed, rows: 3)
            ),
        ]
    }

    private func error(_ name: String) -> String? { errors.first { $0.inputID == "field-\(name)" }?.words }

    private func select(_ none: String, _ items: [(id: String, words: String)], _ chosen: String) -> FormField.Input {
        .select([Choice("", none)] + items.map { Choice($0.id, $0.words, isChosen: $0.id == chosen) })
    }
}

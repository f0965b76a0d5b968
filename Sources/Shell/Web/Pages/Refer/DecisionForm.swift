import Actions
import Definitions
import Documents
import Records
import Refer
import Register
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
        ] where text.unicodeScalars.count > most {
            refuse("\(label) must be \(NumberText.count(most)) characters or fewer", at: name)
        }
    }

    var draft: DecisionDraft {
        let chosen = Choices.parts(of: place)
        return DecisionDraft(
            kind: GatewayAct(rawValue: kind),
            programme: programme.isEmpty ? nil : programme,
            provider: chosen?.provider,
            team: chosen?.team,
            tier: Tier(rawValue: tier),
            reason: DecisionReason(rawValue: reason),
            destination: destination.isEmpty ? nil : destination
        )
    }

    /// The panel that decided; nil where none did, with what is wrong noted.
    mutating func panel(_ request: PageRequest, on today: Day) -> DecideReferral.Panel? {
        var typed = TypedForm(request)
        let panel = GatewayWork.panel(&typed, on: today)
        errors += typed.errors
        return panel
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

        /// What can be chosen where a referral is decided on.
        init(for referral: Referral, _ keeper: Keeper) throws {
            let now = try CapacityNow(keeper, asAt: keeper.today())
            let providers = try keeper.register.held(Organisation.self).map(\.record)
                .filter { $0.kind == .provider || $0.kind == .localAuthority }
            var places: [(id: String, words: String)] = now.capacity.teams.compactMap { team in
                guard let provider = team.provider else { return nil }
                let free = team.free.map { ", \(NumberText.plural($0, "place", "places")) free" } ?? ""
                let name = team.team.map { "\($0), " } ?? ""
                let programme = keeper.definitions.programmeTitle(team.programme)
                return (
                    Choices.place(provider, team.team),
                    "\(programme): \(name)\(now.providers[provider] ?? provider)\(free)"
                )
            }
            let known = Set(places.map(\.id))
            for provider in providers where !known.contains(Choices.place(provider.id.text, nil)) {
                places.append((id: Choices.place(provider.id.text, nil), words: "\(provider.name), no team yet"))
            }
            var seen: Set<String> = []
            acts = referral.decision.next
            programmes = keeper.definitions.programmes.map { ($0.id, $0.title) }
            self.places = places.filter { seen.insert($0.id).inserted }
        }

        /// Whether a place is among them.
        func offers(_ place: String) -> Bool { places.contains { $0.id == place } }

        /// A provider and a team as one choice: `O2|North`.
        static func place(_ provider: String, _ team: String?) -> String { "\(provider)|\(team ?? "")" }

        /// The provider and the team of one choice; nil of none.
        static func parts(of place: String) -> (provider: String, team: String?)? {
            let parts = place.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let provider = parts.first, !provider.isEmpty else { return nil }
            return (provider, parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil)
        }
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
            FormField("met", label: "Day the panel met", error: error("met"), input: .date(met)),
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

    private func error(_ name: String) -> String? { errors.words(at: name) }

    private func select(_ none: String, _ items: [(id: String, words: String)], _ chosen: String) -> FormField.Input {
        .select([Choice("", none)] + items.map { Choice($0.id, $0.words, isChosen: $0.id == chosen) })
    }
}

extension [FormError] {
    /// What is wrong with a field, or with one of the boxes of its date.
    func words(at field: String) -> String? {
        let boxes = DateInput.Box.allCases.map { "field-\(field)-\($0.rawValue)" }
        return first { error in error.inputID.map { $0 == "field-\(field)" || boxes.contains($0) } ?? false }?.words
    }
}

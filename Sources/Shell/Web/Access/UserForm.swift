import Access
import Actions
import Documents
import Register

/// What is typed of a user, and what is wrong with it.
struct UserForm {
    private(set) var entry: KeepUsers.Entry
    private(set) var errors: [FormError] = []
    /// The kind of scope chosen for each role, and the parts typed, as they were typed.
    private var scopes: [Role: String] = [:]
    private var parts: [Role: String] = [:]

    /// Of a new user.
    init() {
        entry = KeepUsers.Entry(name: "", signInName: "", roles: [])
    }

    /// Of a user as they are.
    init(_ user: User) {
        entry = KeepUsers.Entry(
            name: user.name,
            signInName: user.signInName,
            workerID: user.workerID,
            roles: user.roles
        )
        for role in Role.allCases {
            let held = user.roles.filter { $0.role == role }
            guard let kind = held.first?.scope.kind else { continue }
            scopes[role] = kind.rawValue
            parts[role] = held.map(\.scope.part).filter { !$0.isEmpty }.sorted().joined(separator: ", ")
        }
    }

    /// As it was sent.
    init(_ request: PageRequest) {
        let worker = request.form["worker", default: ""].trimmingSpaces
        entry = KeepUsers.Entry(
            name: request.form["name", default: ""].trimmingSpaces,
            signInName: request.form["sign-in-name", default: ""],
            workerID: worker.isEmpty ? nil : worker,
            roles: []
        )
        for role in Role.allCases {
            scopes[role] = request.form["role-\(role.rawValue)"]
            parts[role] = request.form["part-\(role.rawValue)"]?.trimmingSpaces
            readRole(role)
        }
        if entry.name.isEmpty { refuse("Enter the full name", at: "name") }
        if let fault = SignInName.fault(in: entry.signInName) { refuse(fault, at: "sign-in-name") }
    }

    private mutating func readRole(_ role: Role) {
        guard let kind = scopes[role].flatMap(Scope.Kind.init(rawValue:)), role.scopes.contains(kind) else { return }
        guard kind != .authority else { return entry.roles.append(Assignment(role)) }
        let names = (parts[role] ?? "").split(separator: ",").map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
        let scopes = names.compactMap { Scope(kind, $0) }
        if scopes.isEmpty {
            let what = kind == .team ? "the name of the team" : "the reference of the \(kind.rawValue)"
            refuse("Enter \(what) for \(role.label.lowercased())", at: "part-\(role.rawValue)")
        }
        entry.roles += scopes.map { Assignment(role, in: $0) }
    }

    /// Notes what is wrong with a field.
    mutating func refuse(_ words: String, at field: String) {
        let id = field == "roles" ? "field-role-\(Role.allCases[0].rawValue)" : "field-\(field)"
        errors.append(FormError(words, at: id))
    }

    /// What the form says, in a few letters: to tell whether somebody else has saved meanwhile.
    var digest: String {
        let roles = entry.roles.map(\.text).sorted().joined(separator: "\n")
        let text = [entry.name, entry.signInName, entry.workerID ?? "", roles].joined(separator: "\u{0}")
        return Base32.text(Array(Array(text.utf8).sha256.prefix(10))).lowercased()
    }

    var fields: [FormField] {
        let error = { (id: String) in errors.first { $0.inputID == "field-\(id)" }?.words }
        return [
            FormField(
                "name",
                label: "Full name",
                error: error("name"),
                input: .text(TextInput(entry.name, autocomplete: "off"))
            ),
            FormField(
                "sign-in-name",
                label: "Sign-in name",
                hint: "Such as their email address at work.",
                error: error("sign-in-name"),
                input: .text(TextInput(entry.signInName, autocomplete: "off"))
            ),
            FormField(
                "worker",
                label: "Worker, if they hold cases",
                hint: "Their reference as a worker in the register.",
                error: error("worker"),
                input: .text(TextInput(entry.workerID ?? "", width: .characters20, autocomplete: "off"))
            ),
        ] + Role.allCases.flatMap(fields)
    }

    private func fields(of role: Role) -> [FormField] {
        let error = { (id: String) in errors.first { $0.inputID == "field-\(id)" }?.words }
        let chosen = scopes[role]
        let kinds = role.scopes.map { kind in
            Choice(
                kind.rawValue,
                kind == .authority ? "In the whole authority" : "In one \(kind.rawValue)",
                isChosen: chosen == kind.rawValue
            )
        }
        let select = FormField(
            "role-\(role.rawValue)",
            label: role.label,
            error: error("role-\(role.rawValue)"),
            input: .select([Choice("", "No", isChosen: entry.roles.allSatisfy { $0.role != role })] + kinds)
        )
        guard role.scopes != [.authority] else { return [select] }
        let names = role.scopes.filter { $0 != .authority }.map(\.rawValue).joined(separator: " or ")
        let part = FormField(
            "part-\(role.rawValue)",
            label: "\(role.label): which \(names)",
            hint: "Several are separated by commas.",
            error: error("part-\(role.rawValue)"),
            input: .text(TextInput(parts[role] ?? "", autocomplete: "off"))
        )
        return [select, part]
    }
}

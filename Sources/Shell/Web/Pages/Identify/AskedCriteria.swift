import Actions
import Documents
import Definitions
import Identify
import Records
import Register
import Report
import Values

/// Which criteria set a page is asked about, as at which day, as known when.
struct AskedCriteria {
    let set: CriteriaSet
    let day: Day
    /// As known at this change; nil is now.
    let knownAt: Int?
    let knownAtTyped: String
    let area: String?
    /// Whether what partners say is looked at too; nil where no feed may be matched, and there is nothing to ask.
    let withPartners: Bool?
    let errors: [FormError]
    let date: DateInput

    /// Reads it from the address, or from the values a form carried; nil where there is no such criteria set.
    init?(_ request: PageRequest, _ keeper: Keeper) throws {
        var asked = request
        for name in ["criteria", "as-at", "known-at", "area", "with"] where asked.query[name] == nil {
            asked.query[name] = request.form[name]
        }
        guard let set = keeper.definitions.criteriaSet(asked.asked("criteria") ?? keeper.definitions.usualCriteria)
        else { return nil }
        self.set = set
        var reader = DateReader(asked)
        day = reader.day("as-at", "The day", or: try keeper.today())
        var errors = reader.errors
        knownAtTyped = asked.asked("known-at") ?? ""
        do {
            knownAt = try asked.asked("known-at").map { try keeper.register.resolveKnownAt($0) }
        } catch {
            knownAt = nil
            let words = "Known at must be a change number, a date or a time that the register has"
            errors.append(FormError(words, at: "field-known-at"))
        }
        area = asked.asked("area")
        // Partners' rows are those of now, so by default the past is asked of the register alone.
        let usual = knownAt == nil ? "partners" : "register"
        withPartners = try keeper.hasFeedsToMatch() ? (asked.asked("with") ?? usual) == "partners" : nil
        self.errors = errors
        date = reader.dates["as-at"] ?? DateInput()
    }

    /// The question written into an address.
    func write(to address: Address, area: Bool = true) -> Address {
        address.with("criteria", set.id).with("as-at", day.iso).with("known-at", knownAt.map { "\($0)" })
            .with("area", area ? self.area : nil).with("with", with)
    }

    /// The question as values a form carries unseen.
    var carried: [(name: String, value: String)] {
        [("criteria", set.id), ("as-at", day.iso)] + (knownAt.map { [("known-at", "\($0)")] } ?? [])
            + (area.map { [("area", $0)] } ?? []) + (with.map { [("with", $0)] } ?? [])
    }

    private var with: String? { withPartners.map { $0 ? "partners" : "register" } }

    /// `, North, as known at change 3`: what a title must say to be of one page.
    var titleEnd: String {
        (area.map { ", \($0)" } ?? "") + (withPartners == false ? ", the register alone" : "")
            + (knownAt.map { ", as known at change \($0)" } ?? "")
    }

    func error(_ id: String) -> String? {
        errors.first { $0.inputID?.hasPrefix("field-\(id)") ?? false }?.words
    }
}

extension Pages {
    /// The partners' facts on the register where they are asked for; nil where the register alone is.
    ///
    /// They are held to find families by, so only those who do that see them.
    func partners(_ asked: AskedCriteria) throws -> PartnersGround? {
        guard asked.withPartners == true, viewer.may(open: .identify) else { return nil }
        return try keeper.partnersGround(asAt: asked.day, knownAt: asked.knownAt)
    }

    /// What the criteria are tried on.
    func snapshot(_ asked: AskedCriteria, _ partners: PartnersGround?) throws -> Snapshot {
        try partners?.snapshot ?? keeper.picture(knownAt: asked.knownAt).ground.snapshot
    }
}

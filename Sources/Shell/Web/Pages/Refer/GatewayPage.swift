import Actions
import Documents
import Records
import Refer
import Register
import Values

extension Pages {
    /// The referrals that wait for a decision, in the order they should be looked at.
    func gateway(_ request: PageRequest) throws -> PageAnswer {
        let day = try keeper.today()
        let shown = ListPage(asked: request.asked("page"), size: GatewayQueue.pageSize)
        let queue = try GatewayQueue(keeper, asAt: day, page: shown)
        try keeper.logRead("gateway queue, \(queue.entries.count) referrals", table: "referrals", key: "")
        let head = Page("Gateway", title: shown.titled("Gateway"), section: Address("gateway"), way: way())
        return page(head) { html in
            html.lead(GatewayWords.lead(queue))
            html.links([
                Link("Waiting list", Address("waiting")), Link("Capacity of teams", Address("capacity")),
                Link("Homes and beds", Address("homes")), Link("Referral links of partners", Address("referral-links")),
            ])
            html.table(
                DataTable(
                    caption: "Referrals to decide on, the first to look at first",
                    columns: [
                        "Referral", "Child", .number("Days"), "Priority", "Eligibility", "Came by", "Answers for it",
                    ],
                    rows: queue.entries.map { row($0, on: day) },
                    whenEmpty: "No referral waits for a decision."
                )
            )
            html.pagination(Pagination(shown, queue.entries.count, of: queue.count, "referral", at: Address("gateway")))
            rules(queue.rules, &html)
        }
    }

    private func row(_ entry: GatewayQueue.Entry, on day: Day) -> [CellContent] {
        let eligibility = entry.eligibility.map { "\($0.shortTitle): \($0.summary)" }
        return [
            .link(entry.referral.id.text, Address("gateway", entry.referral.id.text)),
            .text(GatewayWords.child(entry.child, entry.family, on: day)),
            .html(age(entry, on: day)),
            .html(priority(entry.priority)),
            .text(eligibility ?? ""),
            .text("\(entry.referral.source.label), \(entry.referral.route.label.lowercased())"),
            .text(entry.ownerName),
        ]
    }

    private func age(_ entry: GatewayQueue.Entry, on day: Day) -> HTML {
        HTML { html in
            html.text("\(entry.age)")
            if entry.isLate(on: day) {
                html.text(" ")
                html.tag("Overdue", .red)
            }
        }
    }

    private func priority(_ priority: Priority) -> HTML {
        HTML { html in
            html.tag(priority.band, .blue)
            html.note(priority.explanation)
        }
    }

    /// What sets the order of a queue.
    func rules(_ rules: PriorityRules?, _ html: inout HTML) {
        guard let rules else { return }
        html.heading("How the order is set")
        html.bullets(rules.words)
        if let days = rules.decideWithinDays {
            html.paragraph("A decision should be made within \(days) days.")
        }
        html.note(
            "Of two with as many points the one that came first goes first. The points are a definition the council can change."
        )
    }
}

extension ListPage {
    /// The title of the page of the list: each page of it has its own.
    func titled(_ title: String) -> String { number == 1 ? title : "\(title), page \(number)" }
}

extension Pagination {
    /// The links of a page of a list that is counted.
    ///
    /// - Parameters:
    ///   - page: the page shown.
    ///   - rows: how many rows it shows.
    ///   - count: how many there are on every page.
    ///   - noun: what one of them is called; another `s` makes several.
    ///   - address: the address of the list, to which the page is added.
    init(_ page: ListPage, _ rows: Int, of count: Int, _ noun: String, at address: Address) {
        let start = (page.number - 1) * page.size
        let all = NumberText.plural(count, noun, "\(noun)s")
        let isLast = start + page.size >= count
        self.init(
            showing: rows == 0
                ? "Showing none of \(all)"
                : "Showing \(NumberText.count(start + 1)) to \(NumberText.count(start + rows)) of \(all)",
            previous: page.number == 1 ? nil : address.with("page", page.number == 2 ? nil : "\(page.number - 1)"),
            next: isLast ? nil : address.with("page", "\(page.number + 1)")
        )
    }
}

/// Words of the gateway's pages.
enum GatewayWords {
    static func lead(_ queue: GatewayQueue) -> String {
        let many = NumberText.plural(queue.count, "referral waits", "referrals wait")
        let late = queue.late
        return late == 0 ? "\(many) for a decision." : "\(many) for a decision, \(late) longer than they should."
    }

    /// `Sam Young, 14`, or the family where no child is named.
    static func child(_ child: Person?, _ family: Family?, on day: Day) -> String {
        guard let child else {
            return family?.name.map { "The \($0) family" } ?? family?.id.text ?? "Not recorded"
        }
        let age = child.birth.map { ", \(day.age(bornOn: $0.latest))" } ?? ""
        return child.fullName + age
    }
}

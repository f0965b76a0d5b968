import Actions
import Documents
import Identify
import Register
import Values

extension Pages {
    /// What merging two people would do, to check before it is done.
    func checkMerge(_ request: PageRequest) throws -> PageAnswer {
        guard let view = try mergeable(request) else { return notFound() }
        return try checkMergePage(view, keepsSecond: request.asked("keep") == "second", errors: [])
    }

    /// Merges two people, in one change.
    func mergePair(_ request: PageRequest) throws -> PageAnswer {
        guard let view = try mergeable(request) else { return notFound() }
        let keepsSecond = request.form["keep"] == "second"
        guard tokens.spend(request) else {
            return try checkMergePage(view, keepsSecond: keepsSecond, errors: [FormError(FormTokens.refusal)])
        }
        let (kept, other) = people(view, keepsSecond: keepsSecond)
        do {
            let merge = try MergePeople(keeper.register, as: keeper.actor).run(other, into: kept).merge
            return .onward(to: Address("merges", merge.id))
        } catch let refusal as MergeRefusal {
            return try checkMergePage(view, keepsSecond: keepsSecond, errors: [FormError(refusal.description)])
        }
    }

    /// A pair of two people of the register who were decided to be one.
    private func mergeable(_ request: PageRequest) throws -> PairView? {
        guard let view = try pairView(request), view.item.pair.isOfRegister, view.item.standing == .same else {
            return nil
        }
        return view
    }

    private func people(_ view: PairView, keepsSecond: Bool) -> (kept: String, other: String) {
        let (first, second) = (view.item.pair.first.id, view.item.pair.second.id)
        return keepsSecond ? (second, first) : (first, second)
    }

    private func checkMergePage(_ view: PairView, keepsSecond: Bool, errors: [FormError]) throws -> PageAnswer {
        let (kept, other) = people(view, keepsSecond: keepsSecond)
        let address = Address("matching", "pairs", view.item.id)
        var errors = errors
        var account: MergeAccount?
        do {
            account = try MergePeople(keeper.register, as: keeper.actor).plan(other, into: kept)
        } catch let refusal as MergeRefusal {
            if errors.isEmpty { errors = [FormError(refusal.description)] }
        }
        let head = Page(
            "Check before merging these two people",
            caption: "Pair \(view.item.id.prefix(8))",
            title:
                "Check before merging pair \(view.item.id.prefix(8)), keeping the \(keepsSecond ? "second" : "first")",
            section: Address("matching"),
            way: .back(address),
            errors: errors
        )
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            html.summaryList([
                SummaryRow("Kept", .link("Person \(kept)", Address("people", kept))),
                SummaryRow("Merged into them", .link("Person \(other)", Address("people", other))),
            ])
            html.links([
                Link(
                    "Keep person \(other) instead",
                    Address("matching", "pairs", view.item.id, "merge").with("keep", keepsSecond ? "first" : "second")
                )
            ])
            guard let account else { return }
            html.table(moves(account))
            html.paragraph(
                account.filled.isEmpty
                    ? "Nothing of the person who is kept changes."
                    : "Of the person who is kept, what is empty is filled from the other: \(NumberText.list(account.filled.map { $0.replacing("_", with: " ") }))."
            )
            html.paragraph("It is done in one change and can be undone: every record is then as it was.")
            html.form(
                Form(
                    action: Address("matching", "pairs", view.item.id, "merge"),
                    method: .post(token: tokens.give()),
                    fields: [],
                    button: "Merge these two people",
                    carried: [("keep", keepsSecond ? "second" : "first")]
                )
            )
        }
    }

    private func moves(_ account: MergeAccount) -> DataTable {
        let alike = Dictionary(account.alike.map { ($0.table, $0.records) }) { $0 + $1 }
        let moved = Dictionary(account.moved.map { ($0.table, $0.records) }) { $0 + $1 }
        return DataTable(
            caption: "Records of the person who is merged",
            columns: ["Records", .number("Come to the person who is kept"), .number("Both have alike, one is left")],
            rows: Set(alike.keys).union(moved.keys).sorted().map { table in
                [
                    .text(table.replacing("_", with: " ")), .text(NumberText.count(moved[table] ?? 0)),
                    .text(NumberText.count(alike[table] ?? 0)),
                ]
            },
            whenEmpty: "No record names them."
        )
    }

    /// A merge that was made: what it touched, and what undoing it would do.
    func merge(_ request: PageRequest) throws -> PageAnswer {
        guard let merge = try keeper.register.merge(request.parameters["id"] ?? "") else { return notFound() }
        return try mergePage(merge, errors: [])
    }

    /// Undoes a merge, in one change.
    func unmerge(_ request: PageRequest) throws -> PageAnswer {
        guard let merge = try keeper.register.merge(request.parameters["id"] ?? "") else { return notFound() }
        guard tokens.spend(request) else { return try mergePage(merge, errors: [FormError(FormTokens.refusal)]) }
        do {
            _ = try MergePeople(keeper.register, as: keeper.actor).undo(merge.id)
        } catch let refusal as MergeRefusal {
            return try mergePage(merge, errors: [FormError(refusal.description)])
        }
        return .onward(to: Address("merges", merge.id))
    }

    private func mergePage(_ merge: Merge, errors: [FormError]) throws -> PageAnswer {
        let touched = try keeper.register.tables(ofChange: merge.change).filter { $0.table != "merges" }
        var account: UnmergeAccount?
        var refusal: String?
        if merge.stands {
            do {
                account = try keeper.register.planUnmerge(merge.id)
            } catch let error as MergeRefusal {
                refusal = error.description
            }
        }
        let head = Page(
            "Merge \(merge.id)",
            caption: merge.stands ? "Two people who are one" : "Undone",
            section: Address("matching"),
            way: way(Link("Matching", Address("matching"))),
            errors: errors
        )
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            html.summaryList(summary(of: merge))
            html.table(
                DataTable(
                    caption: "Records the merge touched",
                    columns: ["Records", .number("Written"), .number("Ended")],
                    rows: touched.map {
                        [
                            .text($0.table.replacing("_", with: " ")), .text(NumberText.count($0.written)),
                            .text(NumberText.count($0.ended)),
                        ]
                    }
                )
            )
            if let refusal { html.inset(refusal) }
            if let account { undoing(merge, account, &html) }
        }
    }

    private func summary(of merge: Merge) -> [SummaryRow] {
        let other: CellContent =
            merge.stands
            ? .text("Person \(merge.other.text)")
            : .link("Person \(merge.other.text)", Address("people", merge.other.text))
        return [
            SummaryRow("Kept", .link("Person \(merge.kept.text)", Address("people", merge.kept.text))),
            SummaryRow("Merged into them", other), SummaryRow("Merged on", merge.mergedOn.long),
            SummaryRow("By", merge.mergedBy), SummaryRow("Change", "\(merge.change)"),
            SummaryRow(
                "Undone",
                merge.undoneOn.map { "\($0.long), by \(merge.undoneBy ?? "somebody")" } ?? "No"
            ),
        ]
    }

    private func undoing(_ merge: Merge, _ account: UnmergeAccount, _ html: inout HTML) {
        html.heading("Undo it")
        let restored = account.restored.map {
            "\(NumberText.count($0.records)) of \($0.table.replacing("_", with: " "))"
        }
        html.paragraph("These records are then as they were before the merge: \(NumberText.list(restored)).")
        list("Changed since: whose they are is put back, and what was changed stays", account.changedSince, &html)
        list("No more, or given to somebody else since: left as they are", account.left, &html)
        list("Added since: they stay with person \(merge.kept.text)", account.added, &html)
        html.paragraph("The two are then decided to be different people, so that matching does not join them again.")
        html.form(
            Form(
                action: Address("merges", merge.id),
                method: .post(token: tokens.give()),
                fields: [],
                button: "Undo the merge"
            )
        )
    }

    private func list(_ caption: String, _ records: [UnmergeAccount.RecordReference], _ html: inout HTML) {
        guard !records.isEmpty else { return }
        html.table(
            DataTable(
                caption: caption,
                columns: ["Records", "Key"],
                rows: records.map { [.text($0.table.replacing("_", with: " ")), .text($0.key)] }
            )
        )
    }
}

import Actions
import Documents
import Identify
import Linkage
import Register
import Values

extension Pages {
    /// What was matched, what came of it, and what somebody should look at.
    func matching(_ request: PageRequest) throws -> PageAnswer {
        let head = Page("Matching", section: Address("matching"), way: way())
        let kept: KeptMatching
        do {
            kept = try keeper.matchingToReview()
        } catch let refusal as FeedRefusal {
            return page(head) { html in
                matchingLead(&html)
                html.inset(refusal.description)
                html.links([Link("Pairs to look at", Address("matching", "review"))])
            }
        }
        let merges = try keeper.register.merges()
        return page(head) { html in
            matchingLead(&html)
            html.summaryList(matchingSummary(kept.match))
            html.table(reviewTable(kept.review))
            html.table(sources(kept.match))
            if let chart = weights(kept.match, kept.review) { html.chart(chart) }
            html.table(mergeTable(merges))
        }
    }

    private func matchingLead(_ html: inout HTML) {
        html.lead(
            "Partners' records are matched with the people of the register, so that what each knows of one family comes together. Nothing of it is written into the register."
        )
    }

    private func matchingSummary(_ match: MatchPartners) -> [SummaryRow] {
        let model = match.linkage.model
        return [
            SummaryRow("People found", NumberText.count(match.people)),
            SummaryRow("Of the register and known to a partner", NumberText.count(match.known)),
            SummaryRow("Households", NumberText.count(match.households)),
            SummaryRow("Model", "\(model.title) (\(model.id), version \(model.version))"),
            SummaryRow(
                "Threshold",
                "probability \(NumberText.probability(model.threshold)), match weight \(NumberText.weight(MatchWeight.of(probability: model.threshold)))"
            ),
            SummaryRow("Pairs compared this time", NumberText.count(match.linkage.compared)),
        ]
    }

    private func reviewTable(_ review: MatchReview) -> DataTable {
        DataTable(
            caption: "Pairs to look at",
            columns: ["Pairs", .number("How many")],
            rows: MatchReview.Filter.allCases.map { filter in
                [
                    .link(filter.label, Address("matching", "review").with("show", filter.rawValue)),
                    .text(NumberText.count(review.list(filter).count)),
                ]
            }
        )
    }

    private func sources(_ match: MatchPartners) -> DataTable {
        DataTable(
            caption: "What was matched",
            columns: ["Source", .number("Records")],
            rows: match.feeds.map { [.link($0.title, Address("feeds", $0.id)), .text(NumberText.count($0.rows))] }
                + [[.text("The register"), .text(NumberText.count(match.registered))]]
        )
    }

    /// How many pairs there are by match weight.
    private func weights(_ match: MatchPartners, _ review: MatchReview) -> Chart? {
        let pairs = match.linkage.pairs.filter { abs($0.weight) < 60 }
        let near = pairs.count { abs($0.weight - review.threshold) <= MatchReview.reach }
        return WeightCounts(pairs).chart(
            threshold: review.threshold,
            headline: "\(NumberText.plural(near, "pair is", "pairs are")) near the threshold",
            summary:
                "Pairs of records that could be of one person, by match weight. Those within \(NumberText.decimal(MatchReview.reach, places: 0)) points of the threshold are to be looked at; pairs that hang together are one question, and those decided are left out."
        )
    }

    private func mergeTable(_ merges: [Merge]) -> DataTable {
        DataTable(
            caption: "People merged in the register, the latest first",
            columns: ["Merge", "Kept", "Merged into them", .date("On"), "By", "Undone"],
            rows: merges.map { merge in
                [
                    .link("Merge \(merge.id)", Address("merges", merge.id)), .text(merge.kept.text),
                    .text(merge.other.text), .text(merge.mergedOn.short), .text(merge.mergedBy),
                    .text(merge.undoneOn?.short ?? "No"),
                ]
            },
            whenEmpty: "Nobody has been merged."
        )
    }

    private static var pairsShown: Int { 50 }

    /// The pairs to look at, the most doubtful first.
    func matchingReview(_ request: PageRequest) throws -> PageAnswer {
        let filter = request.asked("show").flatMap(MatchReview.Filter.init) ?? .undecided
        let after = request.asked("after")
        let head = Page(
            "Pairs to look at",
            caption: filter.label,
            title: "Pairs to look at: \(filter.label.lowercased())" + (after.map { ", after \($0)" } ?? ""),
            section: Address("matching"),
            way: way(Link("Matching", Address("matching")))
        )
        let review: MatchReview
        do {
            review = try keeper.matchingToReview().review
        } catch let refusal as FeedRefusal {
            return page(head) { html in
                filterForm(filter, &html)
                html.inset(refusal.description)
            }
        }
        let list = review.list(filter)
        let shown = review.page(of: filter, after: after, limit: Pages.pairsShown)
        return page(head) { html in
            html.lead(
                "Each pair is one question: are two records of one person? Deciding it settles the records that hang on it too."
            )
            filterForm(filter, &html)
            html.table(pairTable(shown.items, filter))
            let address = Address("matching", "review").with("show", filter.rawValue)
            html.pagination(
                Pagination(
                    showing: "Showing \(shown.items.count) of \(NumberText.count(list.count))",
                    previous: after == nil ? nil : address,
                    next: shown.next.map { address.with("after", $0) }
                )
            )
        }
    }

    private func filterForm(_ filter: MatchReview.Filter, _ html: inout HTML) {
        html.form(
            Form(
                action: Address("matching", "review"),
                method: .get,
                fields: [
                    FormField(
                        "show",
                        label: "Show pairs that are",
                        input: .select(
                            MatchReview.Filter.allCases.map { Choice($0.rawValue, $0.label, isChosen: $0 == filter) }
                        )
                    )
                ],
                button: "Show the pairs"
            )
        )
    }

    private func pairTable(_ items: [MatchReview.Item], _ filter: MatchReview.Filter) -> DataTable {
        DataTable(
            caption: filter.label,
            columns: ["Pair", "One record", "The other", .number("Match weight"), .number("Probability"), "Standing"],
            rows: items.map { item in
                [
                    .link("Pair \(item.id.prefix(8))", Address("matching", "pairs", item.id)),
                    .text(source(item.pair.first)), .text(source(item.pair.second)),
                    .text(item.weight.map(NumberText.weight) ?? "Not weighed"),
                    .text(item.probability.map(NumberText.probability) ?? "Not weighed"), .text(item.standing.label),
                ]
            },
            whenEmpty: "There is no such pair."
        )
    }

    private func source(_ name: RecordName) -> String {
        if name.isOfRegister { return "The register" }
        return keeper.definitions.feeds.first { $0.id == name.source }?.title ?? name.source
    }
}

package import Report

/// The pictures of a report's page, each with its sentence and its table.
package struct ReportCharts {
    private let answer: ReportAnswer

    package init(_ answer: ReportAnswer) {
        self.answer = answer
    }

    package var charts: [Chart] {
        switch answer.report {
        case "key-information": [home, bands, ages].compactMap(\.self)
        case "performance": [milestones, caseloads].compactMap(\.self)
        case "intelligence": [criteria].compactMap(\.self)
        default: []
        }
    }

    private func words(_ headline: String, _ subtitle: String, _ summary: String) -> ChartWords {
        ChartWords(
            headline: headline,
            subtitle: "\(subtitle), \(answer.time.words)",
            summary: summary,
            source: "The register, as known at change \(answer.knownAt)."
        )
    }

    private var home: Chart? {
        guard let now = answer[id: "home.now"], now.value != nil, let never = answer[id: "care.never_entered"] else {
            return nil
        }
        let proportion = answer[id: "care.proportion"].map(FigureText.value) ?? ""
        return Chart(
            "home",
            words(
                "\(FigureText.value(of: now)) of children are not in care",
                "Share of cases opened, with 95% intervals",
                "\(FigureText.value(of: never)) never entered care in the 30 months from the start of the case; \(proportion) of all days were spent in care."
            ),
            IntervalChart(
                [IntervalChart.Row("Not in care now", now), IntervalChart.Row("Never entered care", never)],
                rowTitle: "Measure",
                valueTitle: "Share of cases"
            )
        )
    }

    private var bands: Chart? {
        let names = [
            ("close", "Close to average"), ("slightly_raised", "Slightly raised"), ("high", "High"),
            ("very_high", "Very high"),
        ]
        guard let pairs = answer[id: "sdq.pairs"]?.value, pairs > 0 else { return nil }
        let counts = { (when: String) in
            names.map { Int(answer[id: "sdq.\(when).band.\($0.0)"]?.value ?? 0) }
        }
        let change = answer[id: "sdq.change.mean"]?.value.map { NumberText.decimal($0, places: 1) } ?? "not available"
        let direction = (answer[id: "sdq.change.mean"]?.value ?? 0) >= 0 ? "fell" : "rose"
        return Chart(
            "sdq-bands",
            words(
                "Difficulties \(direction) between the start and the end",
                "SDQ totals of \(Int(pairs)) children by parent four-band scheme",
                "The mean total changed by \(change) points; less is better."
            ),
            StackedBarChart(
                parts: StackedBarChart.parts(names.map(\.1)),
                rows: [StackedBarChart.Row("Before", counts("pre")), StackedBarChart.Row("After", counts("post"))],
                rowTitle: "When",
                things: "children"
            )
        )
    }

    private var ages: Chart? {
        let figures = answer.figures.filter { $0.id.hasPrefix("profile.age.") }
        let counts = figures.reduce(into: [Int: Int]()) { counts, figure in
            if let age = Int(figure.id.dropFirst("profile.age.".count)) { counts[age] = Int(figure.value ?? 0) }
        }
        guard let first = counts.keys.min(), let last = counts.keys.max(),
            let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
        else { return nil }
        return Chart(
            "ages",
            words(
                "Most children were \(most.key) when they were referred",
                "Cases by the child's age at referral",
                "From \(first) to \(last) years; \(most.value) were aged \(most.key)."
            ),
            ColumnChart.population(counts, ages: first...last, people: "Cases")
        )
    }

    /// Programmes with figures, by their codes.
    private var programmes: [String] {
        answer.figures.compactMap { figure in
            figure.id.hasSuffix(".families.served") ? String(figure.id.dropLast(".families.served".count)) : nil
        }
    }

    private var milestones: Chart? {
        let names = [
            ("close", "At closure"), ("6", "6 months"), ("12", "12 months"), ("18", "18 months"), ("24", "24 months"),
        ]
        let rows = names.compactMap { name, label in
            answer[id: "all.home.\(name).share"].map { IntervalChart.Row(label, $0) }
        }
        guard let close = answer[id: "all.home.close.share"], close.value != nil else { return nil }
        return Chart(
            "milestones",
            words(
                "\(FigureText.value(of: close)) of children are at home when the case closes",
                "Children at home at each milestone that fell in the period, all programmes",
                "Each milestone is a different group of children: those whose case closed so many months before."
            ),
            IntervalChart(rows, rowTitle: "Milestone", valueTitle: "At home, of those known")
        )
    }

    private var caseloads: Chart? {
        let rows = programmes.filter { $0 != "all" }.compactMap { code in
            answer[id: "\(code).caseload"].map { BarChart.Row(code, $0.value) }
        }
        guard !rows.isEmpty else { return nil }
        return Chart(
            "caseloads",
            words(
                "Cases each whole-time therapist holds",
                "Case-days divided by therapist-days",
                "A programme without therapists in the register has no caseload."
            ),
            BarChart(
                rows,
                unit: .number("Cases per whole-time therapist", places: 1),
                rowTitle: "Programme",
                valueTitle: "Cases"
            )
        )
    }

    private var criteria: Chart? {
        guard let families = answer[id: "families.identified"]?.value, families > 0 else { return nil }
        let figures = answer.figures.filter { $0.id.hasPrefix("criterion.") || $0.id == "criteria.all.families" }
        return Chart(
            "criteria",
            words(
                "\(NumberText.count(Int(families))) families are identified",
                "Families identified, by the criteria they meet",
                "A family meets more than one criterion, so the bars add up to more than the families."
            ),
            BarChart(
                figures.map { BarChart.Row($0.label, $0.value, isMain: $0.id == "criteria.all.families") },
                unit: .count("Families"),
                rowTitle: "Criterion",
                valueTitle: "Families"
            )
        )
    }
}

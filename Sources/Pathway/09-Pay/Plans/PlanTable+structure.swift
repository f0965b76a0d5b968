import Values

extension PlanTable {
    /// What the plan's own numbers show, whatever any document says.
    var structureFindings: [PlanFinding] {
        guard option.runs else { return [] }
        return [totals] + partYears + [comparisons, ending].compactMap(\.self) + placePrices
            + [flat, counterfactual, capacity].compactMap(\.self) + uncounted
    }

    /// The two ways the cost is set out come to the same.
    private var totals: PlanFinding {
        let gross = line("gross")?.amounts ?? []
        let budget = plan.costs.compactMap { line("budget-\($0.id)")?.amounts }
        let sums = years.indices.map { year in budget.map { $0[year] }.total }
        let equal = sums == gross
        return PlanFinding(
            .totals,
            equal ? .holds : .differs,
            equal
                ? "The lines of the budget come to the gross cost in every year, though set-up is one line there and spread here."
                : "The lines of the budget do not come to the gross cost.",
            [PlanFinding.Evidence("Gross cost", gross.total), PlanFinding.Evidence("Lines of the budget", sums.total)]
        )
    }

    /// Years in which some headings are paid for fewer quarters than others.
    private var partYears: [PlanFinding] {
        years.compactMap { year in
            let planned = plan.span.quarters(in: year)
            let running = planned.filter(plan.delivery.contains)
            let longer = plan.costs.filter { heading in
                planned.count { heading.paid.contains($0) } > running.count
            }
            guard !running.isEmpty, !longer.isEmpty else { return nil }
            let evidence = longer.flatMap { heading -> [PlanFinding.Evidence] in
                let annual = plan.annual(heading)
                return [
                    PlanFinding.Evidence(
                        "\(heading.label), planned",
                        planned.map { plan.cost(heading, in: $0) }.total
                    ),
                    PlanFinding.Evidence(
                        "\(heading.label), for \(running.count * 3) months",
                        running.map { annual.quarter($0.number) }.total
                    ),
                ]
            }
            return PlanFinding(
                .partYear,
                .caution,
                "In \(year.short) the programme runs for \(running.count * 3) months, and "
                    + "\(longer.map { lowercasedFirst($0.label) }.joined(separator: ", ")) "
                    + "\(longer.count == 1 ? "is" : "are") paid for longer.",
                evidence
            )
        }
    }

    /// Years whose change is counted against the forecast and not against the year before.
    private var comparisons: PlanFinding? {
        let against = years.filter { compared($0) == nil }
        guard !against.isEmpty else { return nil }
        return PlanFinding(
            .comparison,
            .caution,
            "The change of \(against.map(\.short).joined(separator: " and ")) is counted against the original forecast, that "
                + "of the other years against the year before: their sum from the first whole year is a change of the run rate.",
            against.compactMap { year in
                cell("forecast", year).map {
                    PlanFinding.Evidence(
                        "Original forecast \(year.short), \(plan.span.quarters(in: year).count) of 4 quarters",
                        $0.amount
                    )
                }
            }
        )
    }

    /// A saving of the last year that is less service rather than less placement.
    private var ending: PlanFinding? {
        guard let last = years.last, let before = compared(last), let change = cell("in-year", last)?.amount else {
            return nil
        }
        let fall = plan.costs.map { heading in
            (cell("budget-\(heading.id)", last)?.amount ?? .zero)
                - (cell("budget-\(heading.id)", before)?.amount ?? .zero)
        }.total
        guard fall < .zero, change < .zero else { return nil }
        return PlanFinding(
            .ending,
            .caution,
            "Part of the change in \(last.short) is the service ending, not children at home.",
            [
                PlanFinding.Evidence("In-year change", change),
                PlanFinding.Evidence("Of which the programme costs less", fall),
                PlanFinding.Evidence("Of which placements cost less", change - fall),
            ]
        )
    }

    /// Places in the programme's home that cost more than the placements they replace.
    private var placePrices: [PlanFinding] {
        plan.costs.compactMap { heading in
            guard let beds = heading.beds else { return nil }
            let bed = Money(pence: heading.annual.pence / Int64(beds))
            let dearest = plan.placements.filter { placement in children.contains { $0.placement == placement.label } }
                .max { $0.annualPrice < $1.annualPrice }
            guard let dearest, bed > dearest.annualPrice else { return nil }
            return PlanFinding(
                .placePrice,
                .caution,
                "A bed of the programme costs more than the dearest placement it replaces: all that is saved is saved after it.",
                [
                    PlanFinding.Evidence("\(heading.label), a bed a year", bed),
                    PlanFinding.Evidence("\(dearest.label), a place a year", dearest.annualPrice),
                ]
            )
        }
    }

    /// A forecast that is the same in every whole year.
    private var flat: PlanFinding? {
        let whole = years.filter(isWhole)
        guard whole.count > 1, let first = whole.first, let amount = cell("forecast", first)?.amount else { return nil }
        return PlanFinding(
            .flat,
            .caution,
            "The original forecast is the same in all \(whole.count) whole years: no rise of prices and no more or fewer children.",
            [PlanFinding.Evidence("Original forecast a year", amount)]
        )
    }

    /// Every child is taken to stay without the programme.
    private var counterfactual: PlanFinding? {
        let avoided = -(line("reduction")?.amounts ?? []).total
        let cost = (line("gross")?.amounts ?? []).total
        guard avoided > .zero, cost > .zero else { return nil }
        let share = (1 - cost.pounds / avoided.pounds) * 100
        return PlanFinding(
            .counterfactual,
            .caution,
            "Every child is taken to stay where they are without the programme. The plan saves nothing if this share of what "
                + "it saves would have come about anyway.",
            [
                PlanFinding.Evidence("Placement spend avoided", avoided), PlanFinding.Evidence("Gross cost", cost),
                PlanFinding.Evidence("Per cent that would cost the plan its saving", share, places: 1),
            ]
        )
    }

    /// Children who start against the beds there are.
    private var capacity: PlanFinding? {
        let places = plan.delivery.count / plan.cohort.quartersInHome * plan.cohort.beds
        let inHome = plan.delivery.quarters.map { quarter in
            children.count { $0.starts <= quarter && quarter < $0.starts + plan.cohort.quartersInHome }
        }
        let most = inHome.max() ?? 0
        let fits = most <= plan.cohort.beds
        return PlanFinding(
            .capacity,
            fits ? .holds : .differs,
            fits ? "There is a bed for every child planned." : "More children are planned at once than there are beds.",
            [
                PlanFinding.Evidence("Children planned", Double(children.count), places: 0),
                PlanFinding.Evidence("Places over the whole programme", Double(places), places: 0),
                PlanFinding.Evidence("Most at once", Double(most), places: 0),
                PlanFinding.Evidence("Beds", Double(plan.cohort.beds), places: 0),
            ]
        )
    }

    /// Grants and partners that the plan names and this way of paying does not count.
    private var uncounted: [PlanFinding] {
        let grants = plan.grants.filter { !option.grants.contains($0.id) }.map { ($0.label, $0.annual) }
        let partners = plan.partners.filter { !option.partners.contains($0.id) }.map { ($0.label, $0.annual) }
        return (grants + partners).map { label, annual in
            PlanFinding(
                .income,
                .caution,
                "\(label) is named as a source of income, and this way of paying counts nothing from it.",
                [PlanFinding.Evidence("\(label), a year", annual)]
            )
        }
    }
}

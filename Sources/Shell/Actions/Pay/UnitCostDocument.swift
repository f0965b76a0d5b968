package import Documents
import Records
import Register
package import Report
package import Values

/// What a programme's service cost by what came of it, as a document; every amount with the costs it is made of.
package struct UnitCostDocument {
    package let costs: ActualUnitCosts
    package let change: Int

    /// Works it out on a register, as known at a change; nil for now.
    package init(_ keeper: Keeper, _ programme: String, during period: Period, knownAt change: Int? = nil) throws {
        let picture = try keeper.picture(knownAt: change)
        let snapshot = picture.ground.snapshot
        let symbol = snapshot.symbols.symbol(programme)
        let cases = snapshot.cases.indices.filter { snapshot.cases[$0].programme == symbol }.map {
            snapshot.caseIDs[$0]
        }
        // What stands now is read by what it is about; what stood then, whole.
        let then = try change.map { try keeper.register.records(knownAt: $0) }
        let cared = Set(cases)
        costs = ActualUnitCosts(
            of: programme,
            snapshot,
            care: picture.ground.care,
            instruments: keeper.definitions.instruments,
            during: period,
            costs: try then?.costs ?? keeper.register.held(Cost.self).map(\.record),
            contacts: try then?.contacts.filter { cared.contains($0.caseID.text) }
                ?? keeper.register.held(Contact.self, where: "case_id", isAnyOf: cases).map(\.record)
        )
        self.change = picture.change
    }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    private func tables(_ imprint: Imprint) -> TableDocument {
        TableDocument(
            title: title,
            lines: imprint.lines(time: .during(costs.period), knownAt: change),
            findings: findings,
            tables: [unitTable, headingTable, partTable]
        )
    }

    /// The page of the service that shows the same.
    package var link: Address {
        Address("unit-costs").with("programme", costs.programme).with("from", costs.period.from.iso)
            .with("to", costs.period.to.iso).with("known-at", "\(change)")
    }

    package var title: String { "Actual unit costs of \(costs.programme), \(costs.period.long)" }

    /// What it comes to, in sentences.
    package var findings: [String] {
        var findings = [
            costs.parts.isEmpty
                ? "No cost of the programme is on record for the period."
                : "The service cost \(costs.total.long), from \(NumberText.plural(costs.parts.count, "cost", "costs")) "
                    + "on record, whatever their heading."
        ]
        if costs.contactsWithoutMinutes > 0 {
            let words = NumberText.plural(costs.contactsWithoutMinutes, "contact has", "contacts have")
            findings.append("\(words) no minutes on record, so the hours are too few and an hour seems too dear.")
        }
        return findings
    }

    /// Each unit cost with the count it is by.
    package var unitTable: ReportTable {
        ReportTable(
            id: "unit_costs",
            title: "Unit costs",
            columns: ["Unit", "Counted", "Cost of one", "What is counted"],
            rows: costs.units.map { unit in
                [
                    unit.label, UnitCostDocument.count(unit.counted), costs.cost(of: unit)?.long ?? "none counted",
                    unit.definition,
                ]
            }
        )
    }

    /// `120`, or `1,024.5` of hours.
    package static func count(_ share: Share) -> String {
        share.denominator == 1
            ? NumberText.count(Int(share.numerator)) : NumberText.decimal(share.value ?? 0, places: 1)
    }

    /// What each heading cost.
    package var headingTable: ReportTable {
        ReportTable(
            id: "headings",
            title: "By heading",
            columns: ["Heading", "Cost in the period"],
            rows: costs.headings.map { [$0.heading ?? "No heading", $0.amount.long] }
        )
    }

    /// Every recorded cost that is in it.
    package var partTable: ReportTable {
        ReportTable(
            id: "costs",
            title: "The costs on record that are in it",
            columns: ["Record", "Heading", "Pays for", "Amount", "Days in the period", "Counted"],
            rows: costs.parts.map { part in
                [
                    part.cost.id.text, part.cost.heading ?? "No heading",
                    "\(part.cost.from.long) to \(part.cost.to.long)",
                    part.cost.amount.long, NumberText.count(part.days), part.amount.long,
                ]
            }
        )
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        var csv = CSVText(
            columns: [
                "programme", "from", "to", "known_at", "unit", "label", "counted", "cost_gbp", "unit_cost_gbp",
                "definition",
            ],
            imprint: imprint
        )
        for unit in costs.units {
            csv.append([
                .words(costs.programme), .words(costs.period.from.iso), .words(costs.period.to.iso), .whole(change),
                .words(unit.id), .words(unit.label), unit.counted.value.map { .number($0) } ?? "",
                .number(costs.total.pounds), costs.cost(of: unit).map { .number($0.pounds) } ?? "",
                .words(unit.definition),
            ])
        }
        return csv.bytes
    }

    private func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("programme", costs.programme)
            json.field("from", costs.period.from.iso)
            json.field("to", costs.period.to.iso)
            json.field("known_at", change)
            json.field("cost_pence", Int(costs.total.pence))
            json.field("contacts_without_minutes", costs.contactsWithoutMinutes)
            json.objects("units", costs.units) { unit, json in
                json.field("id", unit.id)
                json.field("counted", unit.counted.value)
                json.field("unit_cost_pence", costs.cost(of: unit).map { Int($0.pence) })
                json.field("figure", unit.figure)
            }
            json.objects("costs", costs.parts) { part, json in
                json.field("cost_id", part.cost.id.text)
                json.field("heading", part.cost.heading)
                json.field("days", part.days)
                json.field("counted_pence", Int(part.amount.pence))
            }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

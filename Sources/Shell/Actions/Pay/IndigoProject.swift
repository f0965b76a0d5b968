import Definitions
import Documents
package import Pay
import Values

/// A contract with its results as a project of the INDIGO data standard of impact bonds, for publication.
///
/// Results and payments are those of `InvestorView`: of quarters that are over, rounded, small ones left out.
package struct IndigoProject {
    private let contract: Contract
    private let view: InvestorView

    package init(_ contract: Contract, _ view: InvestorView) {
        self.contract = contract
        self.view = view
    }

    package var json: [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.valued("name", contract.title)
            json.valued("stage_development", stage)
            json.field("status", "PUBLIC")
            json.key("notes")
            json.object { json in
                json.field(
                    "value",
                    "Counts to the nearest five, small ones left out. "
                        + contract.assumed.map { "Assumed: \($0)" }
                        .joined(separator: " ")
                )
                json.field("status", "PUBLIC")
            }
            dates(&json)
            json.key("sources")
            json.array { json in source(&json) }
            json.key("service_provisions")
            json.array { json in provision(&json) }
            json.key("outcome_metrics")
            json.array { json in
                for outcome in contract.outcomes { metric(outcome, &json) }
                for clause in contract.clauses where clause.rule.kind == .unit { unitMetric(clause, &json) }
            }
            json.key("outcome_pricings")
            json.array { json in for clause in contract.clauses { pricing(clause, &json) } }
            json.key("outcome_payment_plans")
            json.array { json in plan(&json) }
            json.key("outcome_payments")
            json.array { json in for payment in view.paid { self.payment(payment.year, payment.amount, &json) } }
            json.key("outcome_payment_commitments")
            json.array { json in commitment(&json) }
            json.key("results")
            json.array { json in
                for (position, outcome) in contract.outcomes.enumerated() {
                    result(outcome, view.reached[position], &json)
                }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private var stage: String {
        if view.day < contract.term.starts.from { return "Contracted" }
        if view.day <= contract.term.starts.to { return "Implementation" }
        return view.day <= contract.term.lastClaim ? "Service delivery complete" : "Complete"
    }

    private func dates(_ json: inout JSONWriter) {
        json.key("dates")
        json.object { json in
            json.valued("start_date_of_service_provision", contract.term.starts.from.iso)
            json.valued("anticipated_end_date_of_service_provision", contract.term.starts.to.iso)
            json.valued("anticipated_completion_date", contract.term.lastClaim.iso)
        }
    }

    private func source(_ json: inout JSONWriter) {
        json.object { json in
            json.field("id", "source1")
            json.valued("name", contract.provenance.document)
            json.valued("type", "Contract")
            json.field("notes", "\(contract.provenance.section); \(contract.provenance.evidence.rawValue)")
        }
    }

    private func provision(_ json: inout JSONWriter) {
        json.object { json in
            json.field("id", "serviceprovider1")
            json.valued("intervention", contract.cohort.programmes.joined(separator: ", "))
            json.field("notes", contract.parties.map { "\($0.role.label): \($0.name)" }.joined(separator: "; "))
            json.field("source_ids", "source1")
        }
    }

    private func metric(_ outcome: ContractOutcome, _ json: inout JSONWriter) {
        json.object { json in
            json.field("id", outcome.id)
            json.valued("definition", outcome.label)
            json.valued("outcome_metric_target", outcome.criteria.map(\.words).joined(separator: "; "))
            json.valued("outcome_validation_method", "\(contract.verification.samplePercent) % looked up at the source")
            json.valued("data_source_for_outcome_validation", outcome.evidenceRequired)
            json.valued(
                "unit_type_of_targeted_service_users_or_beneficiaries",
                contract.cohort.unit == .family ? "Other" : "Individual"
            )
            json.field("source_ids", "source1")
        }
    }

    private func unitMetric(_ clause: Clause, _ json: inout JSONWriter) {
        json.object { json in
            json.field("id", clause.id)
            json.valued("definition", clause.label)
            json.valued("outcome_metric_target", contract.words(clause))
            json.field("source_ids", "source1")
        }
    }

    private func pricing(_ clause: Clause, _ json: inout JSONWriter) {
        let (metric, price): (String, Money?)
        switch clause.rule {
        case .outcome(let outcome, let prices, _):
            (metric, price) = (contract.outcomes[outcome].id, prices.prices.count == 1 ? prices.prices[0].amount : nil)
        case .unit(let unit): (metric, price) = (clause.id, unit.price)
        default: return
        }
        json.object { json in
            json.valued("outcome_metric_id", metric)
            json.valued("price_description", contract.words(clause))
            json.valued("currency", "GBP")
            if let price {
                json.key("price_per_unit")
                json.object { json in
                    json.key("amount")
                    json.object { json in json.field("value", price.pounds) }
                }
            }
            json.field("notes", "Checked: \(clause.checked.rawValue)")
            json.field("source_ids", "source1")
        }
    }

    private func plan(_ json: inout JSONWriter) {
        json.object { json in
            json.valued("id", "plan1")
            period(contract.term.whole, &json)
            json.field("status", "PUBLIC")
        }
    }

    private func payment(_ year: FinancialYear, _ amount: Money?, _ json: inout JSONWriter) {
        json.object { json in
            json.valued("outcome_payment_plan_id", "plan1")
            json.valued("type", "Actual")
            period(year.period, &json)
            json.key("money")
            json.object { json in
                json.valued("currency", "GBP")
                guard let amount else { return }
                json.key("amount")
                json.object { json in json.field("value", amount.pounds) }
            }
            json.field("status", "PUBLIC")
            if amount == nil { json.field("notes", "Hidden: so few results that the amount would tell of one.") }
        }
    }

    private func commitment(_ json: inout JSONWriter) {
        json.object { json in
            json.valued("organisation_id", contract.payer)
            json.valued("organisation_role_category", "Government/Public Sector/Public Bank")
            json.valued("result_type", stage == "Complete" ? "Overall" : "Interim")
            period(contract.term.whole, &json)
            guard let cap = contract.cap else { return }
            json.key("maximum_potential_outcome_payment")
            json.object { json in
                json.valued("currency", "GBP")
                json.key("amount")
                json.object { json in json.field("value", cap.pounds) }
            }
        }
    }

    private func result(_ outcome: ContractOutcome, _ count: Int?, _ json: inout JSONWriter) {
        json.object { json in
            json.valued("outcome_metric_id", outcome.id)
            json.valued("outcomes_achieved", outcome.label)
            json.valued("result_level", "Outcome level")
            json.valued("result_type", stage == "Complete" ? "Final" : "Interim")
            if let started = view.started {
                json.key("number_engaged_in_impact_bond")
                json.object { json in json.field("value", started) }
            }
            if let count {
                json.key("number_with_positive_social_outcomes")
                json.object { json in json.field("value", count) }
            } else {
                json.field("notes", "Hidden: a small count.")
            }
            if let whole = Period(from: contract.term.starts.from, to: view.day) { period(whole, &json) }
        }
    }

    private func period(_ period: Period, _ json: inout JSONWriter) {
        json.key("period")
        json.object { json in
            json.valued("start_date", period.from.iso)
            json.valued("end_date", period.to.iso)
        }
    }
}

extension JSONWriter {
    /// A field of the standard: an object with its value.
    fileprivate mutating func valued(_ name: String, _ value: String) {
        key(name)
        object { json in json.field("value", value) }
    }
}

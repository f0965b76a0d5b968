package import Definitions
package import Values

/// An outcomes contract: who pays whom for what, under which conditions, by clauses of closed kinds.
///
/// A definition file (`Definitions/contracts`). The same contract is simulated before it is signed, forecast while it
/// runs, and paid from the register; in each case its clauses are evaluated by the same function (`Statement`).
package struct Contract: Sendable {
    package let id: String
    package let version: String
    package let title: String
    package let provenance: Provenance
    /// The definition file, for messages about the contract itself.
    package let file: String
    package let parties: [Party]
    package let term: Term
    package let cohort: CohortRule
    package let outcomes: [ContractOutcome]
    package let verification: Verification
    /// In the order of evaluation: by kind (`ClauseKind`), then as they stand in the file.
    package let clauses: [Clause]
    /// What was paid under an earlier version of the contract, or before the register was kept.
    package let paidBefore: Money
    /// What the source does not say and the definition had to assume, in sentences.
    package let assumed: [String]
    /// What was published of it, and what follows from that.
    package let published: [ContractFigure]
    /// What a simulation before signing supposes; nil where the definition has no such part.
    package internal(set) var plan: SimulationPlan?
}

/// When a contract takes members in, and until when it pays for them.
package struct Term: Hashable, Sendable {
    /// The days on which members may start.
    package let starts: Period
    /// The last day whose facts are paid for; on or after the last start.
    package let lastClaim: Day

    /// From the first start to the last claim.
    package var whole: Period { Period(from: starts.from, to: lastClaim) ?? starts }
}

/// Someone with a part in the contract.
package struct Party: Hashable, Sendable {
    /// The parts there are.
    package enum Role: String, CaseIterable, Sendable {
        case commissioner
        case provider
        /// The company that holds the contract for the investors.
        case vehicle
        case investor
        /// Pays for outcomes where that is not the commissioner, such as a government department.
        case outcomePayer = "outcome_payer"
        /// Gives a grant towards outcome payments, such as the Life Chances Fund.
        case grantFunder = "grant_funder"
    }

    package let role: Role
    package let name: String
}

extension Contract {
    /// Who pays: the outcome payer, else the commissioner.
    package var payer: String { name(.outcomePayer) ?? name(.commissioner) ?? "payer" }

    /// Who is paid: the investors' company, else the provider.
    package var recipient: String { name(.vehicle) ?? name(.provider) ?? "provider" }

    /// Who gives a grant towards the payments.
    package var grantFunder: String { name(.grantFunder) ?? "grant funder" }

    private func name(_ role: Party.Role) -> String? {
        parties.first { $0.role == role }?.name
    }

    /// The most the contract can pay, from its caps per contract; nil where it has none.
    package var cap: Money? {
        clauses.compactMap { clause -> Money? in
            if case .cap(.contract, let amount) = clause.rule { amount } else { nil }
        }.min()
    }
}

/// How outcomes are proven before they are paid.
package struct Verification: Hashable, Sendable {
    /// The part of each claim's members whose evidence is looked up at its source, in per cent.
    package let samplePercent: Int
    /// Where it is looked up, such as the youth offending service's records.
    package let sources: [String]
}

import Ledger
import Pay
import Records
import Values

extension ClaimedResult {
    /// A result as the register keeps it.
    init(_ record: ClaimResultRecord, _ criteria: [ClaimCriterionRecord]) {
        self.init(
            member: record.member,
            clause: record.clause,
            amount: record.amount,
            reachedOn: record.reachedOn,
            criteria: criteria.sorted { $0.criterion < $1.criterion }.map { item in
                ClaimedCriterion(
                    measure: item.measure,
                    standing: item.standing,
                    reason: item.reason,
                    evidence: EvidenceRow.list(item.evidence)
                )
            }
        )
    }

    /// The result and its criteria as the register keeps them.
    func records(
        _ claim: Identifier<ClaimRecord>,
        line: Int,
        _ member: ContractMember?,
        _ reader: CohortReader,
        isSampled: Bool
    ) -> (ClaimResultRecord, [ClaimCriterionRecord]) {
        let isOfChild = reader.contract.cohort.unit != .family
        let result = ClaimResultRecord(
            claimID: claim,
            line: line,
            member: self.member,
            personID: isOfChild ? member.flatMap(\.child).map { Identifier(reader.snapshot.id($0)) } : nil,
            familyID: member.map { Identifier(reader.snapshot.id($0.family)) },
            clause: clause,
            reachedOn: reachedOn,
            amount: amount,
            isSampled: isSampled
        )
        let criteria = self.criteria.enumerated().map { place, item in
            ClaimCriterionRecord(
                claimID: claim,
                line: line,
                criterion: place + 1,
                measure: item.measure,
                standing: item.standing,
                reason: item.reason,
                evidence: item.evidence.isEmpty ? nil : item.evidence.map(\.words).joined(separator: "; ")
            )
        }
        return (result, criteria)
    }
}

extension EvidenceRow {
    /// `events E12`.
    package var words: String { "\(table) \(id)" }

    static func list(_ text: String?) -> [EvidenceRow] {
        (text ?? "").split(separator: "; ").map { item in
            let parts = item.split(separator: " ", maxSplits: 1).map(String.init)
            return EvidenceRow(table: parts.first ?? "", id: parts.count > 1 ? parts[1] : "")
        }
    }
}

extension VerificationFinding {
    init(_ record: ClaimFindingRecord) {
        self.init(member: record.member, source: record.source, agrees: record.agrees, note: record.note ?? "")
    }
}

extension ClaimStep {
    init(_ record: ClaimStepRecord) {
        self.init(
            record.state,
            by: record.doneBy,
            on: record.doneOn,
            amount: record.amount,
            note: record.note ?? ""
        )
    }

    /// The step as the register keeps it.
    func record(_ claim: String, number: Int) -> ClaimStepRecord {
        ClaimStepRecord(
            claimID: Identifier(claim),
            step: number,
            state: state,
            doneBy: by,
            doneOn: on,
            amount: amount,
            note: note.isEmpty ? nil : note
        )
    }
}

extension Journal {
    /// A journal from its postings; one under a heading that no longer exists is left out.
    init(_ records: [LedgerPostingRecord]) {
        self.init()
        for (_, postings) in Dictionary(grouping: records, by: \.entry).sorted(by: { $0.key < $1.key }) {
            guard let first = postings.first else { continue }
            post(
                postings.sorted { $0.posting < $1.posting }.compactMap(\.ledgerPosting),
                on: first.postedOn,
                reference: first.reference,
                text: first.text
            )
        }
    }
}

extension LedgerPostingRecord {
    fileprivate var ledgerPosting: Posting? {
        guard let debit = Heading(rawValue: debitHeading), let credit = Heading(rawValue: creditHeading) else {
            return nil
        }
        let year = { FinancialYear(startYear: $0) }
        return Posting(
            amount,
            debit: Account(debit, contract: contractID, party: debitParty, year: year(debitYear)),
            credit: Account(credit, contract: contractID, party: creditParty, year: year(creditYear))
        )
    }

    /// The postings of an entry as the register keeps them.
    static func all(_ entry: Entry, of contract: String) -> [LedgerPostingRecord] {
        entry.postings.enumerated().map { place, posting in
            LedgerPostingRecord(
                contractID: contract,
                entry: entry.number,
                posting: place + 1,
                postedOn: entry.on,
                reference: entry.reference,
                text: entry.text,
                debitHeading: posting.debit.heading.rawValue,
                debitParty: posting.debit.party,
                debitYear: posting.debit.year.startYear,
                creditHeading: posting.credit.heading.rawValue,
                creditParty: posting.credit.party,
                creditYear: posting.credit.year.startYear,
                amount: posting.amount
            )
        }
    }
}

package import Identify
import Records

/// What somebody decided of two records, with when and by whom.
package struct PairDecision: Hashable, Sendable {
    package let opinion: PairOpinion
    package let by: String
    package let organisation: String?
    /// The change that recorded it.
    package let change: Int
    package let at: Timestamp
    /// Whether it is their last word.
    package let isCurrent: Bool

    package var pair: RecordPair { opinion.pair }
    package var verdict: PairVerdict { opinion.verdict }

    /// The same said of another pair, such as the one that this has become by a merge.
    package func about(_ pair: RecordPair) -> PairDecision {
        var opinion = opinion
        opinion.pair = pair
        return PairDecision(
            opinion: opinion,
            by: by,
            organisation: organisation,
            change: change,
            at: at,
            isCurrent: isCurrent
        )
    }
}

extension PairDecision {
    /// The decision of a version, after its two changes and time; nil once it has been erased.
    init?(reading row: any PreparedStatement) {
        let cells = StoredTable.linkDecisions.row(row, from: 3)
        let text = { (place: Int) -> String? in cells[place] == .missing ? nil : cells[place].plain }
        let one = RecordName(source: cells[1].plain, id: cells[2].plain)
        let other = RecordName(source: cells[3].plain, id: cells[4].plain)
        guard let pair = RecordPair(one, other), let verdict = PairVerdict(rawValue: cells[5].plain) else { return nil }
        var opinion = PairOpinion(pair, verdict, reason: text(8), model: text(9), modelVersion: text(10))
        if case .decimal(let weight) = cells[11] { opinion.weight = weight }
        self.init(
            opinion: opinion,
            by: cells[6].plain,
            organisation: text(7),
            change: Int(row.integer(0)),
            at: Timestamp(iso: row.text(2)) ?? Timestamp(seconds: 0),
            isCurrent: row.isMissing(1)
        )
    }
}

extension PairOpinion {
    /// The fields of a stored decision.
    func cells(id: String, by draft: ChangeDraft) -> [Cell] {
        let text = { (value: String?) -> Cell in value.map { .text($0) } ?? .missing }
        return [
            .text(id), .text(pair.first.source), .text(pair.first.id), .text(pair.second.source),
            .text(pair.second.id), .text(verdict.rawValue), .text(draft.actor),
            draft.organisation.isEmpty ? .missing : .text(draft.organisation), text(reason), text(model),
            text(modelVersion), weight.map { .decimal($0) } ?? .missing,
        ]
    }
}

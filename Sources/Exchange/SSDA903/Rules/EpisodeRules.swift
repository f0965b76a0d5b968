/// The rules of the episode spine (`uk-data.md` 1.3): what must hold before days, costs or payments are computed.
package enum EpisodeRules {
    /// Every rule, by number.
    package static let all: [EpisodeRule] = [
        .rule141, .rule142, .rule143, .rule144, .rule145, .rule146, .rule147, .rule148, .rule149, .rule178,
        .rule302, .rule353, .rule354, .rule355, .rule356, .rule357, .rule365, .rule367, .rule371, .rule372,
        .rule378, .rule379, .rule380, .rule381, .rule382, .rule383, .rule385, .rule388,
        .rule431, .rule432, .rule433, .rule434, .rule435, .rule436, .rule437,
        .rule501, .rule502, .rule504, .rule526, .rule527, .rule528, .rule529, .rule530, .rule531, .rule550,
    ]

    /// The rows of Episodes that break a rule, in the order of the table and then of the rules.
    ///
    /// None of these stops an import: what cannot be imported at all is for `ReturnFacts` to say.
    /// - Parameters:
    ///   - data: the return.
    ///   - collectionYear: the year to check it as; that of its latest date where nobody says otherwise.
    ///   - authority: code of the authority that made the return; for rules on where a placement lies, of which there
    ///     are none yet.
    ///   - previous: the return of the year before, without which rule 502 finds nothing.
    package static func check(
        _ data: ReturnData,
        collectionYear: CollectionYear,
        authority: String? = nil,
        previous: ReturnData? = nil
    ) -> [Problem] {
        let prepared = PreparedReturn(data, year: collectionYear, previous: previous)
        var broken: [(position: Int32, rule: Int)] = []
        prepared.forEachStep { step in
            for index in all.indices where all[index].isBroken(step) {
                broken.append((step.episode.position, index))
            }
        }
        broken.sort { ($0.position, $0.rule) < ($1.position, $1.rule) }
        let rows = data[.episodes]
        return broken.map { Problem(all[$0.rule], rows[Int($0.position)]) }
    }
}

extension Problem {
    fileprivate init(_ rule: EpisodeRule, _ row: ReturnRow) {
        self.init(
            file: row.file,
            table: ReturnTable.episodes.rawValue,
            row: row.row,
            line: row.line,
            field: rule.fields.first,
            rule: "\(rule.number)",
            blocksImport: false,
            message: rule.message
        )
    }
}

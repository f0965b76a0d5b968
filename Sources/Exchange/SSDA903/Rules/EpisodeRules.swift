/// The rules of the episode spine (`uk-data.md` 1.3): what must hold before days, costs or payments are computed.
///
/// They flag the rows that the validator flags which councils use (data-to-insight/csc-validator-be-903), in its rules
/// of the collection year. They differ from it on purpose, though not on its own invented return, in these points:
///
/// | rule | the validator | here | why |
/// |---|---|---|---|
/// | 141, 147 | takes `1/6/2017` | does not | the return's schema asks for two digits |
/// | 146 | has K3 as `k3` in 2024/25 and not at all in 2023/24 | takes K3 from 2024 | in use since 28 October 2023 |
/// | 149 | no E43 and E44 | takes them up to 2018 | older returns have them |
/// | 355 | flags a row without DECOM and DEC | does not | nothing is there to be equal |
/// | 371 | H5 in 2024, K3 from 2025 | both from 2024 | returns of those years have both |
/// | 379 | only children of the header | every child | the rule is about the episode |
/// | 383 | from 2026, two blank postcodes differ | are the same | no change is recorded |
/// | 388 | as written, passes over open episodes; as run, flags them | flags them | see `rule388` |
/// | 432 | knows no E43, E44 and E99 | every code but X1 | each says the child left care |
/// | 435 | two blanks differ | are the same | no change is recorded; its rules 434 and 436 have it so |
///
/// Episodes of one child that began on the same day are taken by their end, the open one last; there, by their place
/// in the file. Episodes without a real DECOM have no neighbours; there, they come last.
package enum EpisodeRules {
    /// Every rule, by number.
    package static let all: [EpisodeRule] = [
        .rule141, .rule142, .rule143, .rule144, .rule145, .rule146, .rule147, .rule148, .rule149, .rule178,
        .rule302, .rule353, .rule354, .rule355, .rule356, .rule357, .rule365, .rule367, .rule371, .rule372,
        .rule378, .rule379, .rule380, .rule381, .rule382, .rule383, .rule385, .rule388,
        .rule431, .rule432, .rule433, .rule434, .rule435, .rule436, .rule437,
        .rule501, .rule502, .rule504, .rule526, .rule527, .rule528, .rule529, .rule530, .rule531, .rule550,
    ]

    /// Checks the rows of Episodes by every rule.
    ///
    /// None of the problems stops an import: what cannot be imported at all is for `ReturnFacts` to say.
    /// - Parameters:
    ///   - data: the return.
    ///   - collectionYear: the year to check it as; that of its latest date where nobody says otherwise.
    ///   - authority: code of the authority that made the return; for rules on where a placement lies, of which there
    ///     are none yet.
    ///   - previous: the return of the year before, without which rule 502 finds nothing.
    /// - Returns: the rows that break a rule, in the order of the table and then of the rules.
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

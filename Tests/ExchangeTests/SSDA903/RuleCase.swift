import Exchange
import Testing

/// A few invented episodes and the rows of them that break one rule.
struct RuleCase: CustomTestStringConvertible, Sendable {
    let rule: Int
    let what: String
    let data: ReturnData
    let broken: [Int]
    var year = 2018
    var previous: ReturnData?

    var testDescription: String { "\(rule): \(what)" }

    init(
        _ rule: Int,
        _ what: String,
        _ data: ReturnData,
        breaks broken: Int...,
        year: Int = 2018,
        previous: ReturnData? = nil
    ) {
        self.rule = rule
        self.what = what
        self.data = data
        self.broken = broken
        self.year = year
        self.previous = previous
    }

    static let all = dates + codes + ages + temporary + respite + continuations + changes + providers
}

private func episodes(_ lines: String..., header: [String] = []) -> ReturnData {
    ReturnData(tables: [
        .episodes: ReturnFixtures.rows(lines, .episodes, file: "episodes.csv"),
        .header: ReturnFixtures.rows(header, .header, file: "header.csv"),
    ])
}

extension RuleCase {
    private static let dates = [
        RuleCase(
            141,
            "not a day, not of the form, blank",
            episodes("A 31/06/2017", "B 2017-06-01", "C 1/06/2017", "D 01/06/2017", "E -"),
            breaks: 0,
            1,
            2
        ),
        RuleCase(
            147,
            "29 February of a common year",
            episodes("A 01/06/2017 S C2 N1 U4 PR1 29/02/2018 X1", "B 01/06/2015 S C2 N1 U4 PR1 29/02/2016 X1"),
            breaks: 0
        ),
        RuleCase(353, "the day before the Act", episodes("A 13/10/1991", "B 14/10/1991"), breaks: 0),
        RuleCase(354, "after the year", episodes("A 31/03/2018", "B 01/04/2018"), breaks: 1),
        RuleCase(354, "another year", episodes("A 31/03/2018", "B 01/04/2018"), year: 2019),
        RuleCase(
            385,
            "ends after the year",
            episodes("A 01/06/2017 S C2 N1 U4 PR1 01/04/2018 E4A", "B 01/06/2017 S C2 N1 U4 PR1 31/03/2018 E4A"),
            breaks: 0
        ),
        RuleCase(
            142,
            "the later one may stay open, the earlier may not; half an end is none",
            episodes(
                "A 01/06/2017 S C2 N1 U4 PR1 - -",
                "A 01/07/2017 P C2 N1 U4 PR1 - -",
                "B 01/07/2017 P C2 N1 U4 PR1 - -",
                "B 01/06/2017 S C2 N1 U4 PR1 01/07/2017 -",
                "C 01/06/2017 S C2 N1 U4 PR1 01/07/2017 X1",
                "C 01/07/2017 P C2 N1 U4 PR1 - -"
            ),
            breaks: 0,
            3
        ),
        RuleCase(
            148,
            "one without the other",
            episodes(
                "A 01/06/2017 S C2 N1 U4 PR1 01/07/2017 -",
                "B 01/06/2017 S C2 N1 U4 PR1 - X1",
                "C 01/06/2017 S C2 N1 U4 PR1 - -",
                "D 01/06/2017 S C2 N1 U4 PR1 01/07/2017 E4A"
            ),
            breaks: 0,
            1
        ),
        RuleCase(
            355,
            "no night",
            episodes("A 01/06/2017 S C2 N1 U4 PR1 01/06/2017 X1", "B 01/06/2017 S C2 N1 U4 PR1 02/06/2017 X1", "C -"),
            breaks: 0
        ),
        RuleCase(
            356,
            "ends the day before",
            episodes("A 01/06/2017 S C2 N1 U4 PR1 31/05/2017 X1", "B 01/06/2017 S C2 N1 U4 PR1 01/06/2017 X1"),
            breaks: 0
        ),
    ]

    private static let codes = [
        RuleCase(143, "no such reason", episodes("A 01/06/2017 X", "B 01/06/2017 -", "C 01/06/2017 U"), breaks: 0),
        RuleCase(
            144,
            "no such status",
            episodes("A 01/06/2017 S V1", "B 01/06/2017 S V4", "C 01/06/2017 S"),
            breaks: 0
        ),
        RuleCase(145, "no such need", episodes("A 01/06/2017 S C2 N9", "B 01/06/2017 S C2 N8", "C - S"), breaks: 0),
        RuleCase(
            146,
            "not yet in 2018",
            episodes("A 01/06/2017 S C2 N1 K3", "B 01/06/2017 S C2 N1 H5", "C - S C2 N1 Z11", "D - S C2 N1 Q1"),
            breaks: 0,
            2,
            3
        ),
        RuleCase(
            146,
            "K3 is of 2024",
            episodes("A 01/06/2023 S C2 N1 K3", "B 01/06/2023 S C2 N1 H5", "C - S C2 N1 Z1"),
            year: 2024
        ),
        RuleCase(
            146,
            "gone by 2026",
            episodes("A - S C2 N1 H5", "B - S C2 N1 P2", "C - S C2 N1 Z1", "D - S C2 N1 Z14", "E - S C2 N1 K3"),
            breaks: 0,
            1,
            2,
            year: 2026
        ),
        RuleCase(
            149,
            "older and local codes",
            episodes("A - S C2 N1 U4 PR1 - E43", "B - S C2 N1 U4 PR1 - E99", "C - S C2 N1 U4 PR1 - E4"),
            breaks: 1,
            2
        ),
        RuleCase(
            149,
            "E43 is gone from 2019",
            episodes("A - S C2 N1 U4 PR1 - E43", "B - S C2 N1 U4 PR1 - E45"),
            breaks: 0,
            year: 2019
        ),
        RuleCase(
            178,
            "no such provider, or none wanted",
            episodes(
                "A - S C2 N1 U4 PR6",
                "B - S C2 N1 T4 PR1",
                "C - S C2 N1 Z1 PR1",
                "D - S C2 N1 T4",
                "E - S C2 N1 K2 PR4"
            ),
            breaks: 0,
            1,
            2
        ),
        RuleCase(
            178,
            "Z11 to Z14 from 2026, T4 no more",
            episodes("A - S C2 N1 Z12 PR1", "B - S C2 N1 T4 PR1", "C - S C2 N1 T3 PR1"),
            breaks: 0,
            2,
            year: 2026
        ),
    ]

    private static let ages = [
        RuleCase(
            302,
            "only the first episode, only a known birth",
            episodes(
                "A 01/06/2017",
                "A 01/05/2017",
                "B 02/05/2017",
                "C 01/05/2017",
                header: ["A 1 02/05/2017", "B 1 02/05/2017"]
            ),
            breaks: 1
        ),
        RuleCase(
            371,
            "fourteen on the day",
            episodes(
                "A 14/03/2017 S C2 N1 H5 PR4 26/04/2017 E5",
                "B 15/03/2017 S C2 N1 H5 PR4 26/04/2017 E5",
                "C 14/03/2017 S C2 N1 P2 PR4 26/04/2017 E5",
                "D 14/03/2017 S C2 N1 H5 PR4 - -",
                header: ["A 1 15/03/2003", "B 1 15/03/2003", "C 1 15/03/2003", "D 1 15/03/2003"]
            ),
            breaks: 0
        ),
        RuleCase(
            371,
            "sixteen from 2024, supported accommodation too",
            episodes(
                "A 14/03/2024 S C2 N1 H5 PR4 26/03/2024 E5",
                "B 14/03/2024 S C2 N1 K3 PR4 26/03/2024 E5",
                "C 15/03/2024 S C2 N1 K3 PR4 26/03/2024 E5",
                header: ["A 1 15/03/2008", "B 1 15/03/2008", "C 1 15/03/2008"]
            ),
            breaks: 0,
            1,
            year: 2024
        ),
        RuleCase(
            372,
            "ten on the day; born on 29 February, on the 28th",
            episodes(
                "A 27/02/2018 S J1 N6 R5 PR3 10/03/2018 E9",
                "B 28/02/2018 S J1 N6 R5 PR3 10/03/2018 E9",
                header: ["A 1 29/02/2008", "B 1 29/02/2008"]
            ),
            breaks: 0
        ),
    ]

    private static let temporary = [
        RuleCase(
            379,
            "the eighth day",
            episodes(
                "A 01/06/2017 P C2 N1 T4 - 09/06/2017 X1",
                "B 01/06/2017 P C2 N1 T4 - 08/06/2017 X1",
                "C 01/06/2017 P C2 N1 T3 - 09/06/2017 X1"
            ),
            breaks: 0
        ),
        RuleCase(380, "with S, or none", episodes("A - S C2 N1 T1", "B - - C2 N1 T0", "C - B C2 N1 T1"), breaks: 0, 1),
        RuleCase(
            381,
            "leaves care from it",
            episodes("A - P C2 N1 T1 - - E4A", "B - P C2 N1 T1 - - X1", "C - P C2 N1 T1", "D - P C2 N1 U4 - - E4A"),
            breaks: 0
        ),
        RuleCase(
            382,
            "short break in one",
            episodes("A - P V3 N1 T2", "B - P V4 N1 T2", "C - P C2 N1 T2"),
            breaks: 0,
            1
        ),
        RuleCase(
            383,
            "goes elsewhere, or with another reason",
            episodes(
                "A 01/06/2017 S C2 N1 U4",
                "A 02/06/2017 P C2 N1 T1",
                "A 03/06/2017 P C2 N1 K2",
                "B 01/06/2017 S C2 N1 U4",
                "B 02/06/2017 P C2 N1 T1",
                "B 03/06/2017 T C2 N1 U4",
                "C 01/06/2017 S C2 N1 U4",
                "C 02/06/2017 P C2 N1 T1",
                "C 03/06/2017 P C2 N1 U4 - - - - - XX1",
                "D 02/06/2017 P C2 N1 T1",
                "D 03/06/2017 P C2 N1 K2"
            ),
            breaks: 2,
            5
        ),
        RuleCase(
            383,
            "from 2026 to the same postcode",
            episodes("C 01/06/2025 S C2 N1 U4", "C 02/06/2025 P C2 N1 T1", "C 03/06/2025 P C2 N1 U4 - - - - - XX1"),
            breaks: 2,
            year: 2026
        ),
    ]

    private static let respite = [
        RuleCase(
            365,
            "eighteen days, or on and on",
            episodes(
                "A 01/06/2017 S V3 N2 U6 PR1 19/06/2017 E8",
                "B 01/06/2017 S V3 N2 U6 PR1 18/06/2017 E8",
                "C 13/03/2018 S V3 N2 U6 PR1",
                "D 14/03/2018 S V3 N2 U6 PR1",
                "E 01/06/2017 S V4 N2 U6 PR1 19/06/2017 E8"
            ),
            breaks: 0,
            2
        ),
        RuleCase(
            367,
            "seventy-six days within the year",
            episodes(
                "A 01/03/2017 S V3 N2 U6 PR1 11/05/2017 E8",
                "A 01/06/2017 S V3 N2 U6 PR1 07/07/2017 E8",
                "A 01/02/2017 S V3 N2 U6 PR1 15/02/2017 E8",
                "B 01/03/2017 S V3 N2 U6 PR1 10/05/2017 E8",
                "B 01/06/2017 S V3 N2 U6 PR1 06/07/2017 E8"
            ),
            breaks: 0,
            1
        ),
    ]

    private static let continuations = [
        RuleCase(
            357,
            "first of the year and not S; begun before the year is another matter",
            episodes("A 01/04/2017 P", "A 01/05/2017 P", "B 31/03/2017 P", "C 01/04/2017 S", "D 01/04/2017 -"),
            breaks: 0,
            4
        ),
        RuleCase(
            388,
            "X1 and a gap, X1 and nothing, X1 and no end, another code and no gap",
            episodes(
                "A 01/06/2017 S C2 N1 U4 PR1 04/06/2017 X1",
                "A 05/06/2017 P C2 N1 U4 PR1 06/06/2017 X1",
                "A 06/06/2017 P C2 N1 U4 PR1 08/06/2017 X1",
                "B 01/06/2017 S C2 N1 U4 PR1 - X1",
                "C 01/06/2017 S C2 N1 U4 PR1 04/06/2017 E4A",
                "C 04/06/2017 P C2 N1 U4 PR1 05/06/2017 E4A"
            ),
            breaks: 0,
            2,
            3,
            4
        ),
        RuleCase(
            431,
            "S on the day of the end, or before it",
            episodes(
                "A 01/06/2017 S C2 N1 U4 PR1 04/06/2017 E4A",
                "A 04/06/2017 S",
                "B 01/06/2017 S C2 N1 U4 PR1 04/06/2017 E4A",
                "B 05/06/2017 S",
                "C 01/06/2017 S C2 N1 U4 PR1 04/06/2017 X1",
                "C 03/06/2017 S"
            ),
            breaks: 1,
            5
        ),
        RuleCase(
            432,
            "came back without S",
            episodes(
                "A 01/06/2017 S C2 N1 U4 PR1 04/06/2017 E4A",
                "A 08/06/2017 P",
                "B 01/06/2017 S C2 N1 U4 PR1 04/06/2017 E4A",
                "B 08/06/2017 S",
                "C 01/06/2017 S C2 N1 U4 PR1 04/06/2017 X1",
                "C 08/06/2017 P"
            ),
            breaks: 1
        ),
        RuleCase(
            433,
            "continues nothing: a gap, an open one",
            episodes(
                "A 01/06/2017 S C2 N1 U4 PR1 04/06/2017 X1",
                "A 05/06/2017 L",
                "B 01/06/2017 S C2 N1 U4 PR1",
                "B 05/06/2017 T",
                "C 01/06/2017 S C2 N1 U4 PR1 05/06/2017 X1",
                "C 05/06/2017 B",
                "D 05/06/2017 B"
            ),
            breaks: 1,
            3
        ),
        RuleCase(
            437,
            "episodes after death",
            episodes("A 01/06/2017 S C2 N1 U4 PR1 04/06/2017 E2", "A 05/06/2017 S C2 N1 U4 PR1 06/06/2017 E15"),
            breaks: 0
        ),
        RuleCase(
            501,
            "begins a day early",
            episodes(
                "A 01/06/2017 S C2 N1 U4 PR1 04/06/2017 X1",
                "A 03/06/2017 P",
                "B 01/06/2017 S C2 N1 U4 PR1 04/06/2017 X1",
                "B 04/06/2017 P",
                "- 01/06/2017 S C2 N1 U4 PR1 04/06/2017 X1",
                "- 03/06/2017 P"
            ),
            breaks: 1
        ),
        RuleCase(
            502,
            "another start than last year's open episode",
            episodes("A 01/06/2016", "A 05/06/2017", "B 02/06/2016", "C 02/06/2016", "D 02/06/2017"),
            breaks: 2,
            previous: episodes(
                "A 01/06/2016",
                "B 01/06/2016",
                "C 01/06/2016 S C2 N1 U4 PR1 04/06/2016 E4A"
            )
        ),
    ]

    private static let changes = [
        RuleCase(
            434,
            "no new status; another placement",
            episodes(
                "A 01/06/2017 S C1 N1 U4 PR1 - - - - XX1 1234567",
                "A 02/06/2017 L C1 N1 U4 PR1 - - - - XX1 1234567",
                "B 01/06/2017 S C1 N1 U4 PR1 - - - - XX1 1234567",
                "B 02/06/2017 L C2 N1 U4 PR1 - - - - XX2 1234567",
                "C 01/06/2017 S C1 N1 U4 PR1 - - - - - -",
                "C 02/06/2017 L C2 N1 U4 PR1 - - - - - -"
            ),
            breaks: 1,
            3
        ),
        RuleCase(
            435,
            "the same placement, blanks included; a new status",
            episodes(
                "A 01/06/2017 S C1 N1 U4 PR1 - - - - XX1 -",
                "A 02/06/2017 P C1 N1 U4 PR1 - - - - XX1 -",
                "B 01/06/2017 S C1 N1 U4 PR1 - - - - XX1 1234567",
                "B 02/06/2017 T C2 N1 U4 PR1 - - - - XX2 1234567",
                "C 01/06/2017 S C1 N1 U4 PR1 - - - - XX1 1234567",
                "C 02/06/2017 T C1 N1 U4 PR1 - - - - XX1 1234568"
            ),
            breaks: 1,
            3
        ),
        RuleCase(
            436,
            "only one of the two changed",
            episodes(
                "A 01/06/2017 S C1 N1 U4 PR1",
                "A 02/06/2017 B C2 N1 U4 PR1",
                "B 01/06/2017 S C1 N1 U4 PR1",
                "B 02/06/2017 U C1 N1 U6 PR1",
                "C 01/06/2017 S C1 N1 U4 PR1",
                "C 02/06/2017 B C2 N1 U4 PR2"
            ),
            breaks: 1,
            3
        ),
        RuleCase(
            504,
            "another need in the same period of care",
            episodes(
                "A 01/06/2017 S C1 N1 U4 PR1 02/06/2017 X1",
                "A 02/06/2017 P C1 N2 U4 PR1",
                "B 01/06/2017 S C1 N1 U4 PR1 02/06/2017 E4A",
                "B 03/06/2017 S C1 N2 U4 PR1"
            ),
            breaks: 1
        ),
    ]

    private static let providers = [
        RuleCase(378, "section 20 at home", episodes("A - S V2 N1 P1", "B - S C2 N1 P1", "C - S V2 N1 U4"), breaks: 0),
        RuleCase(
            526,
            "missing and needed",
            episodes("A - S C2 N1 U4", "B - S C2 N1 T4", "C - S C2 N1 Z1", "D - S C2 N1 U4 PR1"),
            breaks: 0
        ),
        RuleCase(
            526,
            "in 2026",
            episodes("A - S C2 N1 Z1", "B - S C2 N1 Z14", "C - S C2 N1 T4"),
            breaks: 0,
            year: 2026
        ),
        RuleCase(
            527,
            "own authority",
            episodes("A - S C2 N1 R2 PR1", "B - S C2 N1 R3 PR1", "C - S C2 N1 R2 PR2"),
            breaks: 0
        ),
        RuleCase(
            528,
            "other authority",
            episodes("A - S C2 N1 R5 PR2", "B - S C2 N1 R3 PR2", "C - S C2 N1 R2 PR1"),
            breaks: 0
        ),
        RuleCase(
            529,
            "other public",
            episodes("A - S C2 N1 U6 PR3", "B - S C2 N1 A4 PR3", "C - S C2 N1 R2 PR3"),
            breaks: 0,
            1
        ),
        RuleCase(530, "private", episodes("A - S C2 N1 P1 PR4", "B - S C2 N1 P2 PR4", "C - S C2 N1 P1 PR0"), breaks: 0),
        RuleCase(
            531,
            "voluntary",
            episodes("A - S C2 N1 P1 PR5", "B - S C2 N1 P2 PR5", "C - S C2 N1 P1 PR0"),
            breaks: 0
        ),
        RuleCase(
            550,
            "parents elsewhere",
            episodes("A - S C2 N1 U1 PR0", "B - S C2 N1 P1 PR0", "C - S C2 N1 - PR0"),
            breaks: 0,
            2
        ),
    ]
}

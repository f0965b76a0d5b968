extension RuleCase {
    static let temporary = [
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

    static let respite = [
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

    static let providers = [
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

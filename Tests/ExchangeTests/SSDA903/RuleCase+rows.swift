extension RuleCase {
    static let dates = [
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

    static let codes = [
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

    static let ages = [
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
}

extension RuleCase {
    static let continuations = [
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

    static let changes = [
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
}

import Documents
import Report
import Testing
import Values

@Suite struct `A report` {
    @Test func `as text fits a terminal`() throws {
        let text = try sampleAnswer().text(imprint: sampleImprint)
        #expect(
            text == """
                Key information
                ===============
                OFFICIAL-SENSITIVE
                Ambridge County Council
                As at 31 March 2019
                Known at change 12
                Definitions version 2026.1
                Made 21 November 2026, 4:30pm by Robin Invented
                3 of 388 cases have no index child.
                The same again: /reports/key-information?known-at=12&as-at=2019-03-31

                Figure        What it counts                      Value  Of
                ------------  --------------------------  -------------  -------------------------------------------
                cases.opened  Cases opened                          388
                home.now      Children at home now                91.0%  353 of 388, 95% interval 87.5% to 93.8%, 2
                                                                         not known
                sdq.pre.mean  Mean SDQ total at baseline  not available

                Staff in post

                Role       WTE
                ---------  ---
                Therapist  3.5

                """
        )
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test func `as JSON has full precision, nulls, and whole counts`() throws {
        let json = String(decoding: try sampleAnswer().json(imprint: sampleImprint), as: UTF8.self)
        #expect(
            json == """
                {
                  "report": "key-information",
                  "as_at": "2019-03-31",
                  "known_at": 12,
                  "figures": [
                    {
                      "id": "cases.opened",
                      "label": "Cases opened",
                      "value": 388,
                      "unit": "count",
                      "definition": "Cases started by the day."
                    },
                    {
                      "id": "home.now",
                      "label": "Children at home now",
                      "value": 0.9097938144329897,
                      "unit": "share",
                      "numerator": 353,
                      "denominator": 388,
                      "low": 0.875,
                      "high": 0.9375,
                      "unknown": 2,
                      "definition": "Share of the cases opened whose child is not in care on the day."
                    },
                    {
                      "id": "sdq.pre.mean",
                      "label": "Mean SDQ total at baseline",
                      "value": null,
                      "unit": "score",
                      "definition": "Mean over the pairs."
                    }
                  ],
                  "tables": [
                    {
                      "id": "staff",
                      "title": "Staff in post",
                      "columns": [
                        "Role",
                        "WTE"
                      ],
                      "rows": [
                        [
                          "Therapist",
                          "3.5"
                        ]
                      ]
                    }
                  ],
                  "imprint": {
                    "council": "Ambridge County Council",
                    "definitions": "2026.1",
                    "made": "21 November 2026, 4:30pm",
                    "made_by": "Robin Invented",
                    "completeness": "3 of 388 cases have no index child.",
                    "part": null,
                    "link": "/reports/key-information?known-at=12&as-at=2019-03-31"
                  }
                }

                """
        )
    }

    @Test func `of a period names both its days`() throws {
        let period = try #require(Period(from: Day(number: 17_622), to: Day(number: 17_986)))
        let answer = ReportAnswer(
            report: "performance",
            title: "Performance",
            time: .during(period),
            knownAt: 1,
            figures: []
        )
        let json = String(decoding: answer.json(imprint: sampleImprint), as: UTF8.self)
        #expect(
            json.contains("\"from\": \"2018-04-01\"") && json.contains("\"to\": \"2019-03-31\"")
                && !json.contains("as_at")
        )
        #expect(answer.text(imprint: sampleImprint).contains("1 April 2018 to 31 March 2019"))
    }

    @Test func `writes both numbers of a quotient that is no share`() throws {
        let caseload = Figure(
            id: "all.caseload",
            label: "Cases a worker",
            unit: .caseload,
            value: 4.5,
            quotient: Quotient(900, 200),
            definition: "Case-days over worker-days."
        )
        let time = ReportAnswer.Time.asAt(Day(number: 0))
        let answer = ReportAnswer(
            report: "performance",
            title: "Performance",
            time: time,
            knownAt: 1,
            figures: [caseload]
        )
        let json = String(decoding: answer.json(imprint: sampleImprint), as: UTF8.self)
        #expect(json.contains("\"numerator\": 900") && json.contains("\"denominator\": 200"))
        let csv = String(decoding: answer.csv(imprint: sampleImprint), as: UTF8.self)
        #expect(csv.contains(",4.5,caseload,900,200,,,,"))
    }

    @Test func `as CSV has one row a figure and says what it stands on`() throws {
        let csv = String(decoding: try sampleAnswer().csv(imprint: sampleImprint), as: UTF8.self)
        let lines = csv.split(separator: "\r\n")
        #expect(lines.count == 4)
        #expect(
            lines[0]
                == "report,as_at,from,to,known_at,id,label,value,unit,numerator,denominator,low,high,unknown,definition,definitions,made,made_by,completeness,part,link"
        )
        #expect(
            lines[2] == """
                key-information,2019-03-31,,,12,home.now,Children at home now,0.9097938144329897,share,353,388,0.875,0.9375,2,\
                Share of the cases opened whose child is not in care on the day.,2026.1,"21 November 2026, 4:30pm",\
                Robin Invented,3 of 388 cases have no index child.,,/reports/key-information?known-at=12&as-at=2019-03-31
                """
        )
    }

    @Test func `as a page stands alone and says what it stands on`() throws {
        let page = try sampleAnswer().paper(imprint: sampleImprint)
        let tags = Tags(page)
        #expect(tags.fault == nil)
        #expect(tags.all("h1").count == 1)
        #expect(tags.all("link").isEmpty && tags.all("script").isEmpty && tags.all("style").count == 2)
        #expect(tags.all("th").allSatisfy { $0.attributes["scope"] != nil })
        for words in [
            "As at 31 March 2019", "Known at change 12", "353 of 388", "87.5% to 93.8%", "not available", "home.now",
        ] {
            #expect(page.string.contains(words))
        }
    }

    @Test(arguments: DocumentFormat.allCases)
    func `can be had in every format`(format: DocumentFormat) throws {
        let answer = try sampleAnswer()
        let opened = try #require(OpenedFigure("home.now", of: answer))
        let document = [
            answer.document(format, imprint: sampleImprint).words,
            opened.document(format, imprint: sampleImprint).words,
        ].joined()
        for words in sampleImprint.lines(time: answer.time, knownAt: 12).dropFirst(3) {
            let isData = format == .json || format == .csv
            #expect(isData || document.contains(HTML { $0.text(words) }.string) || document.contains(words))
        }
        for words in ["C-1", "C-2", "in care from 4 March 2018", "the case has no index child"] {
            #expect(document.contains(words))
        }
    }
}

@Suite struct `An opened figure` {
    @Test func `is none where the report has no such figure`() throws {
        #expect(OpenedFigure("home.then", of: try sampleAnswer()) == nil)
    }

    @Test func `lists its records by standing`() throws {
        let opened = try #require(OpenedFigure("home.now", of: try sampleAnswer()))
        let text = opened.text(imprint: sampleImprint)
        #expect(
            text.contains(
                """
                Children at home now: 91.0%
                353 of 388
                95% interval 87.5% to 93.8%
                2 not known
                Definition: Share of the cases opened whose child is not in care on the day.

                Counted: 1 record

                Table  Record  Why
                -----  ------  ----------------------------
                cases  C-1     not in care on 31 March 2019

                In the denominator only: 1 record

                """
            )
        )
        #expect(opened.groups.map(\.standing) == [.counted, .notCounted, .unknown])
    }

    @Test func `as CSV runs no formula in a spreadsheet`() throws {
        let opened = try #require(OpenedFigure("home.now", of: try sampleAnswer()))
        #expect(String(decoding: opened.csv(imprint: sampleImprint), as: UTF8.self).contains(",cases,'=C-3,unknown,"))
    }
}

@Suite struct `CSV` {
    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("two\nlines", "\"two\nlines\""),
        ("=1+1", "'=1+1"), ("+44", "'+44"), ("-3", "'-3"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
        ("\rx", "\"'\rx\""), ("", ""),
        ("=\"a\"", "\"'=\"\"a\"\"\""),
    ])
    func `quotes words and keeps formulas from running`(words: String, expected: String) {
        var csv = CSVText(columns: ["a"])
        csv.append([.words(words)])
        #expect(String(decoding: csv.bytes, as: UTF8.self) == "a\r\n\(expected)\r\n")
    }

    @Test func `leaves numbers as they are`() {
        var csv = CSVText(columns: ["a", "b", "c", "d"])
        csv.append([.number(-3.5), .whole(-2), .number(nil), .number(.nan)])
        #expect(String(decoding: csv.bytes, as: UTF8.self) == "a,b,c,d\r\n-3.5,-2,,\r\n")
    }
}

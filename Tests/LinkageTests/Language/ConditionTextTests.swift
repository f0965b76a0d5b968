import Linkage
import Testing

@Suite struct ConditionTextTests {
    private static let a = Term.left("a")
    private static let b = Term.right("a")
    private static let same = Condition.same(a, b)
    private static let other = Condition.same(.left("b"), .right("b"))
    private static let absent = Condition.any([.missing(a), .missing(b)])

    @Test(
        arguments: [
            (#""a_l" = "a_r""#, same), ("a_l = a_r", same), ("l.a = r.a", same), (#"l."a" = r."a""#, same),
            ("((a_l = a_r))", same), ("a_l IS NULL OR a_r is null", absent), ("a_l IS NOT NULL", .not(.missing(a))),
            ("a_l <> a_r", .not(same)), ("a_l != a_r", .not(same)), ("NOT a_l = a_r", .not(same)),
            ("not not (a_l = a_r)", .not(.not(same))),
            ("a_l = a_r AND b_l = b_r", .all([same, other])),
            ("a_l = a_r AND b_l = b_r OR a_l = a_r", .any([.all([same, other]), same])),
            ("a_l = a_r AND (b_l = b_r OR a_l = a_r)", .all([same, .any([other, same])])),
            ("(a_l = a_r AND b_l = b_r) AND a_l = a_r", .all([.all([same, other]), same])),
            ("jaro_winkler_similarity(a_l, a_r) >= 0.92", .measured(.jaroWinkler, a, b, .atLeast, 0.92)),
            ("0.92 <= jaro_winkler(a_l, a_r)", .measured(.jaroWinkler, a, b, .atLeast, 0.92)),
            ("JARO_SIMILARITY(a_l, a_r) > .7", .measured(.jaro, a, b, .above, 0.7)),
            ("levenshtein(a_l, a_r) < 2e0", .measured(.levenshtein, a, b, .below, 2)),
            ("damerau_levenshtein(a_l, a_r) <> 1", .not(.measured(.damerauLevenshtein, a, b, .exactly, 1))),
            ("jaccard(a_l, a_r) = 1", .measured(.jaccard, a, b, .exactly, 1)),
            (
                "substr(a_l, 1, 3) = SUBSTRING(a_r, 1, 3)",
                .same(.left("a", .characters(from: 1, count: 3)), .right("a", .characters(from: 1, count: 3)))
            ),
            (
                "left(a_l, 1) = right(a_r, 2)",
                .same(.left("a", .characters(from: 1, count: 1)), .right("a", .ending(count: 2)))
            ),
            ("a_l = 'O''Neill'", .same(a, Term(.constant("O'Neill")))), ("a_l = 5", .same(a, Term(.constant("5")))),
            ("nullif(a_l, '') = NULLIF(a_r, '')", same),
            ("postcode_area(a_l) = postcode_area(a_r)", .same(.left("a", .postcodeArea), .right("a", .postcodeArea))),
            ("abs(a_l - a_r) <= 3", .measured(.numberApart, a, b, .atMost, 3)),
            ("days_apart(a_l, a_r) <= 30", .measured(.daysApart, a, b, .atMost, 30)),
            ("abs(datediff('day', a_l, a_r)) <= 30", .measured(.daysApart, a, b, .atMost, 30)),
            ("abs(datediff(`a_l`, `a_r`)) <= floor(864000 / 86400)", .measured(.daysApart, a, b, .atMost, 10)),
            ("date(try_to_timestamp(`a_l`, 'yyyy-MM-dd')) IS NULL", .missing(a)),
            ("jaro_sim(a_l, a_r) >= 0.5", .measured(.jaro, a, b, .atLeast, 0.5)),
            ("a_l = b_r AND a_r = b_l", .all([.same(a, .right("b")), .same(b, .left("b"))])),
            (#""date of birth_l" = "date of birth_r""#, .same(.left("date of birth"), .right("date of birth"))),
            ("A_l = a_r", .same(.left("A"), b)),
        ] as [(String, Condition)]
    )
    func reads(text: String, condition: Condition) throws {
        #expect(try ConditionText.read(text).condition == condition)
    }

    /// As Splink 5 writes its own levels for DuckDB.
    @Test func readsTheFormsOfSplink() throws {
        let date = "try_strptime(\"a_l\", '%Y-%m-%d')"
        let otherDate = "try_strptime(\"a_r\", '%Y-%m-%d')"
        let absent = try ConditionText.read("\(date) IS NULL OR \(otherDate) IS NULL")
        #expect(absent.condition == Self.absent && absent.dates == ["a"])
        let month = try ConditionText.read("ABS(EPOCH(\(date)) - EPOCH(\(otherDate))) <= 2629800.0")
        #expect(month.condition == .measured(.daysApart, Self.a, Self.b, .atMost, 30.4375))
        #expect(month.dates == ["a"])
        let sector = "^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]"
        let extracted = ["l", "r"].map { "NULLIF(regexp_extract(\"a_\($0)\", '\(sector)', 0), '')" }
        let postcode = try ConditionText.read(extracted.joined(separator: " = ")).condition
        #expect(postcode == .same(.left("a", .postcodeSector), .right("a", .postcodeSector)))
        let names = ["l", "r"].map { "NULLIF(regexp_extract(\"a_\($0)\", '^[^@]+', 0), '')" }
        let email = try ConditionText.read("jaro_winkler_similarity(\(names[0]), \(names[1])) >= 0.88").condition
        #expect(email == .measured(.jaroWinkler, .left("a", .emailName), .right("a", .emailName), .atLeast, 0.88))
        let text = try ConditionText.read("CAST(a_l AS VARCHAR) = CAST(a_r AS TEXT)")
        #expect(text.condition == .same(Self.a, Self.b) && text.dates.isEmpty)
        let days = try ConditionText.read("abs(epoch(cast(a_l AS date)) - epoch(cast(a_r AS date))) <= 86400")
        #expect(days.condition == .measured(.daysApart, Self.a, Self.b, .atMost, 1) && days.dates == ["a"])
    }

    @Test(arguments: [
        ("", 1, ""), ("a_l = ", 7, ""), ("a_l", 1, "a_l"), ("a = b", 1, "a"), ("a_l = a_r b_l", 11, "b_l"),
        ("soundex(a_l) = soundex(a_r)", 1, "soundex"), ("a_l < a_r", 5, "<"), ("a_l = 'x", 7, "'"),
        ("(a_l = a_r", 11, ""),
        ("a_l ~ a_r", 5, "~"), ("a_l = a_r AND a_l", 15, "a_l"), ("upper(a_l) = upper(a_r)", 1, "upper"),
        ("regexp_extract(a_l, '^x') = a_r", 21, "^x"), ("substr(a_l, 0, 2) = a_r", 13, "0"),
        ("substr(substr(a_l, 1, 2), 1, 1) = a_r", 1, "substr"), ("datediff('day', a_l, a_r) <= 3", 27, "<="),
        ("regexp_extract(a_l, '^[A-Za-z]{1,2}') = a_r", 39, "="),
        ("try_strptime(a_l, '%d/%m/%Y') IS NULL", 19, "%d/%m/%Y"),
        ("a_l IS 3", 8, "3"), ("a_l BETWEEN 1 AND 2", 5, "BETWEEN"), ("_l = _r", 1, "_l"), ("l. = r.a", 4, "="),
        ("levenshtein(a_l, a_r) <= 1e999", 26, "1e999"), ("nullif(a_l, 'x') = a_r", 13, "x"),
        ("cast(a_l AS integer) = a_r", 13, "integer"), ("cast(a_l, 3) = a_r", 9, ","), ("ELSE", 1, "ELSE"),
    ])
    func refusesWithThePlaceAndThePiece(text: String, position: Int, piece: String) {
        #expect {
            try ConditionText.read(text)
        } throws: { error in
            guard let fault = error as? ConditionFault else { return false }
            #expect(fault.position == position && fault.piece == piece, "\(text): \(fault)")
            return !fault.reason.isEmpty
        }
    }

    @Test func deepNestingIsRefused() {
        for (open, close) in [("(", ")"), ("NOT ", ""), ("nullif(", ", '')"), ("abs(", ")")] {
            let text = String(repeating: open, count: 5000) + "a_l = a_r" + String(repeating: close, count: 5000)
            #expect(throws: ConditionFault.self) { try ConditionText.read(text) }
        }
    }

    @Test func caseFunctionsAreForFieldsThatHaveThatCase() throws {
        let fields = [
            LinkageField(name: "a", origin: .columns(["a"]), cleaning: [.name]),
            LinkageField(name: "b", origin: .columns(["b"]), cleaning: [.upper, .lower]),
        ]
        #expect(try ConditionText.read("upper(a_l) = UPPER(a_r)", fields: fields).condition == Self.same)
        #expect(try ConditionText.read("lower(b_l) = lower(b_r)", fields: fields).condition == Self.other)
        #expect(throws: ConditionFault.self) { try ConditionText.read("lower(a_l) = lower(a_r)", fields: fields) }
    }

    @Test func blockingRulesAreEqualities() throws {
        let rule = try BlockingText.read("l.dob = r.dob AND r.\"last name\" = SUBSTR(l.surname, 1, 3)")
        #expect(
            rule.equalities == [
                BlockingRule.Equality(.left("dob"), .right("dob")),
                BlockingRule.Equality(.left("surname", .characters(from: 1, count: 3)), .right("last name")),
            ]
        )
        #expect(BlockingText.write(rule) == "l.dob = r.dob AND SUBSTR(l.surname, 1, 3) = r.\"last name\"")
        for text in ["l.a <> r.a", "l.a = l.b", "l.a = r.a OR l.b = r.b", "l.a = 'x'", "levenshtein(l.a, r.a) <= 1"] {
            #expect(throws: ConditionFault.self) { try BlockingText.read(text) }
        }
    }
}

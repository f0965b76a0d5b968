import Definitions
import Testing
import Values

@Suite struct MapReaderTests {
    private enum Colour: String, CaseIterable {
        case red, green
    }

    /// Reads the keys after the head of a definition, and returns the problems found.
    private func problems(_ body: String, _ read: (inout MapReader) -> Void) throws -> [String] {
        let set = try DefinitionSet(shipped: [DefinitionSetTests.file(DefinitionSetTests.head + body)])
        do {
            _ = try set.read(.instrument) { _, map -> Int? in
                read(&map)
                return 1
            }
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test func readsValuesOfEachKind() throws {
        let body = """
            word: yes
            count: 0x
            exact: 0.6071428571428571
            day: 2014-08-19
            colours: [red, green]
            numbers: [1, -2]
            """
        var count = 0
        let found = try problems(body.replacing("0x", with: "12")) { map in
            #expect(map.text("word") == "yes")
            #expect(map.integer("count") == 12)
            #expect(map.decimal("exact") == Decimal(digits: 6_071_428_571_428_571, places: 16))
            #expect(map.day("day") == Day(year: 2014, month: 8, day: 19))
            let colours: [Colour]? = map.codes("colours")
            #expect(colours == [.red, .green])
            #expect(map.optionalIntegers("numbers") == [1, -2])
            count += 1
        }
        #expect(found == [] && count == 1)
    }

    @Test func keysThatNothingReadsAreProblems() throws {
        let found = try problems("known: 1\nunknown: 2\n") { map in _ = map.text("known") }
        #expect(found == ["example.yml, line 8: unknown is not a key that is known here"])
    }

    @Test func optionalKeysMayBeMissing() throws {
        let found = try problems("known: 1\n") { map in
            #expect(map.text("known") == "1")
            #expect(map.optionalText("a") == nil && map.optionalInteger("b") == nil && map.optionalDecimal("c") == nil)
            let colour: Colour? = map.optionalCode("d")
            #expect(colour == nil && map.optionalTexts("e") == nil)
            #expect(map.optionalMaps("f") { _ in 1 } == [])
            #expect(map.optionalMap("g") { _ in 1 } == nil)
        }
        #expect(found == [])
    }

    @Test func valuesOfAnotherKindAreNamedWithTheirLine() throws {
        let body = """
            count: twelve
            exact: 1,5
            colour: blue
            list: 3
            empty: []
            numbers:
              - 1
              - two
            """
        let found = try problems(body) { map in
            #expect(map.integer("count") == nil)
            #expect(map.decimal("exact") == nil)
            let colour: Colour? = map.code("colour")
            #expect(colour == nil && map.texts("list") == nil && map.texts("empty") == nil)
            #expect(map.optionalIntegers("numbers") == nil)
            #expect(map.integer("missing") == nil)
        }
        #expect(
            found == [
                "example.yml, line 7: count must be a whole number, like 5",
                "example.yml, line 8: exact must be a number, like 0.61",
                "example.yml, line 9: colour must be one of red, green",
                "example.yml, line 10: list must be a list, like [1, 2]",
                "example.yml, line 11: empty must be a list, like [1, 2]",
                "example.yml, line 14: numbers must be a whole number, like 5",
                "example.yml, line 1: missing is missing",
            ]
        )
    }

    @Test func measuredNumbersKeepEveryDigit() throws {
        let body = """
            tiny: 1.2345678901234567e-19
            flag: true
            empty: ""
            shares: {A: 0.25, B: 5e-300}
            wide: inf
            maybe: yes
            words: [a, bb]
            """
        let found = try problems(body) { map in
            #expect(map.number("tiny") == 1.2345678901234567e-19)
            #expect(map.optionalFlag("flag") == true && map.optionalFlag("none") == nil)
            #expect(map.optionalAnyText("empty") == "")
            #expect(map.map("shares") { $0.numbers() } == ["A": 0.25, "B": 5e-300])
            #expect(map.optionalNumber("wide") == nil && map.optionalFlag("maybe") == nil)
            let short = map.optionalTexts("words") {
                $0.count == 1 ? .success(1) : .failure(TextRefusal("is too long"))
            }
            #expect(short == nil)
        }
        #expect(
            found == [
                "example.yml, line 11: wide must be a number, like 0.61",
                "example.yml, line 12: maybe must be true or false",
                "example.yml, line 13: words is too long",
            ]
        )
    }

    @Test func mappingsWithinAreReadToTheirLastKey() throws {
        let body = """
            parts:
              - {name: a, size: 1}
              - name: b
                size: 2
                colour: red
            """
        let found = try problems(body) { map in
            let sizes = map.maps("parts") { part -> Int? in
                guard part.text("name") != nil else { return nil }
                return part.integer("size")
            }
            #expect(sizes == [1, 2])
        }
        #expect(found == ["example.yml, line 11: colour is not a key that is known here"])
    }

    @Test func aReaderMayRefuseWhatItRead() throws {
        let found = try problems("low: 3\nhigh: 2\n") { map in
            guard let low = map.integer("low"), let high = map.integer("high") else { return }
            if low > high { map.refuse("high", "must be above low") }
        }
        #expect(found == ["example.yml, line 8: high must be above low"])
    }
}

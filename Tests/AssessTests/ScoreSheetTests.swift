import Assess
import Records
import Testing
import Values

@Suite struct `A sheet of scores` {
    private func sheet(_ typed: [String: String], _ instrument: String = "sdq") throws -> ScoreSheet {
        ScoreSheet(typed, of: try shippedInstrument(instrument))
    }

    @Test func `has a box for every item and for a total`() throws {
        let sdq = try shippedInstrument("sdq").entries
        #expect(sdq.map(\.name) == sdqItems + ["26", "28", "29a", "29b", "29c", "29d", "total"])
        #expect(sdq.allSatisfy { $0.places == 0 } && sdq.last?.isScale == true)
        #expect(try shippedInstrument("fft-com").entries.map(\.rule) == ["a number from 0 to 5, like 0.61"])
        let areas = try shippedInstrument("distance-travelled").entries
        #expect(areas.count == 22 && areas.first?.title == "Housing" && areas.first?.group == "Family")
    }

    @Test(arguments: [
        ("sdq", "3", "2", true), ("sdq", "3", "3", false), ("sdq", "3", "-1", false), ("sdq", "3", "1.5", false),
        ("sdq", "3", " 1 ", true), ("sdq", "3", "two", false), ("sdq", "26", "3", true), ("sdq", "26", "4", false),
        ("sdq", "total", "40", true), ("sdq", "total", "41", false), ("sdq", "total", "12.5", false),
        ("tam-r", "28", "1", true), ("tam-r", "28", "2", false), ("tam-r", "total", "0.607", true),
        ("tam-r", "total", "1.01", false), ("tam-r", "total", "0.6071", false),
        ("distance-travelled", "housing", "5", true), ("distance-travelled", "housing", "0", false),
        ("fft-com", "total", "3.5", true), ("fft-com", "total", "5.1", false),
    ])
    func `takes what an item can be and nothing else`(
        _ id: String,
        _ item: String,
        _ text: String,
        _ isTaken: Bool
    ) throws {
        let sheet = try sheet([item: text], id)
        #expect(sheet.problems.isEmpty == isTaken, "\(sheet.problems)")
        #expect(sheet.scores.map(\.item) == (isTaken ? [item] : []))
        #expect(isTaken || sheet.problems.map(\.entry) == [item])
    }

    @Test func `says which item is wrong and what it must be`() throws {
        #expect(try sheet(["3": "7"]).problems.map(\.words) == ["Item 3 must be a whole number from 0 to 2"])
        let problems = try sheet(["housing": "9", "warmth": "x"], "distance-travelled").problems
        #expect(problems.map(\.entry) == ["housing", "warmth"])
        #expect(problems[0].words == "Housing must be a whole number from 1 to 5")
        // What was typed may be somebody's name: it is never said again.
        #expect(!problems.contains { $0.words.contains("9") })
    }

    @Test func `needs a score, and a total that is that of its items`() throws {
        #expect(try sheet([:]).problems.map(\.words) == ["Enter at least one score"])
        #expect(try sheet(["unknown": "1"]).problems.count == 1)
        var typed = Dictionary(uniqueKeysWithValues: sdqItems.map { ($0, "1") })
        #expect(try sheet(typed).problems.isEmpty)
        typed["total"] = "20"
        #expect(try sheet(typed).problems.isEmpty)
        typed["total"] = "21"
        #expect(try sheet(typed).problems.map(\.entry) == ["total"])
        // 17 of 28 is 0.607142...: the publisher returns fewer places.
        var tam = Dictionary(uniqueKeysWithValues: (1...28).map { ("\($0)", $0 <= 17 ? "1" : "0") })
        for (total, isRight) in [("0.607", true), ("0.61", true), ("0.6", true), ("0.608", false)] {
            tam["total"] = total
            #expect(try sheet(tam, "tam-r").problems.isEmpty == isRight, "\(total)")
        }
    }

    @Test func `is read back from what was saved, whatever was answered`() throws {
        var generator = SeededGenerator(seed: 7)
        for instrument in try shippedInstruments.get().instruments {
            for _ in 0..<50 {
                var typed: [String: String] = [:]
                for item in instrument.items where Bool.random(using: &generator) {
                    let range = Int(item.low.digits)...Int(item.high.digits)
                    typed[item.name] = "\(Int.random(in: range, using: &generator))"
                }
                let sheet = ScoreSheet(typed, of: instrument)
                #expect(Dictionary(uniqueKeysWithValues: sheet.scores.map { ($0.item, $0.value.plain) }) == typed)
                #expect(sheet.problems.isEmpty == !typed.isEmpty)
            }
        }
    }
}

@Suite struct `What a sheet says beside its scores` {
    private let item = Case(
        id: Identifier("C1"),
        familyID: Identifier("F1"),
        programme: "mst",
        startedOn: Day(number: 19_000)
    )
    private let today = Day(number: 19_100)
    private let allocations = [
        Allocation(
            caseID: Identifier("C1"),
            workerID: Identifier("THERAPIST"),
            role: .therapist,
            from: Day(number: 19_000),
            to: Day(number: 19_010)
        ),
        Allocation(
            caseID: Identifier("C2"),
            workerID: Identifier("OTHER"),
            role: .therapist,
            from: Day(number: 19_000)
        ),
    ]

    private func problems(_ instrument: String, _ change: (inout Parts) -> Void) throws -> [SheetHead.Part] {
        var parts = Parts()
        change(&parts)
        let head = SheetHead(
            informant: parts.informant,
            occasion: parts.occasion,
            completedOn: Day(number: Int32(parts.on)),
            collectedBy: parts.by.map { Identifier($0) }
        )
        return head.problems(by: try shippedInstrument(instrument), in: item, allocations: allocations, today: today)
            .map(\.part)
    }

    private struct Parts {
        var informant = Informant.parent
        var occasion = Occasion.baseline
        var on = 19_020
        var by: String?
    }

    @Test func `is checked against the instrument`() throws {
        #expect(try problems("sdq") { _ in } == [])
        #expect(try problems("sdq") { $0.informant = .therapist } == [.informant])
        #expect(try problems("sdq") { $0.occasion = .monthly } == [.occasion])
        #expect(try problems("sdq") { $0.occasion = .followUp(6) } == [])
        #expect(try problems("mst-satisfaction") { $0.occasion = .review(1) } == [.occasion])
    }

    @Test func `is of a day between three months before the case and today`() throws {
        #expect(try problems("sdq") { $0.on = 19_100 } == [])
        #expect(try problems("sdq") { $0.on = 19_101 } == [.completedOn])
        let earliest = Int(item.startedOn.adding(months: -3).number)
        #expect(try problems("sdq") { $0.on = earliest } == [])
        #expect(try problems("sdq") { $0.on = earliest - 1 } == [.completedOn])
    }

    @Test func `names as collector of a TAM-R somebody who never held the case`() throws {
        let tam = { (by: String?) in
            try problems("tam-r") {
                $0.occasion = .monthly
                $0.by = by
            }
        }
        #expect(try tam("SOMEBODY") == [])
        #expect(try tam("OTHER") == [])
        #expect(try tam("THERAPIST") == [.collectedBy])
        #expect(try tam(nil) == [.collectedBy])
        // Nobody minds who collects an SDQ.
        #expect(try problems("sdq") { $0.by = "THERAPIST" } == [])
    }
}

@Suite struct `An occasion` {
    @Test(arguments: [
        "baseline", "review_1", "review_12", "closure", "follow_up_6", "follow_up_24", "monthly", "audit",
    ])
    func `is read and written the same`(text: String) {
        #expect(Occasion(text)?.text == text)
    }

    @Test(arguments: ["", "review", "review_0", "review_", "review_01", "review_x", "follow_up", "Review_1", "exit"])
    func `is none where it is something else`(text: String) {
        #expect(Occasion(text) == nil)
    }

    @Test func `comes in the order of the work`() {
        let order: [Occasion] = [
            .baseline, .monthly, .review(1), .review(2), .review(10), .closure, .followUp(6), .audit,
        ]
        #expect(order.shuffled().sorted() == order)
    }
}

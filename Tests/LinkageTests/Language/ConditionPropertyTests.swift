import Linkage
import Testing

@Suite struct ConditionPropertyTests {
    @Test func whatIsWrittenReadsBackTheSame() throws {
        var invented = InventedCondition(seed: 31)
        for _ in 0..<3000 {
            let condition = invented.condition()
            for dialect in [
                ConditionText.Dialect.plain, .splink(.duckdb, dates: ["dob"]), .splink(.spark, dates: ["dob"]),
            ] {
                let text = ConditionText.write(condition, dialect)
                #expect(try ConditionText.read(text).condition == condition, "\(text)")
            }
        }
    }

    @Test func rulesThatAreWrittenReadBackTheSame() throws {
        var invented = InventedCondition(seed: 32)
        var generator = SeededGenerator(seed: 33)
        for _ in 0..<500 {
            let rule = BlockingRule(
                (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                    BlockingRule.Equality(
                        .left(invented.field()),
                        .right(invented.field(), .characters(from: 1, count: 2))
                    )
                }
            )
            #expect(try BlockingText.read(BlockingText.write(rule)) == rule)
            #expect(try BlockingText.read(BlockingText.write(rule, .splink(.duckdb, dates: []))) == rule)
        }
    }

    /// Damaged texts are read or refused, never more.
    @Test func noTextStopsTheReader() {
        var invented = InventedCondition(seed: 34)
        var generator = SeededGenerator(seed: 35)
        let pieces = [
            "(", ")", "'", "\"", ",", " AND ", "NOT ", "l.", "_l", "abs(", "-", "1e9", "\u{0}", "é", "NULLIF(", "=",
        ]
        var refused = 0
        for _ in 0..<20_000 {
            var damaged = Array(ConditionText.write(invented.condition(depth: 2), .splink(.duckdb, dates: ["dob"])))
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0...damaged.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: damaged.insert(contentsOf: pieces.randomElement(using: &generator) ?? "", at: place)
                case 1: damaged.removeSubrange(place..<min(damaged.count, place + 3))
                default: damaged.append(contentsOf: damaged[..<min(place, 20)])
                }
            }
            let text = String(damaged)
            do throws(ConditionFault) {
                let condition = try ConditionText.read(text).condition
                #expect(try ConditionText.read(ConditionText.write(condition)).condition == condition, "\(text)")
            } catch {
                refused += 1
                #expect((1...text.unicodeScalars.count + 1).contains(error.position))
            }
        }
        #expect(refused > 5000 && refused < 19_900)
    }
}

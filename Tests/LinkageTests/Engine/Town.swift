@testable import Linkage

/// An invented town whose people are recorded several times each, with mistakes: what the linking tests link.
struct Town {
    struct Row {
        var source: String
        var id: String
        var values: [String?]
        var person: Int
    }

    /// A generator of random numbers that gives the same ones every time (SplitMix64).
    struct Dice {
        var state: UInt64

        mutating func next(_ below: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((z ^ (z >> 31)) % UInt64(below))
        }
    }

    static let fields = ["forename", "surname", "dob", "house", "street"]

    private(set) var rows: [Row] = []

    init(households: Int, seed: UInt64) {
        var dice = Dice(state: seed)
        var person = 0
        for home in 0..<households {
            let surname = Town.name(dice.next(400)) + "SON"
            let address = ["\(1 + dice.next(60))", "STREET \(home / 12)"]
            for member in 0..<1 + dice.next(4) {
                let year = member < 2 ? 1970 + dice.next(20) : 2005 + dice.next(14)
                let dob = "\(year)-\(Town.two(1 + dice.next(12)))-\(Town.two(1 + dice.next(28)))"
                let forename = Town.name(dice.next(300))
                for copy in 0..<1 + dice.next(3) {
                    let hasDob = dice.next(8) > 0
                    let written = dice.next(10) == 0 ? Town.slipped(forename, &dice) : forename
                    let values = [written, surname, hasDob ? dob : nil] + address
                    let source = ["school", "housing", "police"][(copy + dice.next(2)) % 3]
                    rows.append(Row(source: source, id: "\(person)-\(copy)", values: values, person: person))
                }
                person += 1
            }
        }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// A name that is like few others.
    private static func name(_ number: Int) -> String {
        let starts = ["BA", "CE", "DO", "FI", "GU", "HA", "LE", "MO", "NI", "RU"]
        let middles = ["LLI", "MBE", "NTO", "RRA", "STU", "VEN", "XTO", "ZZI", "KKE", "PPA"]
        let ends = ["N", "S", "T", "R"]
        return starts[number % 10] + middles[number / 10 % 10] + ends[number / 100 % 4]
    }

    private static func slipped(_ name: String, _ dice: inout Dice) -> String {
        var letters = Array(name)
        letters.swapAt(1, 2 + dice.next(letters.count - 2))
        return String(letters)
    }

    /// The rows as the linker takes them, in the order given.
    static func columns(_ rows: [Row]) -> RawColumns {
        let sources = Set(rows.map(\.source)).sorted()
        return RawColumns(
            fields: fields.count,
            sources: sources.map { source in
                var chunk = RawChunk(fields: fields.count)
                for row in rows where row.source == source { chunk.add(recordID: row.id, values: row.values) }
                return (name: source, chunks: [chunk])
            }
        )
    }
}

import Records
import Values

/// A linear congruential generator, so that a run can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

extension Table {
    /// A row that is in order: right kinds, optional fields missing now and then, later dates in later fields.
    func inventedRow(using generator: inout SeededGenerator) -> [Cell] {
        var day = Day(number: Int32.random(in: 10_000...18_000, using: &generator))
        return fields.map { field in
            if !field.isRequired, Int.random(in: 0..<3, using: &generator) == 0 { return .missing }
            if field.kind == .day { day = day + Int.random(in: 0...200, using: &generator) }
            return field.inventedCell(day: day, using: &generator)
        }
    }

    func index(of field: String) -> Int? {
        fields.firstIndex { $0.name == field }
    }
}

extension Field {
    fileprivate func inventedCell(day: Day, using generator: inout SeededGenerator) -> Cell {
        switch kind {
        case .text: .text("\(name) \(Int.random(in: 0..<100, using: &generator))")
        case .integer: .integer(Int64.random(in: 0..<100, using: &generator))
        case .decimal: .decimal(Decimal(digits: Int64.random(in: 0...4000, using: &generator), places: 2))
        case .money: .integer(Int64.random(in: 0..<1_000_000, using: &generator))
        case .day: .day(day)
        case .birthDate: .text(["2006-03-27", "2006-03", "2006"].randomElement(using: &generator) ?? "2006")
        case .boolean: .boolean(Bool.random(using: &generator))
        case .code(let codes): codes.randomElement(using: &generator).map { .text($0) } ?? .missing
        }
    }
}

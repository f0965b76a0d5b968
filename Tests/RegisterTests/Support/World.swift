import Records
import Values

/// A small world of records that an import may give any part of: families, their children, placements, cases, events.
struct World {
    let families = 4
    let people = 12

    /// Some of its records, their values drawn anew, parents always among them.
    func someRecords(_ random: inout SeededGenerator) -> RecordSet {
        var records = RecordSet()
        let share = Int.random(in: 0...4, using: &random)
        func chosen() -> Bool { Int.random(in: 0...4, using: &random) <= share }
        for number in 0..<families {
            let name = ["Marlow", "Hale", nil].randomElement(using: &random) ?? nil
            records.families.append(Family(id: Identifier("F\(number)"), name: name))
        }
        for number in 0..<people {
            let surname = ["Marlow", "Hale"].randomElement(using: &random)
            records.people.append(child("P\(number)", family: "F\(number % families)", surname: surname))
        }
        for number in 0..<people where chosen() {
            let start = day(2024, Int.random(in: 1...12, using: &random), 1)
            let nights = Int.random(in: 0...90, using: &random)
            let end = nights > 80 ? nil : start + nights
            records.placements.append(placement("P\(number)", from: start, to: end))
        }
        for number in 0..<people where chosen() {
            let date = day(2024, Int.random(in: 1...12, using: &random), 15)
            let person = Identifier<Person>("P\(number)")
            records.events.append(
                Event(id: Identifier("E\(number)"), personID: person, kind: .arrest, on: date, source: "police")
            )
        }
        return records
    }
}

extension RecordSet {
    /// The same rows, those of every table in another order.
    func shuffled(_ random: inout SeededGenerator) -> RecordSet {
        var records = self
        records.families.shuffle(using: &random)
        records.people.shuffle(using: &random)
        records.placements.shuffle(using: &random)
        records.events.shuffle(using: &random)
        return records
    }
}

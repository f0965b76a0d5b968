import Records
import Values

/// What goes wrong when a partner writes down who somebody is.
struct Slips {
    /// Who somebody is and where they live, as one partner has it.
    struct Written {
        var forename: String
        var surname: String
        var birth: Day?
        var home: Town.Home
    }

    private var numbers: SeededGenerator

    init(_ numbers: SeededGenerator) {
        self.numbers = numbers
    }

    mutating func write(_ resident: Town.Resident) -> Written {
        let person = resident.person
        var written = Written(
            forename: name(person.forename ?? ""),
            surname: surname(person.surname ?? ""),
            birth: person.birth.flatMap { birth($0.latest) },
            home: numbers.chance(0.09) ? resident.formerHome : resident.home
        )
        if numbers.chance(0.02) { swap(&written.forename, &written.surname) }
        if numbers.chance(0.1) {
            written.forename = written.forename.uppercased()
            written.surname = written.surname.uppercased()
        }
        if numbers.chance(0.03) { written.surname = " \(written.surname) " }
        return written
    }

    private mutating func name(_ name: String) -> String {
        if numbers.chance(0.25), let short = Slips.short[name] { return short }
        return numbers.chance(0.04) ? mistyped(name) : name
    }

    /// Of two surnames one is often left out.
    private mutating func surname(_ name: String) -> String {
        let parts = name.split(separator: "-")
        if parts.count > 1, numbers.chance(0.4) { return String(numbers.pick([parts[0], parts[parts.count - 1]])) }
        return numbers.chance(0.04) ? mistyped(name) : name
    }

    private mutating func birth(_ day: Day) -> Day? {
        let draw = numbers.unit()
        let (year, month, dayOfMonth) = day.parts
        switch draw {
        case ..<0.03: return nil
        case ..<0.045: return Day(year: year, month: dayOfMonth, day: month) ?? day
        case ..<0.055: return Day(year: year, month: 1, day: 1)
        case ..<0.065: return day + numbers.pick([-1, 1, 10, -10])
        default: return day
        }
    }

    /// A letter left out, two letters the wrong way round, or a letter typed twice.
    private mutating func mistyped(_ name: String) -> String {
        var letters = Array(name)
        guard letters.count > 3 else { return name }
        let place = numbers.whole(1...letters.count - 2)
        switch numbers.whole(0...2) {
        case 0: letters.remove(at: place)
        case 1: letters.swapAt(place, place + 1)
        default: letters.insert(letters[place], at: place)
        }
        return String(letters)
    }

    private static let short = [
        "Abigail": "Abby", "Agnieszka": "Aga", "Amelia": "Millie", "Bethany": "Beth", "Bradley": "Brad",
        "Charlotte": "Lottie", "Daniel": "Danny", "Edward": "Ted", "Eleanor": "Nell", "Florence": "Flo",
        "Frederick": "Freddie", "Georgia": "Georgie", "Harriet": "Hattie", "Harrison": "Harry", "Isaac": "Zac",
        "Isabelle": "Izzy", "Jacob": "Jake", "James": "Jim", "Jasmine": "Jas", "Jessica": "Jess", "Joseph": "Joey",
        "Katarzyna": "Kasia", "Lauren": "Loz", "Liam": "Lee", "Martha": "Mattie", "Matthew": "Matt", "Megan": "Meg",
        "Nathan": "Nate", "Nathaniel": "Nat", "Oliver": "Ollie", "Rebecca": "Becky", "Samuel": "Sammy",
        "Tomasz": "Tomek", "Zofia": "Zosia",
    ]
}

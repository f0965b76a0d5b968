import Records
import Values

/// Makes families, one after the other.
struct Households {
    private let setting: Setting
    private var people = 0
    private(set) var all: [Household] = []

    /// Families that have a disabled child with short breaks.
    private static let disability = 0.012
    /// Siblings born after the family was first seen.
    private static let bornLater = 0.04
    private static let largest = 5

    init(_ setting: Setting) {
        self.setting = setting
    }

    /// Adds a family whose first child is of one of these ages on the day the family came to notice.
    mutating func add(_ path: Path, ages: ClosedRange<Int>, offending: Double) -> Int {
        var numbers = setting.stream(.households, all.count)
        let ethnicity = numbers.pick(Heritage.weights)
        let surname = ethnicity.heritage.names.surname(&numbers)
        var family = Household(
            number: all.count + 1,
            path: path,
            ethnicity: ethnicity,
            surname: surname,
            adults: [],
            children: [],
            need: need(path, offending: offending, &numbers)
        )
        addChildren(to: &family, ages: ages, &numbers)
        addAdults(to: &family, &numbers)
        all.append(family)
        return all.count - 1
    }

    mutating func give(_ engagement: Engagement, to family: Int) {
        all[family].work.append(engagement)
    }

    private func need(_ path: Path, offending: Double, _ numbers: inout SeededGenerator) -> Need {
        let known: Double
        if case .worked = path { known = 1 } else { known = 0.6 }
        return Need(
            offending: numbers.chance(offending),
            antisocial: numbers.chance(0.16 * known),
            school: numbers.chance(0.42 * known),
            workless: numbers.chance(0.62 * known),
            violence: numbers.chance(0.3 * known),
            disability: numbers.chance(Households.disability)
        )
    }

    private mutating func addChildren(
        to family: inout Household,
        ages: ClosedRange<Int>,
        _ numbers: inout SeededGenerator
    ) {
        let seen = family.path.day
        // Of two draws the older, since referrals come late in childhood.
        let age = max(numbers.whole(ages), numbers.whole(ages))
        let first = seen.adding(months: -12 * age) - numbers.whole(1...364)
        family.children.append(member(.child, of: family, born: first, family.ethnicity, female: 0.44, &numbers))
        let siblings = numbers.pick([(0, 38), (1, 36), (2, 20), (3, 6)])
        for _ in 0..<siblings {
            let later = numbers.chance(Households.bornLater)
            let born = later ? seen + numbers.whole(20...700) : seen - numbers.whole(60...16 * 365)
            guard born < setting.until - 14, family.children.allSatisfy({ abs($0.birth - born) > 300 }) else {
                continue
            }
            family.children.append(member(.child, of: family, born: born, family.ethnicity, female: 0.49, &numbers))
        }
    }

    private mutating func addAdults(to family: inout Household, _ numbers: inout SeededGenerator) {
        let parents = family.ethnicity.parents
        let eldest = family.children.map(\.birth).min() ?? family.path.day
        let born = eldest - numbers.whole(17 * 366...36 * 365)
        family.adults.append(member(.parentCarer, of: family, born: born, parents.0, female: 0.88, &numbers))
        if numbers.chance(0.44), family.members.count < Households.largest {
            let partner = born - numbers.whole(-1500...2500)
            family.adults.append(member(.parentCarer, of: family, born: partner, parents.1, female: 0.2, &numbers))
        }
        if numbers.chance(0.08), family.members.count < Households.largest {
            let grandparent = born - numbers.whole(20 * 366...30 * 365)
            family.adults.append(member(.otherAdult, of: family, born: grandparent, parents.0, female: 0.7, &numbers))
        }
    }

    private mutating func member(
        _ role: PersonRole,
        of family: Household,
        born: Day,
        _ ethnicity: Ethnicity,
        female: Double,
        _ numbers: inout SeededGenerator
    ) -> Member {
        people += 1
        let sex: Sex = numbers.chance(female) ? .female : .male
        let names = (role == .child ? family.ethnicity : ethnicity).heritage.names
        let taken = family.members.map(\.forename)
        var forename = numbers.pick(sex == .female ? names.female : names.male)
        // Brothers and sisters do not share a name; a few tries are enough.
        for _ in 0..<4 where taken.contains(forename) {
            forename = numbers.pick(sex == .female ? names.female : names.male)
        }
        let own = numbers.chance(role == .child ? 0.1 : 0.22)
        return Member(
            number: people,
            role: role,
            sex: sex,
            birth: born,
            forename: forename,
            surname: own ? names.surname(&numbers) : family.surname,
            ethnicity: ethnicity
        )
    }
}

/// A value that is read of each record, or worked out from another value.
package struct LinkageField: Hashable, Sendable {
    package enum Origin: Hashable, Sendable {
        /// The first of these columns that a file has, unless its mapping says otherwise.
        case columns([String])
        /// Worked out from another field.
        case derived(from: String, Derivation)
        /// Worked out from two other fields.
        case joined([String], separator: String)
    }

    package let name: String
    package let origin: Origin
    /// In the order they are applied.
    package let cleaning: [Cleaning]

    package init(name: String, origin: Origin, cleaning: [Cleaning] = []) {
        self.name = name
        self.origin = origin
        self.cleaning = cleaning
    }
}

/// A step that makes values comparable; white space around a value always goes.
package enum Cleaning: String, CaseIterable, Hashable, Sendable {
    /// Capital letters.
    case upper
    /// Small letters.
    case lower
    /// Letters without their accents.
    case plain
    /// Only letters, hyphens and single spaces; apostrophes go and other signs become spaces.
    case letters
    /// Only letters and digits.
    case alphanumeric
    /// Only digits.
    case digits
    /// Only digits, without noughts before them, as in a UPRN.
    case number
    /// A name as it is compared: plain, upper, letters; values such as UNKNOWN or BABY are missing.
    case name
    /// A date, as `2014-08-19`; anything that is not a real date is missing.
    case date
    /// A postcode, as `LE1 4AB`; anything that is not shaped like one is missing.
    case postcode
    /// A street as it is compared: plain, upper, common abbreviations written out.
    case street
    /// An NHS number with a right check digit; anything else is missing.
    case nhsNumber = "nhs_number"
    /// M or F; other words for them are understood and anything else is missing.
    case sex
}

/// A value worked out from another.
package enum Derivation: Hashable, Sendable {
    case part(Term.Part)
    /// The name a nickname stands for, from our own table; the name itself where it is not in it.
    case givenName
    /// The first, or the last, of the parts of a double-barrelled name.
    case firstPart
    case lastPart
    /// Year (`2014`), and year and month (`2014-08`), of a date.
    case year
    case yearAndMonth
    /// A date with day and month exchanged, where that is a date and another one.
    case dayMonthSwapped
    /// How a name sounds (Double Metaphone is not it: Soundex with the first letter coded too).
    case sound
    /// The house number in a line of an address.
    case houseNumber
}

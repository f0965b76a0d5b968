import Values

extension Decimal {
    /// The exact sum; nil where it has more than 18 digits.
    init?(sum values: [Decimal]) {
        self.init(scaled: values.reduce(0) { $0 + $1.scaled })
    }

    /// The mean, rounded half away from zero to 15 places; nil of nothing.
    init?(mean values: [Decimal]) {
        guard !values.isEmpty else { return nil }
        let sum = values.reduce(Int128(0)) { $0 + $1.scaled }
        let unit = Int128(values.count) * powerOfTen(3)
        let magnitude = (Int128(sum.magnitude) + unit / 2) / unit
        self.init(scaled: (sum < 0 ? -magnitude : magnitude) * powerOfTen(3))
    }

    /// The number that is this one times 10 to the 18; nil where it has more than 18 digits.
    init?(scaled: Int128) {
        var digits = scaled
        var places: UInt8 = 18
        while places > 0, digits % 10 == 0 {
            digits /= 10
            places -= 1
        }
        guard digits.magnitude < powerOfTen(18).magnitude else { return nil }
        self.init(digits: Int64(digits), places: places)
    }

    /// As a whole number; nil where it has places.
    var whole: Int? {
        places == 0 ? Int(exactly: digits) : nil
    }
}

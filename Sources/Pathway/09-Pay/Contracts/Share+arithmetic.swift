package import Values

extension Share {
    package static let nothing = Share(0, of: 1)
    package static let whole = Share(1, of: 1)

    /// In lowest terms; parts of nothing stay as they are.
    var reduced: Share {
        let divisor = greatestDivisor(numerator.magnitude, denominator.magnitude)
        guard divisor > 1, let exact = Int64(exactly: divisor) else { return self }
        return Share(Int(numerator / exact), of: Int(denominator / exact))
    }

    /// The product in lowest terms.
    ///
    /// A contract is refused when its shares could run over (`Contract.factorLimit`).
    static func * (one: Share, other: Share) -> Share {
        Share(
            Int(one.numerator &* other.numerator),
            of: Int(one.denominator &* other.denominator)
        ).reduced
    }

    /// What is left of the whole.
    package var rest: Share { Share(Int(denominator - numerator), of: Int(denominator)).reduced }

    /// Whether this is at least the other, exactly; a part of nothing is never.
    func isAtLeast(_ other: Share) -> Bool {
        guard denominator > 0, other.denominator > 0 else { return false }
        return Int128(numerator) * Int128(other.denominator) >= Int128(other.numerator) * Int128(denominator)
    }

    /// This part of an amount, rounded to the penny half away from zero.
    package func of(_ amount: Money) -> Money {
        Money(rounding: Int128(amount.pence) * Int128(numerator), over: Int128(denominator))
    }
}

extension Money {
    /// A quotient in pence, rounded half away from zero.
    init(rounding numerator: Int128, over denominator: Int128) {
        guard denominator > 0 else {
            self = .zero
            return
        }
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        let up = rest.magnitude * 2 >= denominator.magnitude
        self.init(pence: Int64(clamping: quotient + (up ? (numerator < 0 ? -1 : 1) : 0)))
    }
}

private func greatestDivisor(_ one: UInt64, _ other: UInt64) -> UInt64 {
    var (one, other) = (one, other)
    while other > 0 { (one, other) = (other, one % other) }
    return one
}

import Values

/// Numbers people have in other systems, made so that none can be anyone's.
enum PersonNumbers {
    /// From the range 999, which the NHS keeps for tests, with its check digit; nil where the check would be ten, for
    /// which there is no number.
    static func nhs(_ number: Int) -> String? {
        let digits = reference("999", number % 1_000_000, digits: 6)
        let sum = zip(digits.utf8, stride(from: 10, through: 2, by: -1))
            .reduce(0) { $0 + Int($1.0 - UInt8(ascii: "0")) * $1.1 }
        let check = (11 - sum % 11) % 11
        return check == 10 ? nil : "\(digits)\(check)"
    }

    /// A unique pupil number of authority 999, which is none: a check letter and twelve digits.
    static func pupil(_ number: Int) -> String {
        let digits = reference("999", number % 1_000_000_000, digits: 9)
        let sum = zip(digits.utf8, 2...13).reduce(0) { $0 + Int($1.0 - UInt8(ascii: "0")) * $1.1 }
        return "\(checkLetters[sum % 23])\(digits)"
    }

    private static let checkLetters = Array("ABCDEFGHJKLMNPQRTUVWXYZ")
}

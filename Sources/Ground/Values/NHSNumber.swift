/// An NHS number whose check digit is right.
package struct NHSNumber: Hashable, Sendable {
    /// Ten digits, no spaces.
    package let digits: String

    /// Accepts spaces.
    ///
    /// Nil unless there are ten digits and the last is the modulus 11 check of the others.
    package init?(_ text: String) {
        let digits = text.utf8.filter { $0 != UInt8(ascii: " ") }
        guard digits.count == 10, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        let values = digits.map { Int($0 - UInt8(ascii: "0")) }
        let sum = zip(values, stride(from: 10, through: 2, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
        let check = (11 - sum % 11) % 11
        guard check == values[9] else { return nil }
        self.digits = String(decoding: digits, as: UTF8.self)
    }
}

/// A part of a whole as an exact fraction; it becomes a decimal only where it is shown.
package struct Share: Hashable, Sendable {
    package let numerator: Int64
    package let denominator: Int64

    package init(_ numerator: Int, of denominator: Int) {
        self.numerator = Int64(numerator)
        self.denominator = Int64(denominator)
    }

    /// 0 to 1; nil of nothing.
    package var value: Double? {
        denominator == 0 ? nil : Double(numerator) / Double(denominator)
    }
}

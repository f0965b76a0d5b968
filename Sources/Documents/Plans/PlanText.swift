package import Values

/// Numbers of plans as people read them.
package enum PlanText {
    /// Pounds without the sign, for a column that says £; with pence only if there are any: `−323,750`.
    package static func pounds(_ money: Money) -> String {
        let rest = money.pence.magnitude % 100
        let whole = Int64(money.pence.magnitude / 100).grouped
        let pence = rest == 0 ? "" : ".\(rest < 10 ? "0" : "")\(rest)"
        return (money.pence < 0 ? NumberText.minus : "") + whole + pence
    }

    /// Pounds to the nearest, half away from zero, for what a drawing or a trial gives.
    package static func whole(_ money: Money) -> String {
        pounds(Money(pence: (money.pence + (money.pence < 0 ? -50 : 50)) / 100 * 100))
    }
}

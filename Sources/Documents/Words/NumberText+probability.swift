extension NumberText {
    /// A probability with three digits that say something: `0.912`, `0.0000124`, `1`.
    package static func probability(_ probability: Double) -> String {
        guard probability.isFinite, probability >= 0 else { return "not a number" }
        guard probability > 0, probability < 1 else { return trimmed(probability, places: 3) }
        if probability > 0.9995 { return nearOne(probability) }
        var places = 3
        var scale = 1000.0
        while probability * scale < 100, places < 15 {
            places += 1
            scale *= 10
        }
        return fraction(Int((probability * scale).rounded()), places: places)
    }

    /// A probability that three digits would round to 1: as many nines as it has, and a digit after them.
    private static func nearOne(_ probability: Double) -> String {
        var places = 4
        var scale = 10_000.0
        while (1 - probability) * scale < 1, places < 12 {
            places += 1
            scale *= 10
        }
        return fraction(min(Int((probability * scale).rounded()), Int(scale) - 1), places: places)
    }

    private static func fraction(_ digits: Int, places: Int) -> String {
        var text = String(digits)
        text = String(repeating: "0", count: max(0, places - text.count)) + text
        while text.last == "0" { text.removeLast() }
        return text.isEmpty ? "0" : "0." + text
    }

    /// A match weight with its sign: `+9.42`, `−3.10`.
    package static func weight(_ weight: Double) -> String {
        guard weight.isFinite else { return weight > 0 ? "without bound" : "without bound, against" }
        return (weight > 0 ? "+" : "") + decimal(weight, places: 2)
    }
}

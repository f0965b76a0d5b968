/// How wide words are in Arial, so that a chart can be laid out without a browser.
enum Letters {
    /// The smallest letters a chart may use, in pixels at its drawn size.
    static let smallest = 14.0

    /// Width in pixels, a twentieth more than Arial's own for the typefaces that stand in for it.
    static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
        var thousandths = 0
        for scalar in text.unicodeScalars { thousandths += width(of: scalar) }
        return Double(thousandths) * size * (isBold ? 1.15 : 1.05) / 1000
    }

    /// Words in lines no wider than `width`, at most `lines` of them; what does not fit ends in three dots.
    static func wrap(_ text: String, size: Double, width: Double, lines limit: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            let longer = line.isEmpty ? String(word) : line + " " + word
            if line.isEmpty || Letters.width(of: longer, size: size) <= width {
                line = longer
            } else {
                lines.append(line)
                line = String(word)
            }
        }
        lines.append(line)
        if lines.count > limit {
            lines = Array(lines.prefix(limit))
            lines[limit - 1] += "…"
        }
        return lines.map { fit($0, size: size, width: width) }
    }

    /// The words, cut short with three dots where they are wider than `width`.
    static func fit(_ text: String, size: Double, width: Double) -> String {
        guard Letters.width(of: text, size: size) > width else { return text }
        var short = text
        while !short.isEmpty, Letters.width(of: short + "…", size: size) > width { short.removeLast() }
        return short + "…"
    }

    /// Thousandths of the letter's height, from the metrics of Helvetica that Arial shares.
    private static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "i", "j", "l", "’", "‘": 222
        case "'": 191
        case "|": 260
        case " ", "!", ",", ".", "/", ":", ";", "I", "[", "\\", "]", "f", "t", "·": 278
        case "(", ")", "-", "`", "r": 333
        case "{", "}": 334
        case "\"": 355
        case "*": 389
        case "^": 469
        case "w": 722
        case "m": 833
        case "J", "c", "k", "s", "v", "x", "y", "z": 500
        case "#", "$", "?", "_", "£", "–", "L", "0"..."9", "a"..."z", "à"..."ü": 556
        case "+", "<", "=", ">", "~", "\u{2212}": 584
        case "F", "T", "Z": 611
        case "A", "B", "E", "K", "P", "S", "V", "X", "Y", "&": 667
        case "C", "D", "H", "N", "R", "U": 722
        case "G", "O", "Q": 778
        case "M": 833
        case "%": 889
        case "W": 944
        default: 1015
        }
    }
}

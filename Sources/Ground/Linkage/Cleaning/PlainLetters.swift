/// Letters without their accents: those of Latin-1 and Latin Extended-A, and the Romanian S and T with a comma.
enum PlainLetters {
    /// The text with its accented letters as plain ones; accents written as marks of their own go.
    static func fold(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let letters = plain[scalar] {
                folded.append(contentsOf: letters.unicodeScalars)
            } else if !(0x0300...0x036F).contains(scalar.value) {
                folded.append(scalar)
            }
        }
        return String(folded)
    }

    private static let plain: [Unicode.Scalar: String] = {
        var plain: [Unicode.Scalar: String] = [:]
        for (letters, accented) in table {
            for scalar in accented.unicodeScalars { plain[scalar] = letters }
        }
        return plain
    }()

    private static let table = [
        ("A", "ÀÁÂÃÄÅĀĂĄ"),
        ("a", "àáâãäåāăą"),
        ("AE", "Æ"),
        ("ae", "æ"),
        ("C", "ÇĆĈĊČ"),
        ("c", "çćĉċč"),
        ("D", "ÐĎĐ"),
        ("d", "ðďđ"),
        ("E", "ÈÉÊËĒĔĖĘĚ"),
        ("e", "èéêëēĕėęě"),
        ("G", "ĜĞĠĢ"),
        ("g", "ĝğġģ"),
        ("H", "ĤĦ"),
        ("h", "ĥħ"),
        ("I", "ÌÍÎÏĨĪĬĮİ"),
        ("i", "ìíîïĩīĭįı"),
        ("IJ", "Ĳ"),
        ("ij", "ĳ"),
        ("J", "Ĵ"),
        ("j", "ĵ"),
        ("K", "Ķ"),
        ("k", "ķĸ"),
        ("L", "ĹĻĽĿŁ"),
        ("l", "ĺļľŀł"),
        ("N", "ÑŃŅŇŊ"),
        ("n", "ñńņňŉŋ"),
        ("O", "ÒÓÔÕÖØŌŎŐ"),
        ("o", "òóôõöøōŏő"),
        ("OE", "Œ"),
        ("oe", "œ"),
        ("R", "ŔŖŘ"),
        ("r", "ŕŗř"),
        ("S", "ŚŜŞŠȘ"),
        ("s", "śŝşšſș"),
        ("ss", "ß"),
        ("T", "ŢŤŦȚ"),
        ("t", "ţťŧț"),
        ("TH", "Þ"),
        ("th", "þ"),
        ("U", "ÙÚÛÜŨŪŬŮŰŲ"),
        ("u", "ùúûüũūŭůűų"),
        ("W", "Ŵ"),
        ("w", "ŵ"),
        ("Y", "ÝŶŸ"),
        ("y", "ýÿŷ"),
        ("Z", "ŹŻŽ"),
        ("z", "źżž"),
    ]
}

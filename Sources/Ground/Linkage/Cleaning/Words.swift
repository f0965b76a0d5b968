/// Names and streets as they are compared.
enum Words {
    /// Only letters, hyphens and single spaces; apostrophes go and other signs become spaces.
    static func letters(_ bytes: [UInt8]) -> [UInt8] {
        kept(bytes) {
            $0.isLetter || $0 == UInt8(ascii: "-")
        } unicode: {
            $0.properties.isAlphabetic
        }
    }

    static func alphanumeric(_ bytes: [UInt8]) -> [UInt8] {
        guard !bytes.isASCII else { return bytes.filter { $0.isLetter || $0.isDigit } }
        let text = String(decoding: bytes, as: UTF8.self)
        return Array(String(String.UnicodeScalarView(text.unicodeScalars.filter(isLetterOrDigit))).utf8)
    }

    /// A name; nil where it says that the name is not known.
    static func name(_ bytes: [UInt8]) -> [UInt8]? {
        // A hyphen joins what it stands between, however it was spaced.
        let parts = letters(plainUpper(bytes)).split(separator: UInt8(ascii: "-")).map { Array($0).trimmed }
        let name = Array(parts.filter { !$0.isEmpty }.joined(separator: [UInt8(ascii: "-")]))
        return name.isEmpty || unknown.contains(name) ? nil : name
    }

    /// A street with its words written out.
    static func street(_ bytes: [UInt8]) -> [UInt8] {
        let signs = kept(plainUpper(bytes)) {
            $0.isLetter || $0.isDigit
        } unicode: {
            isLetterOrDigit($0)
        }
        var words = signs.split(separator: UInt8(ascii: " ")).map(Array.init)
        for place in words.indices {
            // ST before a name is a saint, at the end a street.
            if words[place] == Array("ST".utf8), place == 0, words.count > 1 {
                words[place] = Array("SAINT".utf8)
            } else if let word = abbreviations[words[place]] {
                words[place] = word
            }
        }
        return Array(words.joined(separator: [UInt8(ascii: " ")]))
    }

    // MARK: Letters

    private static func plainUpper(_ bytes: [UInt8]) -> [UInt8] {
        guard !bytes.isASCII else { return bytes.map(\.upper) }
        return Array(PlainLetters.fold(String(decoding: bytes, as: UTF8.self)).uppercased().utf8)
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
    }

    /// The bytes that are kept, with a space for the others and none for apostrophes; letters of other scripts by
    /// `unicode`.
    private static func kept(
        _ bytes: [UInt8],
        _ ascii: (UInt8) -> Bool,
        unicode: (Unicode.Scalar) -> Bool
    ) -> [UInt8] {
        var result: [UInt8] = []
        func space() {
            if let last = result.last, last != UInt8(ascii: " ") { result.append(UInt8(ascii: " ")) }
        }
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where !apostrophes.contains(scalar) {
            if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                if ascii(byte) { result.append(byte) } else { space() }
            } else if unicode(scalar) {
                result.append(contentsOf: String(scalar).utf8)
            } else {
                space()
            }
        }
        if result.last == UInt8(ascii: " ") { result.removeLast() }
        return result
    }

    private static let apostrophes: Set<Unicode.Scalar> = ["'", "`", "\u{2018}", "\u{2019}", "\u{02BC}", "\u{00B4}"]

    // MARK: Words

    /// What is written where a name is not known, or not yet given.
    private static let unknown: Set<[UInt8]> = Set(
        [
            "UNKNOWN", "UNKOWN", "UNK", "NOT KNOWN", "NK", "N K", "N A", "NONE", "NULL", "NIL", "NOT GIVEN",
            "NOT STATED", "NOT RECORDED", "NOT PROVIDED", "NOT DISCLOSED", "NO NAME", "NO NAME GIVEN", "UNNAMED",
            "TBC", "TO BE CONFIRMED", "BABY", "BABY BOY", "BABY GIRL", "BABYBOY", "BABYGIRL", "INFANT", "UNBORN",
            "UNBORN BABY", "UNBORN CHILD", "ANONYMOUS", "REFUSED", "WITHHELD", "MISSING", "BLANK", "XX", "XXX", "XXXX",
        ].map { Array($0.utf8) }
    )

    /// Words of streets and the short forms that are in use for them.
    private static let abbreviations: [[UInt8]: [UInt8]] = {
        let words = [
            "STREET": ["ST", "STR"], "ROAD": ["RD"], "AVENUE": ["AV", "AVE"], "LANE": ["LN", "LA"],
            "CLOSE": ["CL", "CLS"], "CRESCENT": ["CR", "CRES", "CRESC"], "DRIVE": ["DR", "DRV"],
            "COURT": ["CT", "CRT"], "PLACE": ["PL", "PLC"], "SQUARE": ["SQ"], "TERRACE": ["TER", "TERR", "TCE"],
            "GARDENS": ["GDNS", "GDS"], "GARDEN": ["GDN"], "GREEN": ["GRN"], "GROVE": ["GR", "GRV", "GRO"],
            "PARK": ["PK"], "WAY": ["WY"], "BOULEVARD": ["BLVD"], "HOUSE": ["HSE", "HO"], "FLAT": ["FLT"],
            "APARTMENT": ["APT", "APPT"], "MOUNT": ["MT"], "HEIGHTS": ["HTS"], "HILL": ["HL"], "RISE": ["RI"],
            "VIEW": ["VW"], "WALK": ["WK", "WLK"], "PARADE": ["PDE"], "PASSAGE": ["PASS"], "ESTATE": ["EST"],
            "COTTAGE": ["COTT", "COT"], "COTTAGES": ["COTTS"], "BUILDINGS": ["BLDGS", "BLDS"], "BUILDING": ["BLDG"],
            "UPPER": ["UPR"], "LOWER": ["LWR"], "GREAT": ["GT"], "LITTLE": ["LT"], "NORTH": ["NTH"], "SOUTH": ["STH"],
        ]
        var byShortForm: [[UInt8]: [UInt8]] = [:]
        for (word, forms) in words {
            for form in forms { byShortForm[Array(form.utf8)] = Array(word.utf8) }
        }
        return byShortForm
    }()
}

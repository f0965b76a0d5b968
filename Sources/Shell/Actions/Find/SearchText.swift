import Values

/// How names, dates and identifiers are brought to one form before they are compared.
enum SearchText {
    /// One thing asked for, read as everything it may be.
    struct Part: Hashable {
        /// As an identifier or postcode.
        let mark: String
        /// As a date of birth, `2008-06-15`, `2008-06` or `2008`.
        let dates: [String]
        /// As a name; nil for dates and numbers.
        let word: String?
    }

    /// Letters only, in lower case and without accents; apostrophes and full stops vanish, hyphens separate.
    static func words(_ text: String) -> [String] {
        // Most names are one word of plain letters.
        if !text.isEmpty, text.utf8.allSatisfy(isLetter) { return [text.lowercased()] }
        var words: [String] = []
        var word = ""
        for scalar in text.lowercased().decomposed {
            if scalar.properties.isAlphabetic {
                word.unicodeScalars.append(scalar)
            } else if scalar == "'" || scalar == "\u{2019}" || scalar == "."
                || scalar.properties.generalCategory == .nonspacingMark
            {
                continue
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        return word.isEmpty ? words : words + [word]
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// In upper case, without spaces.
    static func mark(_ text: String) -> String {
        // Most references are so already.
        let isPlain = text.utf8.allSatisfy { $0 < 0x80 && $0 > UInt8(ascii: " ") }
        return isPlain ? text.uppercased() : String(text.uppercased().filter { !$0.isWhitespace })
    }

    /// The parts of what was typed.
    ///
    /// A date written with spaces, a postcode and an NHS number are one part each.
    static func parts(_ text: String) -> [Part] {
        let typed = text.split(whereSeparator: { $0.isWhitespace || $0 == "," }).map(String.init)
        if let whole = whole(typed) { return [whole] }
        var parts: [Part] = []
        var next = 0
        while next < typed.count {
            let length =
                [3, 2].first { count in
                    next + count <= typed.count && whole(Array(typed[next..<next + count])) != nil
                } ?? 1
            let run = Array(typed[next..<next + length])
            parts += whole(run).map { [$0] } ?? single(run[0])
            next += length
        }
        return parts
    }

    /// The words read together as one date, postcode or NHS number.
    private static func whole(_ typed: [String]) -> Part? {
        guard (1...3).contains(typed.count) else { return nil }
        let joined = typed.joined()
        if let date = date(typed) { return Part(mark: mark(joined), dates: [date], word: nil) }
        guard typed.count > 1, Postcode(joined) != nil || NHSNumber(joined) != nil else { return nil }
        return Part(mark: mark(joined), dates: [], word: nil)
    }

    private static func single(_ typed: String) -> [Part] {
        let names = words(typed)
        guard names.count != 1 || typed.contains(where: \.isNumber) else {
            return [Part(mark: mark(typed), dates: [], word: names[0])]
        }
        // A reference such as F-0012 is one part; a double-barrelled name is two.
        guard !typed.contains(where: \.isNumber), names.count > 1 else {
            return [Part(mark: mark(typed), dates: [], word: nil)]
        }
        return names.map { Part(mark: mark($0), dates: [], word: $0) }
    }

    /// `15 6 2008`, `15/06/2008`, `2008-06-15`, `15 June 2008`, `June 2008` or `2008`.
    private static func date(_ typed: [String]) -> String? {
        let pieces = typed.flatMap { $0.split(whereSeparator: { "/-.".contains($0) }) }.map(String.init)
        let numbers = pieces.map { Int($0) ?? month($0) }
        guard !numbers.contains(nil) else { return nil }
        let values = numbers.compactMap(\.self)
        switch values.count {
        case 1: return (1900...2100).contains(values[0]) && pieces[0].count == 4 ? pieces[0] : nil
        case 2: return BirthDate(iso: "\(values[1])-\(padded(values[0]))")?.iso
        case 3 where pieces[0].count == 4: return Day(year: values[0], month: values[1], day: values[2])?.iso
        case 3: return Day(year: values[2], month: values[1], day: values[0])?.iso
        default: return nil
        }
    }

    private static func padded(_ month: Int) -> String { month < 10 ? "0\(month)" : "\(month)" }

    private static func month(_ text: String) -> Int? {
        guard text.count >= 3 else { return nil }
        return Day.monthNames.firstIndex { $0.lowercased().hasPrefix(text.lowercased()) }.map { $0 + 1 }
    }

    /// How far a name is from a word: 0 the same, 1 begins with it, 2 and more for slips; nil where too far.
    static func distance(_ word: String, _ name: String) -> Int? {
        if word == name { return 0 }
        if word.utf8.count >= 2, name.hasPrefix(word) { return 1 }
        let allowed = word.utf8.count >= 8 ? 2 : word.utf8.count >= 4 ? 1 : 0
        guard allowed > 0, abs(word.utf8.count - name.utf8.count) <= allowed else { return nil }
        let slips = slips(Array(word.utf8), Array(name.utf8))
        return slips <= allowed ? slips + 1 : nil
    }

    /// Letters changed, added, left out or exchanged with a neighbour (optimal string alignment).
    static func slips(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var before: [Int] = []
        var last = Array(0...other.count)
        for i in one.indices {
            var row = [i + 1] + [Int](repeating: 0, count: other.count)
            for j in other.indices {
                row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + (one[i] == other[j] ? 0 : 1))
                if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
                    row[j + 1] = min(row[j + 1], before[j - 1] + 1)
                }
            }
            (before, last) = (last, row)
        }
        return last[other.count]
    }
}

extension String {
    /// Letters apart from their accents, so that José is found as Jose.
    fileprivate var decomposed: [Unicode.Scalar] {
        flatMap { character in
            character.unicodeScalars.flatMap { SearchText.plainLetters[$0] ?? [$0] }
        }
    }
}

extension SearchText {
    /// Accented Latin letters and the plain ones they are searched by.
    fileprivate static let plainLetters: [Unicode.Scalar: [Unicode.Scalar]] = {
        let rows: [(String, String)] = [
            ("àáâãäåāăą", "a"), ("çćčĉċ", "c"), ("ďđð", "d"), ("èéêëēĕėęě", "e"), ("ĝğġģ", "g"), ("ĥħ", "h"),
            ("ìíîïĩīĭįı", "i"), ("ĵ", "j"), ("ķ", "k"), ("ĺļľŀł", "l"), ("ñńņňŋ", "n"), ("òóôõöøōŏő", "o"),
            ("ŕŗř", "r"), ("śŝşšș", "s"), ("ţťŧț", "t"), ("ùúûüũūŭůűų", "u"), ("ŵ", "w"), ("ýÿŷ", "y"), ("źżž", "z"),
        ]
        var letters: [Unicode.Scalar: [Unicode.Scalar]] = [:]
        for (accented, plain) in rows {
            for scalar in accented.unicodeScalars { letters[scalar] = Array(plain.unicodeScalars) }
        }
        letters["ß"] = ["s", "s"]
        letters["æ"] = ["a", "e"]
        letters["œ"] = ["o", "e"]
        letters["þ"] = ["t", "h"]
        return letters
    }()
}

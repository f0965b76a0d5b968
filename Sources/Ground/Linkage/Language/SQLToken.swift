/// A piece of a condition's text.
struct SQLToken: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// A bare word: a keyword, a function or a column.
        case word
        /// `"a column"`, in Spark in backticks; the text is without the quotes.
        case quoted
        /// `'a text'`; the text is without the quotes.
        case text
        case number
        case sign
        case end
    }

    let kind: Kind
    let text: String
    /// Character of the condition's text, counted from 1.
    let position: Int

    /// Whether it is this keyword, in any case.
    func isWord(_ keyword: String) -> Bool {
        kind == .word && text.uppercased() == keyword
    }

    func isSign(_ sign: String) -> Bool {
        kind == .sign && text == sign
    }

    func fault(_ reason: String) -> ConditionFault {
        ConditionFault(position: position, piece: text, reason: reason)
    }
}

/// Cuts a condition's text into pieces.
struct SQLTokens {
    private let scalars: [Unicode.Scalar]
    private var next = 0

    /// The pieces, and one that says that the text has ended.
    static func all(_ text: String) throws(ConditionFault) -> [SQLToken] {
        var tokens = SQLTokens(text)
        var all: [SQLToken] = []
        while true {
            let token = try tokens.token()
            all.append(token)
            if token.kind == .end { return all }
        }
    }

    private init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    private mutating func token() throws(ConditionFault) -> SQLToken {
        while let scalar = peek(), scalar.properties.isWhitespace { next += 1 }
        let start = next
        guard let first = peek() else { return SQLToken(kind: .end, text: "", position: start + 1) }
        if first == "\"" || first == "'" || first == "`" { return try quoted(first) }
        if isWordStart(first) { return run(.word, from: start) { isWordStart($0) || isDigit($0) } }
        if isDigit(first) || first == "." && peek(1).map(isDigit) == true { return number() }
        for sign in ["<>", "!=", ">=", "<="] where text(start, start + 2) == sign {
            next += 2
            return SQLToken(kind: .sign, text: sign, position: start + 1)
        }
        next += 1
        let token = SQLToken(kind: .sign, text: String(first), position: start + 1)
        guard "()=<>,.-/".unicodeScalars.contains(first) else {
            throw token.fault("is not understood here: use =, <>, <, <=, >, >=, AND, OR and NOT")
        }
        return token
    }

    private mutating func quoted(_ quote: Unicode.Scalar) throws(ConditionFault) -> SQLToken {
        let start = next
        next += 1
        var content = String.UnicodeScalarView()
        while let scalar = peek() {
            next += 1
            if scalar != quote {
                content.append(scalar)
            } else if peek() == quote {
                content.append(quote)
                next += 1
            } else {
                return SQLToken(kind: quote == "'" ? .text : .quoted, text: String(content), position: start + 1)
            }
        }
        throw ConditionFault(position: start + 1, piece: String(quote), reason: "is opened and not closed")
    }

    private mutating func number() -> SQLToken {
        let start = next
        while let scalar = peek(), isDigit(scalar) || scalar == "." { next += 1 }
        if peek() == "e" || peek() == "E" {
            let signed = peek(1) == "-" || peek(1) == "+"
            if let digit = peek(signed ? 2 : 1), isDigit(digit) {
                next += signed ? 2 : 1
                while let scalar = peek(), isDigit(scalar) { next += 1 }
            }
        }
        return SQLToken(kind: .number, text: text(start, next), position: start + 1)
    }

    private mutating func run(
        _ kind: SQLToken.Kind,
        from start: Int,
        while belongs: (Unicode.Scalar) -> Bool
    ) -> SQLToken {
        while let scalar = peek(), belongs(scalar) { next += 1 }
        return SQLToken(kind: kind, text: text(start, next), position: start + 1)
    }

    private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        next + ahead < scalars.count ? scalars[next + ahead] : nil
    }

    private func text(_ start: Int, _ end: Int) -> String {
        String(String.UnicodeScalarView(scalars[start..<min(end, scalars.count)]))
    }
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar >= "0" && scalar <= "9"
}

private func isWordStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic
}

import Values

extension LinkageField {
    /// A value of the field as records are compared by it; nil where it is missing.
    ///
    /// White space around it goes, then the field's steps are taken in order. Dates are read in the forms given.
    package func value(of bytes: [UInt8], dates: [DateForm] = DateForm.usual) -> [UInt8]? {
        var value = bytes.trimmed
        for step in cleaning {
            guard !value.isEmpty, let next = step.clean(value, dates: dates) else { return nil }
            value = next.trimmed
        }
        return value.isEmpty ? nil : value
    }
}

extension Cleaning {
    /// The value after this step; nil, or empty, where nothing of it is left.
    package func clean(_ bytes: [UInt8], dates: [DateForm] = DateForm.usual) -> [UInt8]? {
        switch self {
        case .upper: bytes.isASCII ? bytes.map(\.upper) : Array(text(bytes).uppercased().utf8)
        case .lower: bytes.isASCII ? bytes.map(\.lower) : Array(text(bytes).lowercased().utf8)
        case .plain: bytes.isASCII ? bytes : Array(PlainLetters.fold(text(bytes)).utf8)
        case .letters: Words.letters(bytes)
        case .alphanumeric: Words.alphanumeric(bytes)
        case .digits: bytes.filter(\.isDigit)
        case .number: Array(bytes.filter(\.isDigit).drop { $0 == UInt8(ascii: "0") })
        case .name: Words.name(bytes)
        case .date: DateForm.read(bytes, as: dates).map { Array($0.iso.utf8) }
        case .postcode: Codes.postcode(bytes)
        case .street: Words.street(bytes)
        case .nhsNumber: Codes.nhsNumber(bytes)
        case .sex: Codes.sex(bytes)
        }
    }

    private func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}

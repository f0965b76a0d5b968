package import Values

extension MapReader {
    /// Text that is not empty.
    package mutating func text(_ key: String) -> String? {
        require(key).flatMap { scalar($0, key) }
    }

    package mutating func optionalText(_ key: String) -> String? {
        take(key).flatMap { scalar($0, key) }
    }

    /// Text that may be empty.
    package mutating func optionalAnyText(_ key: String) -> String? {
        guard let value = take(key) else { return nil }
        guard case .scalar(let text) = value.content else {
            note(value, "\(key) must be one value")
            return nil
        }
        return text
    }

    package mutating func integer(_ key: String) -> Int? {
        require(key).flatMap { integer($0, key) }
    }

    package mutating func optionalInteger(_ key: String) -> Int? {
        take(key).flatMap { integer($0, key) }
    }

    /// The exact decimal that is written there.
    package mutating func decimal(_ key: String) -> Decimal? {
        require(key).flatMap { decimal($0, key) }
    }

    package mutating func optionalDecimal(_ key: String) -> Decimal? {
        take(key).flatMap { decimal($0, key) }
    }

    /// A number that was measured, such as a probability; `decimal` is for those that are set.
    package mutating func number(_ key: String) -> Double? {
        require(key).flatMap { number($0, key) }
    }

    package mutating func optionalNumber(_ key: String) -> Double? {
        take(key).flatMap { number($0, key) }
    }

    /// `true` or `false`.
    package mutating func optionalFlag(_ key: String) -> Bool? {
        take(key).flatMap { value in
            read(value, key, "must be true or false") { $0 == "true" ? true : $0 == "false" ? false : nil }
        }
    }

    /// A date as `2014-08-19`.
    package mutating func day(_ key: String) -> Day? {
        require(key).flatMap { value in
            read(value, key, "must be a real date, like 2014-08-19") { Day(iso: $0) }
        }
    }

    package mutating func optionalDay(_ key: String) -> Day? {
        take(key) == nil ? nil : day(key)
    }

    /// One of a closed list of words.
    package mutating func code<Code>(_ key: String) -> Code?
    where Code: RawRepresentable & CaseIterable, Code.RawValue == String {
        require(key).flatMap { code($0, key) }
    }

    package mutating func optionalCode<Code>(_ key: String) -> Code?
    where Code: RawRepresentable & CaseIterable, Code.RawValue == String {
        take(key).flatMap { code($0, key) }
    }

    func scalar(_ value: YamlValue, _ key: String) -> String? {
        guard case .scalar(let text) = value.content, !text.isEmpty else {
            note(value, "\(key) must be one value")
            return nil
        }
        return text
    }

    func integer(_ value: YamlValue, _ key: String) -> Int? {
        read(value, key, "must be a whole number, like 5") { Int($0) }
    }

    func code<Code>(_ value: YamlValue, _ key: String) -> Code?
    where Code: RawRepresentable & CaseIterable, Code.RawValue == String {
        let words = Code.allCases.map(\.rawValue).joined(separator: ", ")
        return read(value, key, "must be one of \(words)") { Code(rawValue: $0) }
    }

    func number(_ value: YamlValue, _ key: String) -> Double? {
        read(value, key, "must be a number, like 0.61") { text in
            Double(text).flatMap { $0.isFinite ? $0 : nil }
        }
    }

    private func decimal(_ value: YamlValue, _ key: String) -> Decimal? {
        read(value, key, "must be a number, like 0.61") { Decimal($0) }
    }

    private func read<Value>(
        _ value: YamlValue,
        _ key: String,
        _ reason: String,
        as make: (String) -> Value?
    ) -> Value? {
        guard let text = scalar(value, key) else { return nil }
        let made = make(text)
        if made == nil { note(value, "\(key) \(reason)") }
        return made
    }
}

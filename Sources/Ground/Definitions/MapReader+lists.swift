/// Why a text of a definition is not understood, for the person who keeps the file.
package struct TextRefusal: Error {
    package let reason: String

    package init(_ reason: String) {
        self.reason = reason
    }
}

extension MapReader {
    /// A list of texts, at least one.
    package mutating func texts(_ key: String) -> [String]? {
        require(key).flatMap { list($0, key) { scalar($0, key) } }
    }

    package mutating func optionalTexts(_ key: String) -> [String]? {
        take(key).flatMap { list($0, key) { scalar($0, key) } }
    }

    /// A list of texts, each made into something; `make` gives the reason where that cannot be.
    package mutating func optionalTexts<Item>(
        _ key: String,
        as make: (String) -> Result<Item, TextRefusal>
    ) -> [Item]? {
        take(key).flatMap { value in
            list(value, key) { item in
                guard let text = scalar(item, key) else { return nil }
                switch make(text) {
                case .success(let made): return made
                case .failure(let refusal):
                    note(item, "\(key) \(refusal.reason)")
                    return nil
                }
            }
        }
    }

    /// Every key of this mapping with its number.
    package mutating func numbers() -> [String: Double] {
        takeRest(map.entries.map(\.key))
        var numbers: [String: Double] = [:]
        for entry in map.entries { numbers[entry.key] = number(entry.value, entry.key) }
        return numbers
    }

    /// The keys of this mapping, in the order of the file.
    package var keys: [String] { map.entries.map(\.key) }

    package mutating func optionalIntegers(_ key: String) -> [Int]? {
        take(key).flatMap { list($0, key) { integer($0, key) } }
    }

    /// A list of words of a closed list, at least one.
    package mutating func codes<Code>(_ key: String) -> [Code]?
    where Code: RawRepresentable & CaseIterable, Code.RawValue == String {
        require(key).flatMap { list($0, key) { code($0, key) } }
    }

    package mutating func optionalCodes<Code>(_ key: String) -> [Code]?
    where Code: RawRepresentable & CaseIterable, Code.RawValue == String {
        take(key).flatMap { list($0, key) { code($0, key) } }
    }

    /// A mapping within this one.
    package mutating func map<Item>(_ key: String, _ make: (inout MapReader) -> Item?) -> Item? {
        require(key).flatMap { nested($0, key, make) }
    }

    package mutating func optionalMap<Item>(_ key: String, _ make: (inout MapReader) -> Item?) -> Item? {
        take(key).flatMap { nested($0, key, make) }
    }

    /// A list of mappings, at least one.
    package mutating func maps<Item>(_ key: String, _ make: (inout MapReader) -> Item?) -> [Item]? {
        require(key).flatMap { list($0, key) { nested($0, key, make) } }
    }

    /// A list of mappings; none where the key is missing.
    package mutating func optionalMaps<Item>(_ key: String, _ make: (inout MapReader) -> Item?) -> [Item]? {
        guard let value = take(key) else { return [] }
        return list(value, key) { nested($0, key, make) }
    }

    private func nested<Item>(_ value: YamlValue, _ key: String, _ make: (inout MapReader) -> Item?) -> Item? {
        guard case .map(let map) = value.content else {
            note(value, "\(key) must have keys and values of its own")
            return nil
        }
        var reader = MapReader(map, file: file, problems: problems)
        let item = make(&reader)
        reader.finish()
        return item
    }

    /// Every item, so that each notes its problems; nil unless all could be read.
    private func list<Item>(_ value: YamlValue, _ key: String, _ make: (YamlValue) -> Item?) -> [Item]? {
        guard case .list(let values) = value.content, !values.isEmpty else {
            note(value, "\(key) must be a list, like [1, 2]")
            return nil
        }
        let items = values.map(make)
        let present = items.compactMap(\.self)
        return present.count == items.count ? present : nil
    }
}

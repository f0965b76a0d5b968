import Definitions
import Values

extension Item {
    /// Reads `items`, groups of items with the same answers, if there are any; nil where a problem was noted.
    static func all(reading map: inout MapReader) -> [Item]? {
        let groups = map.optionalMaps("items") { group -> [Item]? in Item.group(reading: &group) }
        guard let items = groups?.flatMap(\.self) else { return nil }
        guard Set(items.map(\.name)).count == items.count else {
            map.refuse("items", "must not name an item twice")
            return nil
        }
        return items
    }

    private static func group(reading map: inout MapReader) -> [Item]? {
        let names = map.texts("names")
        let low = map.decimal("low")
        let high = map.decimal("high")
        let places = map.optionalInteger("places") ?? 0
        let recode = map.optionalIntegers("recode")
        let group = map.optionalText("group")
        let labels = map.optionalTexts("labels")
        let answers = map.optionalTexts("answers")
        guard let names, let low, let high else { return nil }
        guard low < high, (0...18).contains(places) else {
            map.refuse("high", "must be above low, and places 0 to 18")
            return nil
        }
        if let recode {
            guard places == 0, wholeAnswers(low, high) == recode.count else {
                map.refuse("recode", "must say for each whole answer from low to high what it counts")
                return nil
            }
        }
        guard answers?.count ?? wholeAnswers(low, high) == wholeAnswers(low, high) else {
            map.refuse("answers", "must say for each whole answer from low to high what it means")
            return nil
        }
        guard labels?.count ?? names.count == names.count else {
            map.refuse("labels", "must give one label for each name")
            return nil
        }
        return names.enumerated().map { index, name in
            Item(
                name: name,
                low: low,
                high: high,
                places: places,
                recode: recode,
                label: labels?[index],
                group: group,
                answers: answers
            )
        }
    }

    /// How many whole answers there are; nil where they are not whole.
    private static func wholeAnswers(_ low: Decimal, _ high: Decimal) -> Int? {
        high.whole.flatMap { high in low.whole.map { high - $0 + 1 } }
    }
}

package import Report
import Values

extension SheetCell {
    /// A cell from what a page writes there: `£12,000`, `91.0%`, `−3.5`, `31 March 2025`, `c`; words where it is none of
    /// these, or would not be written the same way again.
    package init(reading text: String) {
        if text.isEmpty {
            self = .blank
        } else if let symbol = Symbol(rawValue: text) {
            self = .symbol(symbol)
        } else if text == "not available" || text == FigureText.notAvailable {
            self = .symbol(.nothingToMeasure)
        } else {
            self = SheetCell.number(reading: text) ?? Day(inWords: text).map(SheetCell.day) ?? .words(text)
        }
    }

    /// A value of a figure at full precision, in its unit.
    package init(_ value: Double?, of unit: FigureUnit) {
        guard let value, value.isFinite else {
            self = .symbol(.nothingToMeasure)
            return
        }
        self = .number(value, unit.sheetFormat(value))
    }

    /// The number written so; nil for words, and for digits that name something (`0012`).
    private static func number(reading text: String) -> SheetCell? {
        var rest = Substring(text)
        let isNegative = rest.hasPrefix(NumberText.minus) || rest.hasPrefix("-")
        if isNegative { rest = rest.dropFirst() }
        let isPounds = rest.hasPrefix("£")
        if isPounds { rest = rest.dropFirst() }
        let isPercent = rest.hasSuffix("%")
        if isPercent { rest = rest.dropLast() }
        let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, let digits = wholeDigits(whole) else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard parts.count == 1 || (!fraction.isEmpty && isDigits(fraction)), digits.count + fraction.count <= 15,
            let value = Double("\(digits).\(fraction.isEmpty ? "0" : fraction)\(isPercent ? "e-2" : "")")
        else { return nil }
        let signed = isNegative ? -value : value
        if isPounds { return isPercent ? nil : .number(signed, .pounds(fraction.count)) }
        if isPercent { return .number(signed, .percent(fraction.count)) }
        let isPlain = fraction.isEmpty && digits.count > 3 && !whole.contains(",")
        return .number(signed, isPlain ? .digits : .decimal(fraction.count))
    }

    /// The digits of a whole number, its commas every three where it has any.
    private static func wholeDigits(_ text: Substring) -> String? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard let first = groups.first, !first.isEmpty, groups.allSatisfy(isDigits) else { return nil }
        guard groups.count == 1 || (first.count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }) else {
            return nil
        }
        let digits = groups.joined()
        return digits.hasPrefix("0") && digits.count > 1 ? nil : digits
    }

    private static func isDigits(_ text: Substring) -> Bool {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

extension FigureUnit {
    /// How a spreadsheet writes a value of this unit, as pages do (`FigureText`).
    func sheetFormat(_ value: Double) -> SheetFormat {
        let isWhole = value == value.rounded()
        return switch self {
        case .count: .decimal(isWhole ? 0 : 2)
        case .share: .percent(1)
        case .days, .hours, .caseload: .decimal(1)
        case .months, .score, .wte, .statistic: .decimal(2)
        case .pounds: .pounds(value.magnitude < 1000 && !isWhole ? 2 : 0)
        }
    }
}

extension Day {
    /// A day as pages write it: `2025-03-31`, `31 March 2025` or `31 Mar 2025`.
    fileprivate init?(inWords text: String) {
        if let day = Day(iso: text) {
            self = day
            return
        }
        let parts = text.split(separator: " ")
        guard parts.count == 3, let day = Int(parts[0]), let year = Int(parts[2]), (1000...9999).contains(year),
            let month = Day.monthNames.firstIndex(where: { $0 == parts[1] || $0.prefix(3) == parts[1] })
        else { return nil }
        self.init(year: year, month: month + 1, day: day)
    }
}

import Documents
import Values

/// A day as it was typed in the three boxes of a form.
struct TypedDay {
    let input: DateInput
    /// Nil where it is none.
    let day: Day?
    /// What must be put right; nil where it is a day.
    let error: String?

    /// The day a form opens with.
    init(_ day: Day) {
        let (year, month, dayOfMonth) = day.parts
        input = DateInput(day: "\(dayOfMonth)", month: "\(month)", year: "\(year)")
        self.day = day
        error = nil
    }

    /// Reads the three boxes; months may be named.
    init(_ request: PageRequest, _ name: String, label: String) {
        let typed = DateInput.Box.allCases.map { (request.form["\(name)-\($0.rawValue)"] ?? "").trimmingSpaces }
        let month = Int(typed[1]) ?? TypedDay.month(named: typed[1])
        if let day = Int(typed[0]), let month, let year = Int(typed[2]),
            let found = Day(year: year, month: month, day: day)
        {
            self.day = found
            input = DateInput(day: typed[0], month: typed[1], year: typed[2])
            error = nil
            return
        }
        day = nil
        let missing = zip(DateInput.Box.allCases, typed).filter { $0.1.isEmpty }.map(\.0)
        let isEmpty = missing.count == 3
        let wrong = missing.isEmpty ? DateInput.Box.allCases : missing
        input = DateInput(day: typed[0], month: typed[1], year: typed[2], wrong: Set(wrong))
        error =
            isEmpty
            ? "Enter the \(label.prefix(1).lowercased())\(label.dropFirst())"
            : missing.isEmpty
                ? "\(label) must be a real date"
                : "\(label) must include a \(missing.map(\.rawValue).joined(separator: " and "))"
    }

    private static func month(named text: String) -> Int? {
        let text = text.lowercased()
        guard text.count >= 3 else { return nil }
        return Day.monthNames.firstIndex { $0.lowercased().hasPrefix(text) }.map { $0 + 1 }
    }
}

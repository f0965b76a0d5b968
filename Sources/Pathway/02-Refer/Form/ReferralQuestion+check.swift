package import Values

extension ReferralQuestion {
    /// What was sent, without spaces at its ends, and nothing that was not asked.
    package func taken(from sent: [String: String]) -> [String: String] {
        var taken: [String: String] = [:]
        for name in names {
            let value = (sent[name] ?? "").trimmed
            if !value.isEmpty { taken[name] = value }
        }
        return taken
    }

    /// What is wrong with the answer, in words for the form; nil where nothing is.
    package func fault(in answers: [String: String], on today: Day) -> String? {
        let isEmpty = names.allSatisfy { (answers[$0] ?? "").isEmpty }
        if isEmpty { return needed }
        switch ask {
        case .line(let most), .lines(let most):
            let count = answers[name, default: ""].unicodeScalars.count
            return count > most ? "\(subject) must be \(grouped(most)) characters or fewer" : nil
        case .choice(let choices):
            return choices.contains { $0.value == answers[name] } ? nil : needed ?? "Select one of the answers"
        case .several: return nil
        case .pastDate: return dateFault(answers, today)
        case .email:
            return ReferralQuestion.isEmail(answers[name, default: ""])
                ? nil : "Enter an email address in the correct format, like name@example.com"
        case .postcode:
            return Postcode(answers[name, default: ""]) == nil ? "Enter a full UK postcode, like ZZ5 5ZZ" : nil
        case .nhsNumber:
            return NHSNumber(answers[name, default: ""]) == nil
                ? "NHS number must have 10 digits, and be the number of somebody" : nil
        }
    }

    /// What a message calls it.
    private var subject: String { label.hasSuffix(" (optional)") ? String(label.dropLast(11)) : label }

    private func dateFault(_ answers: [String: String], _ today: Day) -> String? {
        let day = answers["\(name)-day", default: ""]
        let month = answers["\(name)-month", default: ""]
        let year = answers["\(name)-year", default: ""]
        if year.isEmpty { return "\(subject) must include a year" }
        if month.isEmpty, !day.isEmpty { return "\(subject) must include a month" }
        guard let birth = ReferralQuestion.date(name, in: answers) else { return "\(subject) must be a real date" }
        if birth.earliest > today { return "\(subject) must be in the past" }
        return today.age(bornOn: birth.latest) > 120 ? "\(subject) must be in the last 120 years" : nil
    }

    /// The date that was typed as far as it is known; nil where it is no date.
    package static func date(_ name: String, in answers: [String: String]) -> BirthDate? {
        let day = answers["\(name)-day", default: ""]
        let year = answers["\(name)-year", default: ""]
        guard year.utf8.count == 4, year.utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
        let typed = answers["\(name)-month", default: ""]
        if typed.isEmpty { return day.isEmpty ? BirthDate(iso: year) : nil }
        guard let month = monthNumber(typed) else { return nil }
        guard !day.isEmpty else { return BirthDate(iso: "\(year)-\(twoDigits(month))") }
        guard let dayNumber = Int(day) else { return nil }
        return BirthDate(iso: "\(year)-\(twoDigits(month))-\(twoDigits(dayNumber))")
    }

    /// Reads `3`, `03`, `mar` or `March`.
    private static func monthNumber(_ text: String) -> Int? {
        if let number = Int(text) { return 1...12 ~= number ? number : nil }
        let letters = text.lowercased()
        guard letters.count >= 3 else { return nil }
        return Day.monthNames.firstIndex { $0.lowercased().hasPrefix(letters) }.map { $0 + 1 }
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.unicodeScalars.count <= 254, !text.contains(" ") else { return false }
        return !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".")
    }

    private func grouped(_ number: Int) -> String {
        number >= 1000 ? "\(number / 1000),\(String(1000 + number % 1000).dropFirst())" : "\(number)"
    }
}

extension ReferralStep {
    /// What was sent of this page's answers.
    package func taken(from sent: [String: String]) -> [String: String] {
        questions.reduce(into: [:]) { taken, question in
            taken.merge(question.taken(from: sent)) { _, new in new }
        }
    }

    /// What is wrong, by the name of the question.
    package func faults(in answers: [String: String], on today: Day) -> [String: String] {
        questions.reduce(into: [:]) { $0[$1.name] = $1.fault(in: answers, on: today) }
    }
}

extension String {
    /// Without spaces and ends of lines at either end.
    var trimmed: String {
        let blank: (Character) -> Bool = { $0 == " " || $0.isNewline || $0 == "\t" }
        let start = firstIndex { !blank($0) } ?? endIndex
        let rest = self[start...]
        let end = rest.lastIndex { !blank($0) }
        return end.map { String(rest[...$0]) } ?? ""
    }
}

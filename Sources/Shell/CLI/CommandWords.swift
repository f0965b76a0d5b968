/// A command as it can be typed again: what a shell would take apart or change is quoted.
struct CommandWords {
    private var words: [String]

    /// `homeward plan rotherham-mst-fit`.
    init(_ words: String...) {
        self.words = ["homeward"] + words
    }

    /// An option with its value; nothing where it has none.
    mutating func add(_ option: String, _ value: String?) {
        if let value { words += [option, value] }
    }

    mutating func add(_ flag: String, if isSet: Bool = true) {
        if isSet { words.append(flag) }
    }

    mutating func add(contentsOf more: [String]) {
        words += more
    }

    var text: String { words.map(CommandWords.quoted).joined(separator: " ") }

    private static func quoted(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.unicodeScalars.allSatisfy { scalar in
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                    || "-_./=,:@+%".unicodeScalars.contains(scalar)
            }
        return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}

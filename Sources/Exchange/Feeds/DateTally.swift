import Identify

/// How many dates of a column could be read, so that a wrong format is told from a few slips.
struct DateTally {
    struct Key: Hashable {
        var file: String
        var column: String
    }

    let format: DateFormat
    private var read = 0
    private var unread = 0
    private var shapes: [String: Int] = [:]

    /// So many shapes are told apart.
    private static let mostShapes = 50

    init(format: DateFormat) {
        self.format = format
    }

    mutating func add(_ value: String, isRead: Bool) {
        guard !isRead else {
            read += 1
            return
        }
        unread += 1
        let shape = DateTally.shape(value)
        if shapes[shape] != nil || shapes.count < DateTally.mostShapes { shapes[shape, default: 0] += 1 }
    }

    /// What is wrong where most of the column cannot be read; nil where most of it can.
    func refusal(_ column: String) -> String? {
        guard unread > read else { return nil }
        let common = shapes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
        return "\(column) must have dates as \(format.pattern), as the mapping says, and the file mostly has values "
            + "shaped like \(common): mend dates in the mapping (9 stands for a digit, A for a letter)"
    }

    /// What a value looks like, without what it says.
    static func shape(_ value: String) -> String {
        String(
            value.prefix(20).map { character in
                if character.isNumber { return "9" }
                if character.isLetter { return "A" }
                return character.isASCII && !character.isNewline && character >= " " ? character : "?"
            }
        )
    }
}

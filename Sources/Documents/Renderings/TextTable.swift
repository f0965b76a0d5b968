/// How wide a document for a terminal is, in characters.
let pageWidth = 100

/// A table for a terminal: columns aligned, long words wrapped inside their column.
struct TextTable {
    struct Column {
        let title: String
        let isNumeric: Bool
        /// The widest it may be, in characters; nil takes what the others leave of the page.
        let limit: Int?
    }

    let columns: [Column]
    let rows: [[String]]

    /// The lines of the table, its headings underlined, without trailing blanks.
    func lines() -> [String] {
        let widths = self.widths()
        let heading = line(columns.map(\.title), widths)
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
        return heading + [rule] + rows.flatMap { line($0, widths) }
    }

    private func widths() -> [Int] {
        let natural = columns.indices.map { column in
            ([columns[column].title] + rows.map { $0[column] }).map(\.count).max() ?? 0
        }
        let limited = zip(columns, natural).map { column, width in column.limit.map { min(width, $0) } }
        let left = pageWidth - 2 * (columns.count - 1) - limited.reduce(0) { $0 + ($1 ?? 0) }
        return zip(limited, natural).map { limited, natural in limited ?? max(10, min(natural, left)) }
    }

    private func line(_ cells: [String], _ widths: [Int]) -> [String] {
        let wrapped = zip(cells, widths).map { wrap($0, width: $1) }
        let height = wrapped.map(\.count).max() ?? 0
        return (0..<height).map { level in
            var text = ""
            for (column, cell) in wrapped.enumerated() {
                let words = level < cell.count ? cell[level] : ""
                let blanks = String(repeating: " ", count: max(0, widths[column] - words.count))
                text += (column == 0 ? "" : "  ") + (columns[column].isNumeric ? blanks + words : words + blanks)
            }
            while text.last == " " { text.removeLast() }
            return text
        }
    }
}

/// Words in lines of at most `width` characters, broken between words where that can be.
func wrap(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [text] }
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
        var word = word
        if !line.isEmpty, line.count + 1 + word.count <= width {
            line += " " + word
            continue
        }
        if !line.isEmpty { lines.append(line) }
        while word.count > width {
            lines.append(String(word.prefix(width)))
            word = word.dropFirst(width)
        }
        line = String(word)
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
}

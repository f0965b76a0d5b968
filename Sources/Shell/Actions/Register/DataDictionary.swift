import Records

/// The data dictionary: every table, field and code, written from the code itself.
package enum DataDictionary {
    /// The whole dictionary as Markdown.
    package static var markdown: String {
        let head = """
            # Data dictionary

            Written by `homeward dictionary` from the code; change it there. Tables are those of the exchange package, \
            in its order. A field in bold is part of the key. *Personal* fields identify someone: they are hashed apart, \
            so that erasing them leaves the chain of changes whole.

            """
        return head + RecordSet.tables.map(section).joined(separator: "\n")
    }

    private static func section(_ table: Table) -> String {
        let rows = table.fields.map { field in
            let name = field.isKey ? "**\(field.name)**" : field.name
            let marks = [
                field.isRequired ? "required" : nil, field.isPersonal ? "*personal*" : nil,
                field.refersTo.map { "names one of `\($0)`" },
            ]
            let notes = marks.compactMap(\.self).joined(separator: ", ")
            return "| \(name) | \(words(field.kind)) | \(notes) | \(field.meaning) |"
        }
        return """

            ## \(table.name)

            \(table.meaning)

            | field | values | | meaning |
            |---|---|---|---|
            \(rows.joined(separator: "\n"))

            """
    }

    private static func words(_ kind: FieldKind) -> String {
        switch kind {
        case .text: "text"
        case .integer: "whole number"
        case .decimal: "number"
        case .money: "pounds"
        case .day: "date"
        case .birthDate: "date, month or year"
        case .boolean: "true or false"
        case .code(let codes): codes.map { "`\($0)`" }.joined(separator: " ")
        }
    }
}

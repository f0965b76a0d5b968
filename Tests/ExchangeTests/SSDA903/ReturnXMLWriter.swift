import Exchange

/// Writes a return as the XML of `CLA_2021.xsd`, one line an element, so that reading it back can be tested.
enum ReturnXMLWriter {
    static func xml(_ data: ReturnData) -> String {
        var parts: [String: [ReturnTable: [ReturnRow]]] = [:]
        for table in ReturnTable.allCases where table != .header {
            for row in data[table] { parts[row.values[0], default: [:]][table, default: []].append(row) }
        }
        var text = "<?xml version='1.0' encoding='UTF-8'?>\n<EXPSSDA903>\n"
        for header in data[.header] {
            let own = parts[header.values[0]] ?? [:]
            text += "<CHILD>\n<HEADER>\n" + fields(header, .header)
            if let row = own[.uasc]?.first { text += "<UASC>1</UASC>\n" + fields(row, .uasc) }
            for table in [ReturnTable.ad1, .oc3] { text += own[table]?.first.map { fields($0, table) } ?? "" }
            for (table, name) in groups {
                for row in own[table] ?? [] { text += "<\(name)>\n" + fields(row, table) + "</\(name)>\n" }
            }
            text += "</HEADER>\n"
            for row in own[.episodes] ?? [] { text += "<EPISODE>\n" + fields(row, .episodes) + "</EPISODE>\n" }
            text += "</CHILD>\n"
        }
        return text + "</EXPSSDA903>\n"
    }

    private static let groups: [(ReturnTable, String)] = [
        (.missing, "AMISSING"), (.reviews, "AREVIEW"), (.prevPerm, "PERMANENCE"), (.oc2, "OC2"),
        (.placedAdoption, "AD_PLACED"), (.swEpisodes, "SW_EPISODE"), (.dolo, "DOLO"),
    ]

    private static func fields(_ row: ReturnRow, _ table: ReturnTable) -> String {
        zip(table.columns, row.values).map { column, value in
            switch column {
            case "CHILD" where table == .header: element("CHILDID", value)
            case "CHILD": ""
            case "DOB" where table != .header, "SEX" where table != .header: ""
            case "PLACE": element("PL", value)
            default: element(column, value)
            }
        }.joined()
    }

    private static func element(_ name: String, _ value: String) -> String {
        let escaped = value.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return value.isEmpty ? "<\(name) />\n" : "<\(name)>\(escaped)</\(name)>\n"
    }
}

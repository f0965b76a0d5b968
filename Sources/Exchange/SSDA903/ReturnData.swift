/// A table of the SSDA903 return (`uk-data.md` 1.1).
package enum ReturnTable: String, CaseIterable, Sendable {
    case header = "Header"
    case episodes = "Episodes"
    case reviews = "Reviews"
    case uasc = "UASC"
    case oc2 = "OC2"
    case oc3 = "OC3"
    case ad1 = "AD1"
    case placedAdoption = "PlacedAdoption"
    case prevPerm = "PrevPerm"
    case missing = "Missing"
    case swEpisodes = "SWEpisodes"
    case dolo = "DoLo"

    /// The columns, in the order of the return.
    package var columns: [String] {
        switch self {
        case .header: ["CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"]
        case .episodes:
            [
                "CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE",
                "HOME_POST", "PL_POST", "URN",
            ]
        case .reviews: ["CHILD", "DOB", "REVIEW", "REVIEW_CODE"]
        case .uasc: ["CHILD", "SEX", "DOB", "DUC"]
        case .oc2:
            [
                "CHILD", "DOB", "SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK",
                "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED",
            ]
        case .oc3: ["CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM"]
        case .ad1:
            ["CHILD", "DOB", "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"]
        case .placedAdoption: ["CHILD", "DOB", "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"]
        case .prevPerm: ["CHILD", "DOB", "PREV_PERM", "LA_PERM", "DATE_PERM"]
        case .missing: ["CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"]
        case .swEpisodes: ["CHILD", "DOB", "SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON"]
        case .dolo: ["CHILD", "DOB", "DOLO_START", "DOLO_END"]
        }
    }

    /// The table with exactly these columns, in any order; nil where there is none.
    package init?(columns: Set<String>) {
        guard let table = ReturnTable.allCases.first(where: { Set($0.columns) == columns }) else { return nil }
        self = table
    }
}

/// One row of the return as it stands in its file: text, in the order of the table's columns, empty where blank.
package struct ReturnRow: Hashable, Sendable {
    package var file: String
    /// Data row of that file, counted from 0.
    package var row: Int
    /// Line of that file, counted from 1.
    package var line: Int
    /// Trimmed and in upper case, in the order of the table's columns.
    package var values: [String]

    package init(file: String, row: Int, line: Int, values: [String]) {
        self.file = file
        self.row = row
        self.line = line
        self.values = values
    }
}

/// The tables of one return, each read together from however many files it came in.
package struct ReturnData: Hashable, Sendable {
    package var tables: [ReturnTable: [ReturnRow]]

    package init(tables: [ReturnTable: [ReturnRow]] = [:]) {
        self.tables = tables
    }

    package subscript(table: ReturnTable) -> [ReturnRow] {
        get { tables[table] ?? [] }
        set { tables[table] = newValue }
    }
}

/// Why a placement changed (SSDA903 REASON_PLACE_CHANGE), and LIIAF, the local code of a repaired episode.
package enum ReasonForPlacementChange: String, CodeList {
    case carpl = "CARPL"
    case close = "CLOSE"
    case alleg = "ALLEG"
    case stand = "STAND"
    case apprr = "APPRR"
    case creqb = "CREQB"
    case creqo = "CREQO"
    case child = "CHILD"
    case lareq = "LAREQ"
    case place = "PLACE"
    case custod = "CUSTOD"
    case other = "OTHER"
    case liiaf = "LIIAF"

    package var label: String {
        switch self {
        case .carpl: "Change to care plan"
        case .close: "Resignation or closure of provision"
        case .alleg: "Allegation"
        case .stand: "Standards of care concern"
        case .apprr: "Approval removed"
        case .creqb: "Carer requests: child's behaviour"
        case .creqo: "Carer requests: other reason"
        case .child: "Child requests"
        case .lareq: "Responsible authority requests"
        case .place: "Change in the status of placement"
        case .custod: "Custody"
        case .other: "Other"
        case .liiaf: "Ended by repair, reason not known"
        }
    }
}

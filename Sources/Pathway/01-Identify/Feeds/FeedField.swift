/// A value that a partner's extract may hold and an agreement may permit: a closed list.
package enum FeedField: String, CaseIterable, Sendable {
    case forename
    case middleName = "middle_name"
    case surname
    /// Date of birth, as far as it is known.
    case dob
    case sex
    /// House name or number.
    case house
    case street
    case town
    case postcode
    /// Unique property reference number.
    case uprn
    case nhsNumber = "nhs_number"
    /// Unique pupil number.
    case upn
    /// The partner's own reference of the person, where it is not that of the record.
    case localID = "local_id"
    /// Day on which the partner wrote down who and where the person is.
    case dateRecorded = "date_recorded"

    /// What happened, and when.
    case event
    /// Whether an offence was proven.
    case eventProven = "event_proven"
    /// The partner's reference of what happened.
    case eventReference = "event_reference"
    /// School sessions possible and missed in a period.
    case attendance
    /// Employment or benefit status in a period.
    case workStatus = "work_status"
    /// Which benefit.
    case benefit

    /// Says who a record is about; the others are facts about them.
    package var isIdentity: Bool { place != nil }

    /// The fields that say who a record is about, in the order in which they are stored.
    package static let identity: [FeedField] = [
        .forename, .middleName, .surname, .dob, .sex, .house, .street, .town, .postcode, .uprn, .nhsNumber, .upn,
        .localID, .dateRecorded,
    ]

    /// Position in `identity`; nil for a fact.
    @inlinable package var place: Int? {
        switch self {
        case .forename: 0
        case .middleName: 1
        case .surname: 2
        case .dob: 3
        case .sex: 4
        case .house: 5
        case .street: 6
        case .town: 7
        case .postcode: 8
        case .uprn: 9
        case .nhsNumber: 10
        case .upn: 11
        case .localID: 12
        case .dateRecorded: 13
        case .event, .eventProven, .eventReference, .attendance, .workStatus, .benefit: nil
        }
    }

    /// As people read it.
    package var label: String {
        switch self {
        case .forename: "forename"
        case .middleName: "middle name"
        case .surname: "surname"
        case .dob: "date of birth"
        case .sex: "sex"
        case .house: "house"
        case .street: "street"
        case .town: "town"
        case .postcode: "postcode"
        case .uprn: "UPRN"
        case .nhsNumber: "NHS number"
        case .upn: "UPN"
        case .localID: "partner's reference of the person"
        case .dateRecorded: "date recorded"
        case .event: "events"
        case .eventProven: "whether proven"
        case .eventReference: "reference of the event"
        case .attendance: "school attendance"
        case .workStatus: "work status"
        case .benefit: "benefit"
        }
    }
}

/// Who may read a note.
package enum NoteVisibility: String, CodeList {
    case record
    case supervisors

    package var label: String {
        switch self {
        case .record: "Everyone who may read the record"
        case .supervisors: "Supervisors alone"
        }
    }
}

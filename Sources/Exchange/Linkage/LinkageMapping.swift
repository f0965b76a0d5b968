/// How one file of people is read for linking, where its columns are not named as the model names them.
package struct LinkageMapping: Hashable, Sendable {
    /// What the file's records are said to come from; its name without its ending where nil.
    package var source: String?
    /// The column that tells records apart; the first of `record_id`, `rec_id`, `unique_id` and `id` where nil.
    package var recordID: String?
    /// The column of the file for each field of the model.
    package var columns: [String: String]

    package init(source: String? = nil, recordID: String? = nil, columns: [String: String] = [:]) {
        self.source = source
        self.recordID = recordID
        self.columns = columns
    }

    static let usualRecordIDs = ["record_id", "rec_id", "unique_id", "id"]
}

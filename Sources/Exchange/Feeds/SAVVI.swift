import Identify

/// Attribute data as the SAVVI standard sends them: a row an attribute of a person (`uk-data.md` 3.7).
///
/// What an attribute means is the feed's mapping to say: `Attribute` by its values, dated by `AttributeDate`.
enum SAVVI {
    static let required: Set = ["PersonReference", "UPRN", "AttributeType", "Attribute"]
    private static let types: Set = ["CIRCUMSTANCE", "EVENT", "SERVICE", "RISK"]

    private static let columns: [FeedColumn] = [
        FeedColumn(.forename, "GivenNames"), FeedColumn(.surname, "FamilyName"), FeedColumn(.dob, "BirthDate"),
        FeedColumn(.sex, "Gender"), FeedColumn(.uprn, "UPRN"), FeedColumn(.street, "Address1"),
        FeedColumn(.street, "Address2"), FeedColumn(.town, "Address3"), FeedColumn(.town, "Address4"),
        FeedColumn(.town, "Address5"), FeedColumn(.postcode, "Postcode"), FeedColumn(.dateRecorded, "ExtractedOn"),
    ]

    static func read(_ file: SourceFile, into maker: inout FeedRowMaker, progress: (Int) -> Void) {
        var mapping = maker.feed.mapping
        mapping.recordID = "PersonReference"
        mapping.columns = columns
        var csv = CSVReader(file.bytes, delimiter: mapping.delimiter)
        _ = csv.advance()
        let names = Set(csv.fields.map { csv.text($0).lowercased() })
        let missing = required.filter { !names.contains($0.lowercased()) }.sorted()
        guard missing.isEmpty else {
            return maker.report(
                .notThisFormat,
                file: file.name,
                "SAVVI attribute data must have the columns \(required.sorted().joined(separator: ", ")); the file "
                    + "lacks \(missing.joined(separator: ", "))"
            )
        }
        let optional = Set(columns.map(\.column.name)).subtracting(required).union(["AttributeDate"])
        MappedCSV.read(file, mapping, into: &maker, optional: optional) { header in
            let place = header.firstIndex { $0.lowercased() == "attributetype" } ?? 0
            return { text in
                types.contains(text(place).uppercased())
                    ? nil : ("AttributeType", "AttributeType must be one of Circumstance, Event, Service, Risk")
            }
        } progress: {
            progress($0)
        }
    }
}

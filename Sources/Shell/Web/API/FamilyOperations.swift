import Access
import Actions
import Records
import Register
import Values

extension APIOperation {
    /// The family's own record: who is what to whom, where they live, who works with them, what to heed.
    static let familyRecord: [APIOperation] =
        part(
            Relationship.self,
            "relationships",
            "relationship",
            "who is what to whom",
            [
                APIField("person", .text, required: true, "The person, by their reference."),
                APIField("kind", .code(RelationshipKind.codes), required: true, "What they are."),
                APIField("other", .text, required: true, "To whom, by their reference."),
                APIField("responsibility", .boolean, "Whether they have parental responsibility."),
                APIField("from", .day, "Since when."),
            ]
        )
        + part(
            FamilyAddress.self,
            "addresses",
            "address",
            "where they live and lived",
            [
                APIField("person", .text, "Whose it is, by their reference; the whole family's where it is left out."),
                APIField("kind", .code(AddressKind.codes), required: true, "What kind of address it is."),
                APIField("lines", .text, required: true, "The address, up to 500 characters."),
                APIField("postcode", .text, "A full UK postcode."),
                APIField("from", .day, required: true, "Since when, not to come."),
                APIField("moved", .boolean, "Whether they no longer live at the home address they had."),
            ]
        )
        + part(
            Professional.self,
            "professionals",
            "professional",
            "who else works with them",
            [
                APIField("name", .text, required: true, "Full name."),
                APIField("job", .text, required: true, "What they are, such as health visitor."),
                APIField("organisation", .text, "Where they work."), APIField("telephone", .text, "Telephone number."),
                APIField("email", .text, "Email address."),
                APIField("from", .day, required: true, "Since when, not to come."),
            ]
        )
        + part(
            FamilyAlert.self,
            "alerts",
            "alert",
            "what to heed",
            [
                APIField("kind", .code(AlertKind.codes), required: true, "What it is."),
                APIField("person", .text, "Whom it is about; the whole family where it is left out."),
                APIField("words", .text, "What to know, and what to do, up to 1,000 characters."),
                APIField("from", .day, required: true, "Since when, not to come."),
            ]
        )

    /// Reading, adding to and ending one part.
    private static func part<Part: FamilyRecordPart>(
        _ kind: Part.Type,
        _ place: String,
        _ name: String,
        _ what: String,
        _ fields: [APIField]
    ) -> [APIOperation] {
        let plural = place.prefix(1).uppercased() + place.dropFirst()
        let one = name.prefix(1).uppercased() + name.dropFirst()
        let work = { @Sendable (keeper: Keeper, request: APIRequest) in try FamilyWork(keeper, family: request.id) }
        return [
            list(
                kind,
                where: "family_id",
                id: "list\(plural)",
                path: "/families/:id/\(place)",
                needs: .readFamily,
                .family,
                "The record of a family: \(what)",
                stage: "Families"
            ),
            change(
                "add\(one)",
                at: "/families/:id/\(place)",
                needs: .keepFamilyRecord,
                .family,
                "Add to the record of a family: \(what)",
                stage: "Families",
                fields,
                on: work
            ) { work, form, _ in try work.add(kind, &form) { _ in true } },
            change(
                "end\(one)",
                at: "/families/:id/\(place)/end",
                needs: .keepFamilyRecord,
                .family,
                "End a part of the record of a family as of today: \(what)",
                stage: "Families",
                needsVersion: true,
                [APIField("record", .text, required: true, "Which, by its reference; If-Match names its version.")],
                on: work
            ) { work, form, request -> Part? in
                guard let held = try work.standing(kind, form["record"], &form) else { return nil }
                try request.mustBeOver(held.version)
                return try work.end(held, over: held.version, &form) { _ in true }
            },
        ]
    }
}

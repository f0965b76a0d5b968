package import Definitions
import Values

extension Feed {
    /// The feeds among the definitions; throws everything that is wrong with any of them.
    package static func all(_ definitions: DefinitionSet) throws(DefinitionRefusal) -> [Feed] {
        try definitions.read(.feed) { Feed($0, reading: &$1) }
    }

    private init?(_ definition: Definition, reading map: inout MapReader) {
        if definition.id == RecordName.register {
            map.refuse("id", "must not be register: that is the source of the register's own people")
        }
        let title = map.text("title")
        let owner = map.text("owner")
        let kind: FeedKind? = map.code("kind_of_source")
        let agreement = map.map("agreement") { Agreement(reading: &$0) }
        let extent: FeedExtent? = map.code("extract")
        let mapping = map.map("mapping") { FeedMapping(reading: &$0) }
        let example: Answer? = map.optionalCode("example")
        guard let title, let owner, let kind, let agreement, let extent, let mapping else { return nil }
        self.init(
            id: definition.id,
            title: title,
            owner: owner,
            kind: kind,
            version: definition.version,
            agreement: agreement,
            extent: extent,
            mapping: mapping,
            isExample: example == .yes,
            provenance: definition.provenance
        )
    }
}

private enum Answer: String, CaseIterable {
    case yes, no
}

extension Agreement {
    fileprivate init?(reading map: inout MapReader) {
        let reference = map.text("reference")
        let purpose = map.text("purpose")
        let basis = map.text("lawful_basis")
        let signed = map.day("signed_on")
        let expires = map.day("expires_on")
        let withdrawn = map.optionalDay("withdrawn_on")
        let months = map.integer("retention_months")
        let fields: [FeedField]? = map.codes("fields")
        let verifies: Answer? = map.optionalCode("verifies_claims")
        if let months, !(1...1200).contains(months) { map.refuse("retention_months", "must be 1 to 1200") }
        if let signed, let expires, expires < signed {
            map.refuse("expires_on", "must be the same as or after signed_on")
        }
        guard let reference, let purpose, let basis, let signed, let expires, let months, let fields else {
            return nil
        }
        self.init(
            reference: reference,
            purpose: purpose,
            lawfulBasis: basis,
            signedOn: signed,
            expiresOn: expires,
            withdrawnOn: withdrawn,
            retentionMonths: months,
            fields: Set(fields),
            verifiesClaims: verifies == .yes
        )
    }
}

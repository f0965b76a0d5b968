/// Where a definition, or a part of one, comes from, and how far that was checked.
package struct Provenance: Hashable, Sendable {
    /// How far a statement was checked against its source.
    package enum Evidence: String, CaseIterable, Sendable {
        /// Read in the source named.
        case verified
        /// Stated by a commissioner's own document.
        case stated
        /// Generally known, not checked: to be confirmed before anything is paid or published on it.
        case unverified
    }

    /// The document.
    package let document: String
    /// The place in it, such as a table.
    package let section: String
    package let evidence: Evidence

    package init(document: String, section: String, evidence: Evidence) {
        self.document = document
        self.section = section
        self.evidence = evidence
    }
}

extension Provenance {
    /// Reads `source: {document, section}` and `evidence`, both required.
    package init?(reading map: inout MapReader) {
        let source = map.map("source") { source -> (String, String)? in
            let document = source.text("document")
            let section = source.text("section")
            guard let document, let section else { return nil }
            return (document, section)
        }
        let evidence: Evidence? = map.code("evidence")
        guard let evidence, let source else { return nil }
        self.init(document: source.0, section: source.1, evidence: evidence)
    }
}

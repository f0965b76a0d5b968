import Deliver
package import Records
package import Register
import Values

/// Keeps documents of cases: their content sealed with the installation's key, what they are as a record.
package struct KeepDocuments: Sendable {
    private let register: Register
    private let key: ServiceKey

    package init(_ register: Register, key: ServiceKey) {
        self.register = register
        self.key = key
    }

    /// Stores a document of a case.
    ///
    /// The content goes in before the record, so that no record ever names a document that is not there.
    ///
    /// - Parameters:
    ///   - bytes: the content.
    ///   - title: what it is, in words.
    ///   - file: the case.
    ///   - keeper: of whoever stores it.
    /// - Returns: the record.
    /// - Throws: `DocumentContent.Refusal` where it is of no kind that is kept.
    @discardableResult
    package func store(
        _ bytes: [UInt8],
        titled title: String,
        of file: CaseFile,
        by keeper: Keeper
    ) throws -> CaseDocument {
        let document = CaseDocument(
            id: Identifier(keeper.newReference("DOC")),
            caseID: file.item.record.id,
            title: title,
            kind: try DocumentContent.kind(of: bytes),
            bytes: bytes.count,
            digest: bytes.sha256.hex,
            addedOn: try keeper.today(),
            author: keeper.actor.id
        )
        let sealed = try key.seal(bytes, for: KeepDocuments.purpose, of: document.id.text)
        try register.keepDocument(sealed, id: document.id.text)
        var entry = Entry()
        entry.add(document)
        try keeper.enter(entry, purpose: "delivery", summary: "Stored a document")
        return document
    }

    /// The content of a document as it was stored; nil where it has been removed or can no longer be opened.
    package func content(of document: CaseDocument) throws -> [UInt8]? {
        guard document.removedOn == nil, let sealed = try register.documentContent(document.id.text),
            let bytes = key.opened(sealed, for: KeepDocuments.purpose, of: document.id.text),
            bytes.sha256.hex == document.digest
        else { return nil }
        return bytes
    }

    /// Removes the content for good; that it was there stays on the record.
    package func remove(_ held: Held<CaseDocument>, by keeper: Keeper) throws {
        var document = held.record
        document.removedOn = max(try keeper.today(), document.addedOn)
        var entry = Entry()
        entry.revise(document, version: held.version)
        try keeper.enter(entry, purpose: "delivery", summary: "Removed a document")
        try register.removeDocument(document.id.text)
    }

    private static let purpose = "document"
}

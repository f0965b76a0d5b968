extension Register {
    /// Keeps the sealed content of a document beside the records.
    package func keepDocument(_ sealed: [UInt8], id: String) throws {
        try store.write { connection in
            try connection.run(
                """
                INSERT INTO document_contents (tenant, document_id, sealed) VALUES (\(tenant), \(id), \(sealed))
                """
            )
        }
    }

    /// The sealed content of a document; nil where it has been removed.
    package func documentContent(_ id: String) throws -> [UInt8]? {
        try store.read { connection in
            try connection.first(
                "SELECT sealed FROM document_contents WHERE tenant = \(tenant) AND document_id = \(id)"
            ) { $0.bytes(0) }
        }
    }

    /// Removes the content of a document, for good.
    package func removeDocument(_ id: String) throws {
        try store.write { connection in
            try connection.run("DELETE FROM document_contents WHERE tenant = \(tenant) AND document_id = \(id)")
        }
    }
}

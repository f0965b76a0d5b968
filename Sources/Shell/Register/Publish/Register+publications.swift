import Crypto
import Records

extension Register {
    /// Keeps the bytes of one form of a publication beside the records.
    ///
    /// What is kept already is never written over.
    package func keepPublication(_ id: String, format: String, _ content: [UInt8]) throws {
        try store.write { connection in
            try connection.run(
                """
                INSERT INTO publication_contents (tenant, publication_id, format, content) \
                VALUES (\(tenant), \(id), \(format), \(content))
                """
            )
        }
    }

    /// The bytes of one form of a publication; nil where there is none.
    package func publicationContent(_ id: String, format: String) throws -> [UInt8]? {
        try store.read { connection in
            try connection.first(
                """
                SELECT content FROM publication_contents \
                WHERE tenant = \(tenant) AND publication_id = \(id) AND format = \(format)
                """
            ) { $0.bytes(0) }
        }
    }

    /// Checks that every form of every publication is kept as its digest in the chain says.
    func checkPublications(into report: inout VerificationReport) throws {
        try store.read { connection in
            try connection.each(
                """
                SELECT f.publication_id, f.format, f.digest, c.content FROM publication_files f \
                LEFT JOIN publication_contents c ON c.tenant = f.tenant AND c.publication_id = f.publication_id \
                AND c.format = f.format WHERE f.to_change IS NULL
                """
            ) { row in
                guard SHA256.hash(data: row.bytes(3)).map({ $0 }).hex != row.text(2) else { return }
                report.note(
                    "A publication is not kept as it was issued",
                    table: PublicationFile.table.name,
                    key: "\(row.text(0)), \(row.text(1))"
                )
            }
        }
    }
}

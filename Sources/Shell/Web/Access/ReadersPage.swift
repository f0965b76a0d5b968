import Actions
import Documents
import Register

/// The names of those who stand in the log by their reference.
struct ActorNames {
    private let names: [String: String]

    init(_ register: Register) throws {
        names = Dictionary(try register.users().map { ($0.id, $0.name) }) { first, _ in first }
    }

    /// `Sam Example (U3)`; what is no user's reference, such as the account a program ran under, as it is.
    subscript(actor: String) -> String {
        names[actor].map { "\($0) (\(actor))" } ?? actor
    }
}

extension Pages {
    private static var readersShown: Int { 100 }

    /// Who has read a family's record, the latest first.
    func readers(_ request: PageRequest) throws -> PageAnswer {
        let id = request.parameters["id"] ?? ""
        guard try Gate(keeper: keeper).ties(ofFamily: id) != nil else { return notFound() }
        let reads = try keeper.register.reads(ofRecord: id, in: "families", limit: Pages.readersShown)
        let names = try ActorNames(keeper.register)
        let head = Page(
            "Who has read this record",
            caption: "Family \(id)",
            title: "Who has read family \(id)",
            section: Address("search"),
            way: way(Link("Find a family", Address("search")), Link("Family \(id)", Address("families", id)))
        )
        return page(head) { html in
            html.table(
                DataTable(
                    caption: "The latest \(Pages.readersShown) readings",
                    columns: ["When", "Who", "What"],
                    rows: reads.map { [.text($0.at.words), .text(names[$0.actor]), .text($0.what)] },
                    whenEmpty: "Nobody has read it yet."
                )
            )
        }
    }
}

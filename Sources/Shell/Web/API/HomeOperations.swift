import Access
import Actions
import Records
import Refer
import Register
import Values

extension APIOperation {
    /// Homes with their beds: booked, extended and ended stays, and beds out of use.
    static let homes: [APIOperation] = [
        APIOperation(
            id: "listHomes",
            method: .get,
            path: "/homes",
            action: .seeCapacity,
            subject: .none,
            summary: "The homes for the residential phase of a programme",
            stage: "Homes",
            isPaged: true,
            answer: .page(.record(Home.table))
        ) { keeper, request in try .page(keeper.register.held(Home.self), request) },
        ofHome("listBeds", "beds", "The beds of a home", needs: .seeCapacity, .none) { $0.view.beds },
        ofHome("listVoids", "voids", "When its beds cannot be used", needs: .seeCapacity, .none) { $0.view.voids },
        ofHome("listStays", "stays", "The stays in a home that were not cancelled") { work in
            let stays = try work.stays()
            for child in Set(stays.map(\.record.personID.text)).sorted() {
                try work.keeper.logRead("API: the stays in a home", table: Person.table.name, key: child)
            }
            return stays
        },
        deed(
            "bookStay",
            "stays",
            "Book a stay for a child of a referral",
            [
                APIField("referral", .text, required: true, "The referral: accepted into the programme, or waiting."),
                APIField("bed", .text, required: true, "The bed, by its reference."),
                APIField("arrives", .day, required: true, "Day of arrival."),
            ]
        ) { work, form, _ in try work.book(&form) { _ in true } },
        ofStay(
            "extendStay",
            "extension",
            "Make a stay longer or shorter",
            [
                APIField("until", .day, required: true, "Planned day of leaving."),
                APIField("why", .text, required: true, "Why, up to 1,000 characters."),
            ]
        ) { work, held, form in try work.extend(held, over: held.version, &form) { _ in true } },
        ofStay(
            "endStay",
            "departure",
            "Note that a child has left",
            [
                APIField("left", .day, required: true, "Day of leaving, not to come."),
                APIField("departure", .code(StayEnd.codes), required: true, "Why the stay ended."),
            ]
        ) { work, held, form in try work.depart(held, over: held.version, &form) { _ in true } },
        ofStay("cancelStay", "cancellation", "Cancel a stay before the child has arrived", []) { work, held, form in
            try work.cancel(held, over: held.version, &form) { _ in true }
        },
        deed(
            "voidBed",
            "voids",
            "Take a bed out of use",
            [
                APIField("void-bed", .text, required: true, "The bed, by its reference."),
                APIField("void-from", .day, required: true, "First night out of use."),
                APIField("void-until", .day, "First night in use again; left out where nobody knows."),
                APIField("void-reason", .code(VoidReason.codes), required: true, "Why."),
            ]
        ) { work, form, _ in try work.void(&form) { _ in true } },
        deed(
            "endVoid",
            "voids/end",
            "Say that a bed can be used again from today",
            needsVersion: true,
            [APIField("void", .text, required: true, "Which, by its reference; If-Match names its version.")]
        ) { work, form, request -> HomeVoid? in
            guard let held = work.view.voids.first(where: { $0.record.id.text == form["void"] }) else {
                form.refuse("Select a bed out of use of this home", at: "void")
                return nil
            }
            try request.mustBeOver(held.version)
            return try work.endVoid(held, &form) { _ in true }
        },
    ]

    /// What a home has of one kind.
    private static func ofHome<Kept: Record>(
        _ id: String,
        _ part: String,
        _ summary: String,
        needs action: Action = .keepHomes,
        _ subject: RouteSubject = .wholeRegister,
        _ read: @escaping @Sendable (ResidenceWork) throws -> [Held<Kept>]
    ) -> APIOperation {
        APIOperation(
            id: id,
            method: .get,
            path: "/homes/:id/\(part)",
            action: action,
            subject: subject,
            summary: summary,
            stage: "Homes",
            isPaged: true,
            answer: .page(.record(Kept.table))
        ) { keeper, request in
            guard let work = try ResidenceWork(keeper, home: request.id) else { throw APIProblem.notFound }
            return try .page(read(work), request)
        }
    }

    private static func deed<Kept: Record>(
        _ id: String,
        _ part: String,
        _ summary: String,
        needsVersion: Bool = false,
        _ fields: [APIField],
        _ act: @escaping @Sendable (ResidenceWork, inout TypedForm, APIRequest) throws -> Kept?
    ) -> APIOperation {
        change(
            id,
            at: "/homes/:id/\(part)",
            needs: .keepHomes,
            .wholeRegister,
            summary,
            stage: "Homes",
            needsVersion: needsVersion,
            fields,
            on: { keeper, request in try ResidenceWork(keeper, home: request.id) },
            act
        )
    }

    /// A change of one stay, over its version.
    private static func ofStay(
        _ id: String,
        _ part: String,
        _ summary: String,
        _ fields: [APIField],
        _ act: @escaping @Sendable (ResidenceWork, Held<HomeStay>, inout TypedForm) throws -> HomeStay?
    ) -> APIOperation {
        let which = APIField("stay", .text, required: true, "Which, by its reference; If-Match names its version.")
        let place = "stays/\(part)"
        return deed(id, place, summary, needsVersion: true, [which] + fields) { work, form, request -> HomeStay? in
            guard let held = try work.stays().first(where: { $0.record.id.text == form["stay"] }) else {
                form.refuse("Select a stay in this home", at: "stay")
                return nil
            }
            try request.mustBeOver(held.version)
            return try act(work, held, &form)
        }
    }
}

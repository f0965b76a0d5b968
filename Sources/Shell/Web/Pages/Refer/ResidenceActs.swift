import Actions
import Documents
import Records
import Refer
import Register
import Values

extension Pages {
    /// Books a stay.
    func bookStay(_ request: PageRequest) throws -> PageAnswer {
        try doing(request) { try $0.book(&$1, leave(request)) != nil }
    }

    /// Takes a bed out of use.
    func voidBed(_ request: PageRequest) throws -> PageAnswer {
        try doing(request) { try $0.void(&$1, leave(request)) != nil }
    }

    /// A bed can be used again from today.
    func endVoid(_ request: PageRequest) throws -> PageAnswer {
        guard let work = try residenceWork(request),
            let held = work.view.voids.first(where: { $0.record.id.text == request.parameters["name"] })
        else { return notFound() }
        return try doing(request) { try $0.endVoid(held, &$1, leave(request)) != nil }
    }

    func residenceWork(_ request: PageRequest) throws -> ResidenceWork? {
        try ResidenceWork(keeper, home: request.parameters["id"] ?? "")
    }

    /// Does something with a home's beds; what is refused is said on the home's page, with what was typed.
    private func doing(
        _ request: PageRequest,
        _ act: (ResidenceWork, inout TypedForm) throws -> Bool
    ) throws
        -> PageAnswer
    {
        guard let work = try residenceWork(request) else { return notFound() }
        var form = TypedForm(request)
        do {
            if try act(work, &form) { return .onward(to: Address("homes", work.view.home.record.id.text)) }
        } catch RegisterError.movedOn {
            form.refuse(Pages.stayMoved)
        }
        return try residencePage(work, request, ResidenceForms(request: request, errors: form.errors))
    }
}

extension Pages {
    /// Instruments, families' own view and supervision.
    func measurePage(of route: Route, _ request: PageRequest) throws -> PageAnswer? {
        switch route {
        case .measures: try measures(request)
        case .measureForm: try measureForm(request, .ordinary)
        case .addMeasure: try addMeasure(request, .ordinary)
        case .measureResult: try measure(request)
        case .correctionForm: try correctionForm(request)
        case .correctMeasure: try correctMeasure(request)
        case .adherenceForm: try measureForm(request, .independent)
        case .addAdherence: try addMeasure(request, .independent)
        case .distance: try distance(request)
        case .distanceForm: try distanceForm(request)
        case .addDistance: try addDistance(request)
        case .progress: try progress(request)
        case .makeFamilyLink: try makeFamilyLink(request)
        case .withdrawFamilyLink: try withdrawFamilyLink(request)
        case .familyOwn: try familyOwn(request)
        case .answerFamilyLink: try answerFamilyLink(request)
        case .familyThanks: familyThanks()
        case .supervision: try supervision()
        case .audits: try audits(request)
        case .auditForm: try measureForm(request, .audit)
        case .addAudit: try addMeasure(request, .audit)
        case .restriction: try restriction(request)
        case .restrict: try restrict(request)
        case .liftRestriction: try liftRestriction(request)
        case .breakGlassForm: try breakGlassForm()
        case .breakGlass: try breakGlass(request)
        case .glass: try glass(request)
        case .reviewGlass: try reviewGlass(request)
        default: nil
        }
    }
}

import Access

extension Route {
    /// Instruments, families' own view and supervision.
    static let measure: [Route: RoutePlace] = [
        .measures: .page("/cases/:id/measures", needs: .readFamily, .ofCase),
        .measureForm: .page("/cases/:id/measures/new", needs: .measure, .ofCase),
        .addMeasure: .form("/cases/:id/measures", needs: .measure, .ofCase),
        .measureResult: .page("/measures/:id", needs: .readFamily, .assessment),
        .correctionForm: .page("/measures/:id/correction", needs: .measure, .assessment),
        .correctMeasure: .form("/measures/:id/correction", needs: .measure, .assessment),
        .adherenceForm: .page("/cases/:id/adherence", needs: .collectAdherence, .ofCase),
        .addAdherence: .form("/cases/:id/adherence", needs: .collectAdherence, .ofCase),
        .distance: .page("/cases/:id/distance", needs: .readFamily, .ofCase),
        .distanceForm: .page("/cases/:id/distance/new", needs: .measure, .ofCase),
        .addDistance: .form("/cases/:id/distance", needs: .measure, .ofCase),
        .progress: .page("/cases/:id/progress", needs: .readFamily, .ofCase),
        .makeFamilyLink: .form("/cases/:id/links", needs: .measure, .ofCase),
        .withdrawFamilyLink: .form("/cases/:id/links/withdrawal", needs: .measure, .ofCase),
        .familyOwn: .open("/private/:id"),
        .answerFamilyLink: .openForm("/private/:id"),
        .familyThanks: .open("/thank-you"),
        .supervision: .page("/supervision", needs: .supervise, .none),
        .audits: .page("/audits", needs: .seeAudits, .none),
        .auditForm: .page("/audits/:id", needs: .auditCase, .ofCase),
        .addAudit: .form("/audits/:id", needs: .auditCase, .ofCase),
        .restriction: .page("/families/:id/restriction", needs: .restrictFamily, .family),
        .restrict: .form("/families/:id/restriction", needs: .restrictFamily, .family),
        .liftRestriction: .form("/families/:id/restriction/lift", needs: .restrictFamily, .family),
        .breakGlassForm: .page("/break-glass", needs: .breakGlass, .none),
        .breakGlass: .form("/break-glass", needs: .breakGlass, .none),
        .glass: .page("/break-glass/:id", needs: .breakGlass, .none),
        .reviewGlass: .form("/break-glass/:id", needs: .breakGlass, .none),
    ]
}

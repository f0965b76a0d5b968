import Access

extension Route {
    /// Report cards, distance travelled, service reviews, frameworks, and the records they tell of.
    static let reporting: [Route: RoutePlace] = [
        .reportCards: .page("/report-cards", needs: .seeFigures, .none),
        .reportCard: .page("/report-cards/:id", needs: .seeFigures, .none),
        .reportCardPart: .page("/report-cards/:id/parts/:name", needs: .writeReports, .none),
        .writeReportCardPart: .form("/report-cards/:id/parts/:name", needs: .writeReports, .none),
        .addReportCardAction: .form("/report-cards/:id/actions", needs: .writeReports, .none),
        .finishAction: .form("/report-actions/:id", needs: .writeReports, .none),
        .cohortDistance: .page("/distance-travelled", needs: .seePublished, .none),
        .serviceReviews: .page("/service-reviews", needs: .readServiceRecords, .none),
        .serviceReview: .page("/service-reviews/:name/:id", needs: .readServiceRecords, .none),
        .reviewPart: .page("/service-reviews/:name/:id/parts", needs: .writeReports, .none),
        .writeReviewPart: .form("/service-reviews/:name/:id/parts", needs: .writeReports, .none),
        .addReviewAction: .form("/service-reviews/:name/:id/actions", needs: .writeReports, .none),
        .submitReview: .form("/service-reviews/:name/:id/submission", needs: .writeReports, .none),
        .signReview: .form("/service-reviews/:name/:id/signature", needs: .signReports, .none),
        .returnReview: .form("/service-reviews/:name/:id/return", needs: .signReports, .none),
        .frameworks: .page("/frameworks", needs: .seeFigures, .none),
        .framework: .page("/frameworks/:id", needs: .seeFigures, .none),
        .serviceRecords: .page("/service-records", needs: .readServiceRecords, .none),
        .serviceRecordForm: .page("/service-records/:name/new", needs: .keepServiceRecords, .none),
        .addServiceRecord: .form("/service-records/:name", needs: .keepServiceRecords, .none),
        .serviceRecord: .page("/service-records/:name/:id", needs: .readServiceRecords, .none),
        .changeServiceRecord: .form("/service-records/:name/:id", needs: .keepServiceRecords, .none),
        .publishServiceRecord: .form("/service-records/:name/:id/publication", needs: .signReports, .none),
        .withdrawServiceRecord: .form("/service-records/:name/:id/withdrawal", needs: .signReports, .none),
        .youSaid: .page("/you-said", needs: .seePublished, .none),
    ]
}

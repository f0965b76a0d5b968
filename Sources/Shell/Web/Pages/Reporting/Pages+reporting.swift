extension Pages {
    /// Report cards, distance travelled, service reviews, frameworks, and the records they tell of.
    func reportingPage(of route: Route, _ request: PageRequest) throws -> PageAnswer? {
        switch route {
        case .reportCards: try reportCards(request)
        case .reportCard: try reportCard(request)
        case .reportCardPart: try reportCardPart(request)
        case .writeReportCardPart: try writeReportCardPart(request)
        case .addReportCardAction: try addReportCardAction(request)
        case .finishAction: try finishAction(request)
        case .cohortDistance: try cohortDistance(request)
        case .serviceReviews: try serviceReviews(request)
        case .serviceReview: try serviceReview(request)
        case .reviewPart: try reviewPart(request)
        case .writeReviewPart: try writeReviewPart(request)
        case .addReviewAction: try addReviewAction(request)
        case .submitReview: try submitReview(request)
        case .signReview: try signReview(request)
        case .returnReview: try returnReview(request)
        case .frameworks: try frameworks(request)
        case .framework: try framework(request)
        case .serviceRecords: try serviceRecords(request)
        case .serviceRecordForm: try serviceRecordForm(request)
        case .addServiceRecord: try addServiceRecord(request)
        case .serviceRecord: try serviceRecord(request)
        case .changeServiceRecord: try changeServiceRecord(request)
        case .publishServiceRecord: try publishServiceRecord(request)
        case .withdrawServiceRecord: try withdrawServiceRecord(request)
        case .youSaid: try youSaid(request)
        default: nil
        }
    }
}

extension Pages {
    /// Scorecards, service reviews and answers that are published.
    func publishPage(of route: Route, _ request: PageRequest) throws -> PageAnswer? {
        switch route {
        case .scorecards: try scorecards(request)
        case .scorecard: try scorecard(request)
        case .scorecardMeasure: try scorecardMeasure(request)
        case .pathway: try pathway(request)
        case .answers: try answers(request)
        case .answer: try answer(request)
        case .draftAnswer: try draftAnswer(request)
        case .saveAnswer: try saveAnswer(request)
        case .approveAnswer: try approveAnswer(request)
        case .publications: try publications(request)
        case .issuePublications: try issuePublications(request)
        case .publication: try publication(request)
        case .publicationFile: try publicationFile(request)
        case .approvePublication: try settlePublication(request, isApproved: true)
        case .correctPublication: try correctPublication(request)
        case .turnDownPublication: try settlePublication(request, isApproved: false)
        default: nil
        }
    }
}

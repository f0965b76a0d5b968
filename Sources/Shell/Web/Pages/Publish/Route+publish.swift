import Access

extension Route {
    /// Scorecards, service reviews and answers that are published.
    static let publish: [Route: RoutePlace] = [
        .scorecards: .page("/scorecards", needs: .seeFigures, .none),
        .scorecard: .page("/scorecards/:id", needs: .seeFigures, .none),
        .scorecardMeasure: .page("/scorecards/:id/:name", needs: .seeFigures, .none),
        .pathway: .page("/pathway", needs: .seeFigures, .none),
        .answers: .page("/answers", needs: .seePublished, .none),
        .answer: .page("/answers/:id", needs: .seePublished, .none),
        .draftAnswer: .page("/answers/draft/:id", needs: .draftAnswers, .wholeRegister),
        .saveAnswer: .form("/answers/draft/:id", needs: .draftAnswers, .wholeRegister),
        .approveAnswer: .form("/answers/:id/approval", needs: .approveAnswers, .wholeRegister),
        .publications: .page("/publications", needs: .seePublished, .none),
        .issuePublications: .form("/publications", needs: .draftAnswers, .wholeRegister),
        .publication: .page("/publications/:id", needs: .seePublished, .none),
        .publicationFile: .page("/publications/:id/download/:name", needs: .seePublished, .none),
        .approvePublication: .form("/publications/:id/approval", needs: .approveAnswers, .wholeRegister),
        .correctPublication: .form("/publications/:id/correction", needs: .draftAnswers, .wholeRegister),
        .turnDownPublication: .form("/publications/:id/turning-down", needs: .approveAnswers, .wholeRegister),
    ]
}

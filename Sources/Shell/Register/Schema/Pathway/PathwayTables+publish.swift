import Records

extension PathwayTables {
    /// What was published, and narratives with their versions.
    static let publish: [Table] = [
        PreparedAnswer.table,
        PreparedLine.table,
        PreparedFigure.table,
        ReportNarrative.table,
        ReportAction.table,
        ReviewSignOff.table,
        Complaint.table,
        TrainingCourse.table,
        ServiceFeedback.table,
        CaseStudy.table,
        Publication.table,
        PublicationFile.table,
    ]
}

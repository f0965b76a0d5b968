import Records

extension PathwayTables {
    /// Work on a case beside its contacts, goals and reviews.
    static let casework: [Table] = [
        PlanStep.table,
        GoalDetail.table,
        PlanAgreement.table,
        CaseTask.table,
        CaseNote.table,
        CaseDocument.table,
        Relationship.table,
        FamilyAddress.table,
        Professional.table,
        FamilyAlert.table,
        ReviewDetail.table,
        CaseClosure.table,
        CaseReopening.table,
        CasePhase.table,
        LevelMove.table,
        FamilyAssessment.table,
    ]
}

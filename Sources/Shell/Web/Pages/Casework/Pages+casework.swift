extension Pages {
    /// Work on a case, from allocation to follow-up.
    func caseworkPage(of route: Route, _ request: PageRequest) throws -> PageAnswer? {
        switch route {
        case .caseload: try caseload(request)
        case .week: try week(request)
        case .saveWeek: try saveWeek(request)
        case .followUpsDue: try followUpsDue(request)
        case .familyRecord: try familyRecord(request)
        case .addToFamily: try addToFamily(request)
        case .endInFamily: try endInFamily(request)
        case .familyAssessment: try familyAssessment(request)
        case .familyAssessmentForm: try familyAssessmentForm(request)
        case .assessFamily: try assessFamily(request)
        default: try casePage(of: route, request)
        }
    }

    /// The pages of one case.
    private func casePage(of route: Route, _ request: PageRequest) throws -> PageAnswer? {
        switch route {
        case .workedCase: try workedCase(request)
        case .chronology: try chronology(request)
        case .caseWeek: try caseWeek(request)
        case .saveCaseWeek: try saveCaseWeek(request)
        case .contacts: try contacts(request)
        case .contact: try contact(request)
        case .saveContact: try saveContact(request)
        case .casePlan: try casePlan(request)
        case .addGoal: try addGoal(request)
        case .goal: try goal(request)
        case .saveGoal: try saveGoal(request)
        case .addStep: try addStep(request)
        case .settleStep: try settleStep(request)
        case .agreePlan: try agreePlan(request)
        case .addTask: try addTask(request)
        case .settleTask: try settleTask(request)
        case .caseNotes: try caseNotes(request)
        case .addNote: try addNote(request)
        default: try standingPage(of: route, request)
        }
    }

    /// Documents, reviews, who holds a case, its end and what comes after it.
    private func standingPage(of route: Route, _ request: PageRequest) throws -> PageAnswer? {
        switch route {
        case .documents: try documents(request)
        case .addDocument: try addDocument(request)
        case .document: try document(request)
        case .removeDocument: try removeDocument(request)
        case .caseReviews: try caseReviews(request)
        case .holdReview: try holdReview(request)
        case .moveLevel: try moveLevel(request)
        case .movePhase: try movePhase(request)
        case .allocation: try allocation(request)
        case .allocate: try allocate(request)
        case .closure: try closure(request)
        case .closeCase: try closeCase(request)
        case .reopening: try reopening(request)
        case .reopenCase: try reopenCase(request)
        case .followUps: try followUps(request)
        case .saveFollowUp: try saveFollowUp(request)
        default: nil
        }
    }
}

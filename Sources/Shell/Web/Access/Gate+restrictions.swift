import Actions
import Records
import Register
import Values

extension Gate {
    /// Whether a record is of a family that is restricted to others.
    func isClosed(_ subject: RouteSubject, _ id: String, to user: User) throws -> Bool {
        let closed = try ClosedFamilies(to: user.id, keeper.register, at: now())
        guard !closed.ids.isEmpty else { return false }
        return try closed.contains(family(of: subject, id))
    }

    /// The family a route's record is about; nil where it is about none.
    private func family(of subject: RouteSubject, _ id: String) throws -> String? {
        let register = keeper.register
        switch subject {
        case .none, .wholeRegister: return nil
        case .family: return id
        case .person:
            let kept = try register.merges().personKept[id] ?? id
            return try register.held(Person.self, key: kept)?.record.familyID?.text
        case .ofCase: return try register.held(Case.self, key: id)?.record.familyID.text
        case .referral: return try register.held(Referral.self, key: id)?.record.familyID.text
        case .assessment:
            guard let assessment = try register.held(Assessment.self, key: id)?.record else { return nil }
            if let work = assessment.caseID { return try family(of: .ofCase, work.text) }
            return try assessment.personID.flatMap { try family(of: .person, $0.text) }
        }
    }
}

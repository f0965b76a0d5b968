package import Values

// The facts as figures read them: fixed-width rows of day numbers, codes and positions, so that a scan of a million
// allocates nothing. What only a page shows (names, references, wording) stays in the register.
extension Snapshot {
    package struct Worker: Sendable {
        package let role: WorkerRole
        package let programme: Symbol?
        /// Who employs them, by reference.
        package let organisation: Symbol?
        package let team: Symbol?
        /// Nil counts 0.
        package internal(set) var wte: Decimal?
        /// Nil: always in post.
        package let startedOn: Day?
        package let endedOn: Day?

        /// Whether in post on the day.
        package func isInPost(on day: Day) -> Bool {
            Nights(from: startedOn ?? .earliest, until: endedOn).contains(day)
        }
    }

    package struct Family: Sendable {
        /// Ward or locality; nil where it is not known.
        package let area: Symbol?
    }

    package struct Person: Sendable {
        package internal(set) var family: Position<Records.Family>?
        /// Latest possible date of birth.
        package let bornOn: Day?
        package let diedOn: Day?
        package let role: PersonRole
        package let sex: Sex?
        package let ethnicity: Ethnicity?
        /// Known to the SSDA903 return.
        package let hasChildID: Bool
    }

    package struct Referral: Sendable {
        package internal(set) var family: Position<Records.Family>
        package let receivedOn: Day
        package let route: ReferralRoute
        package let programme: Symbol?
        package let decision: ReferralDecision
        package let source: ReferralSource
        package let tier: Tier?
        /// Presenting issues, separated by semicolons.
        package let issues: Symbol?
        /// Where a declined or inappropriate referral went.
        package let destination: Symbol?
    }

    package struct Case: Sendable {
        package internal(set) var family: Position<Records.Family>
        /// The index child.
        package internal(set) var child: Position<Records.Person>?
        package internal(set) var referral: Position<Records.Referral>?
        package let programme: Symbol
        package let startedOn: Day
        package let endedOn: Day?
        package let endReason: CaseEndReason?
        package let tier: Tier?
        /// Who delivers, by reference.
        package let organisation: Symbol?
        package let team: Symbol?
        package let destination: Symbol?

        /// The nights it was open.
        @inlinable package var nights: Nights { Nights(from: startedOn, until: endedOn) }
    }

    package struct Allocation: Sendable {
        package internal(set) var caseAt: Position<Records.Case>
        package internal(set) var worker: Position<Records.Worker>
        package let role: AllocationRole
        package let from: Day
        /// Last day, included.
        package let to: Day?

        /// Whether the worker held the case on the day.
        package func runs(on day: Day) -> Bool {
            from <= day && (to.map { $0 >= day } ?? true)
        }
    }

    package struct Contact: Sendable {
        package internal(set) var caseAt: Position<Records.Case>
        package let on: Day
        /// Minutes worked; nil where they were not noted.
        package let minutes: Int32?
        package let kind: ContactKind
        package let direct: Bool?
        package let attendance: ContactAttendance?
    }

    package struct Goal: Sendable {
        package internal(set) var caseAt: Position<Records.Case>
        package let setOn: Day
        package let outcome: GoalOutcome
        package let closedOn: Day?
    }

    package struct Assessment: Sendable {
        package internal(set) var caseAt: Position<Records.Case>?
        package internal(set) var person: Position<Records.Person>?
        package let instrument: Symbol
        package let occasion: Symbol
        package let informant: Informant
        package let completedOn: Day
    }

    package struct Score: Sendable {
        package let item: Symbol
        package let value: Decimal
    }

    package struct FollowUp: Sendable {
        package internal(set) var caseAt: Position<Records.Case>
        package internal(set) var person: Position<Records.Person>
        package let milestone: Int32
        package let observedOn: Day
        package let living: Living
    }

    package struct Placement: Sendable {
        package internal(set) var person: Position<Records.Person>
        package let startedOn: Day
        package let endedOn: Day?
        package let legalStatus: LegalStatus?
        package let type: PlacementType
        package let reasonCeased: ReasonEpisodeCeased?

        /// A short break (V3, V4), which is not being in care (`figures.md`, Placement).
        @inlinable package var isShortBreak: Bool { legalStatus == .v3 || legalStatus == .v4 }
    }

    package struct Event: Sendable {
        package internal(set) var person: Position<Records.Person>?
        package internal(set) var family: Position<Records.Family>?
        package let kind: EventKind
        package let on: Day
        package let source: Symbol
        package let proven: Bool
    }

    package struct Attendance: Sendable {
        package internal(set) var person: Position<Records.Person>
        package let from: Day
        package let to: Day
        package let source: Symbol?
        package let sessionsPossible: Int
        package let authorisedAbsences: Int
        package let unauthorisedAbsences: Int
    }

    package struct WorkStatus: Sendable {
        package internal(set) var person: Position<Records.Person>
        package let status: WorkState
        package let from: Day
        /// Last day, included.
        package let to: Day?
        package let source: Symbol?
    }

    package struct Discretion: Sendable {
        package internal(set) var family: Position<Records.Family>
        package let criteria: Symbol
        package let setOn: Day
        package let withdrawnOn: Day?
    }

    package struct Cost: Sendable {
        package let programme: Symbol
        package let period: Period
        package let amount: Money
    }
}

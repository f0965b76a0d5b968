import Records
import Values

/// One of the four programmes of the invented authority, and the rates it works at.
struct Programme {
    let code: String
    /// Who delivers it: position in `Organisations`.
    let organisation: Identifier<Organisation>
    let practitioner: WorkerRole
    let teams: [Team]
    /// Cases a whole-time practitioner holds at once.
    let caseload: Double
    /// Ages of index children, on the day the case starts.
    let ages: ClosedRange<Int>
    /// Days of a full course.
    let length: ClosedRange<Int>
    /// Days from referral to start in the first year; a third shorter by the last.
    let wait: ClosedRange<Int>
    /// Cost of a family in the last year, in whole pounds.
    let costPerFamily: Int
    let contactsPerWeek: Double
    /// Share of index children who had been in care and came home about the start.
    let careBefore: Double
    /// Share of index children who enter care within 30 months of the start, at the middle of the five years.
    let careAfter: Double
    /// Share of families in which a child offends.
    let offending: Double
    /// Mean parent total of the strengths and difficulties questionnaire at baseline.
    let difficulties: Double

    var isMST: Bool { code.hasPrefix("mst") }
    var isFFT: Bool { code.hasPrefix("fft") }
    var isTherapy: Bool { practitioner == .therapist }
}

/// A team, and how many practitioner posts it has per 2,000 families.
struct Team {
    let name: String
    let posts: Int
    /// Months into the five years at which it began.
    var opensAfter = 0
    /// A team that does less well: more children in care, fewer courses completed, smaller changes.
    var isWeak = false
}

extension Programme {
    static let all = [mst, mstCan, fftCw, priorityFamilies]

    /// Multisystemic Therapy: three to five months, five families a therapist, about £12,000 a family.
    static let mst = Programme(
        code: "mst",
        organisation: Organisations.charity,
        practitioner: .therapist,
        teams: [Team(name: "MST A", posts: 4), Team(name: "MST B", posts: 4, isWeak: true)],
        caseload: 5,
        ages: 11...16,
        length: 91...152,
        wait: 12...60,
        costPerFamily: 12_000,
        contactsPerWeek: 1.6,
        careBefore: 0.05,
        careAfter: 0.16,
        offending: 0.36,
        difficulties: 22.4
    )

    /// Multisystemic Therapy, Child Abuse and Neglect: six to nine months, three to four families a therapist.
    static let mstCan = Programme(
        code: "mst-can",
        organisation: Organisations.council,
        practitioner: .therapist,
        teams: [Team(name: "MST-CAN", posts: 4)],
        caseload: 3.5,
        ages: 6...16,
        length: 183...274,
        wait: 14...64,
        costPerFamily: 29_000,
        contactsPerWeek: 1.5,
        careBefore: 0.16,
        careAfter: 0.17,
        offending: 0.08,
        difficulties: 20.5
    )

    /// Functional Family Therapy, Child Welfare: five to seven months, eight families a therapist; begun two years in.
    static let fftCw = Programme(
        code: "fft-cw",
        organisation: Organisations.council,
        practitioner: .therapist,
        teams: [Team(name: "FFT North", posts: 3, opensAfter: 24), Team(name: "FFT South", posts: 3, opensAfter: 27)],
        caseload: 8,
        ages: 6...16,
        length: 152...213,
        wait: 10...56,
        costPerFamily: 10_900,
        contactsPerWeek: 1,
        careBefore: 0.14,
        careAfter: 0.12,
        offending: 0.16,
        difficulties: 20
    )

    /// Priority families: a key worker for six to twelve months; grown twice.
    static let priorityFamilies = Programme(
        code: "priority-families",
        organisation: Organisations.council,
        practitioner: .keyWorker,
        teams: [
            Team(name: "Families North", posts: 8),
            Team(name: "Families South", posts: 4, opensAfter: 18),
            Team(name: "Families West", posts: 6, opensAfter: 36),
        ],
        caseload: 12,
        ages: 5...15,
        length: 183...365,
        wait: 7...70,
        costPerFamily: 4_300,
        contactsPerWeek: 1,
        careBefore: 0.04,
        careAfter: 0.07,
        offending: 0.34,
        difficulties: 18.2
    )
}

import Records
import Values

/// Sets up the posts of the authority and fills them.
struct Posts {
    private let setting: Setting
    private var numbers: SeededGenerator
    private var workers = 0
    private(set) var all: [Post] = []

    /// Months a practitioner stays.
    private static let stay = 14...66
    /// Days a post is vacant after someone leaves.
    private static let vacancy = 0...40
    /// Tenths of whole time of the practitioners of a team, in turn.
    private static let hours = [10, 10, 8, 10, 10, 6]
    private static let leadWorkers = 8

    init(_ setting: Setting) {
        self.setting = setting
        numbers = setting.stream(.posts)
        for programme in Programme.all { add(programme) }
        addCouncil()
    }

    /// The posts of lead workers in early help, who hold a family beside its therapist.
    var early: [Int] { all.indices.filter { all[$0].team == "Early Help" } }

    /// The workers' records, in the order of their references.
    var records: [Worker] {
        all.flatMap { post in
            post.holders.map { holder in
                Worker(
                    id: holder.worker,
                    name: holder.name,
                    organisationID: post.organisation,
                    team: post.team,
                    role: post.role,
                    programme: post.programme?.code,
                    wte: Decimal(digits: Int64(post.tenths), places: 1),
                    startedOn: holder.from,
                    endedOn: holder.until
                )
            }
        }
    }

    private mutating func add(_ programme: Programme) {
        let opened = setting.from.adding(months: programme.teams.map(\.opensAfter).min() ?? 0)
        add(programme, nil, role: .programmeManager, tenths: 5, from: opened - 60)
        for team in programme.teams {
            let from = setting.from.adding(months: team.opensAfter)
            let supervisor = all.count
            add(programme, team, role: .supervisor, tenths: 10, from: from - 45)
            add(programme, team, role: .businessSupport, tenths: 6, from: from - 30)
            if programme.code == "mst-can" {
                add(programme, team, role: .caseManager, tenths: 10, from: from - 14)
            }
            let scaled = max(1, (team.posts * setting.families + 1_000) / 2_000)
            for index in 0..<scaled {
                let tenths = Posts.hours[index % Posts.hours.count]
                add(programme, team, role: programme.practitioner, tenths: tenths, from: from, supervisor: supervisor)
            }
        }
    }

    private mutating func addCouncil() {
        for _ in 0..<Posts.leadWorkers { addOther(.keyWorker, team: "Early Help", tenths: 10) }
        addOther(.duty, team: "Front Door", tenths: 10)
        addOther(.duty, team: "Front Door", tenths: 8)
        addOther(.residential, team: "Larch House", tenths: 10)
        addOther(.commissioner, team: "Commissioning", tenths: 10)
        addOther(.finance, team: "Finance", tenths: 5)
    }

    private mutating func addOther(_ role: WorkerRole, team: String, tenths: Int) {
        all.append(
            Post(
                programme: nil,
                organisation: Organisations.council,
                team: team,
                isWeak: false,
                role: role,
                tenths: tenths,
                from: setting.from,
                holders: [hired(on: setting.from - numbers.whole(60...1500), until: nil)],
                supervisor: nil
            )
        )
    }

    private mutating func add(
        _ programme: Programme,
        _ team: Team?,
        role: WorkerRole,
        tenths: Int,
        from: Day,
        supervisor: Int? = nil
    ) {
        all.append(
            Post(
                programme: programme,
                organisation: programme.organisation,
                team: team?.name,
                isWeak: team?.isWeak ?? false,
                role: role,
                tenths: tenths,
                from: from,
                holders: supervisor == nil ? [hired(on: from, until: nil)] : succession(from: from),
                supervisor: supervisor
            )
        )
    }

    /// One person after the other, up to the last day.
    private mutating func succession(from: Day) -> [Holder] {
        var holders: [Holder] = []
        var start = from - numbers.whole(0...21)
        while true {
            let leaves = start.adding(months: numbers.whole(Posts.stay))
            guard leaves <= setting.until else {
                return holders + [hired(on: start, until: nil)]
            }
            holders.append(hired(on: start, until: leaves))
            start = leaves + numbers.whole(Posts.vacancy)
            guard start <= setting.until else { return holders }
        }
    }

    private mutating func hired(on day: Day, until: Day?) -> Holder {
        workers += 1
        let heritage = numbers.pick(Heritage.weights).heritage
        let names = heritage.names
        let forename = numbers.pick(numbers.chance(0.74) ? names.female : names.male)
        let surname = names.surname(&numbers)
        return Holder(
            worker: Identifier(reference("W", workers, digits: 3)),
            name: "\(forename) \(surname)",
            from: day,
            until: until
        )
    }
}

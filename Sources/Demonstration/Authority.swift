import Records
import Values

/// The invented authority before it is written down: posts, families, the work done and the care the children had.
///
/// Each kind of record is made from it in a file of its own.
struct Authority {
    let setting: Setting
    let posts: Posts
    let households: [Household]
    /// Every case with the position of its family, in order of number.
    let work: [(engagement: Engagement, household: Int)]
    /// What of the criteria for priority families each family meets at the end.
    let hardship: [Hardship]
    let care: Care

    init(_ setting: Setting) {
        self.setting = setting
        let posts = Posts(setting)
        self.posts = posts
        var calendar = CaseCalendar(setting, posts: posts.all)
        let households = Journeys(setting, cases: calendar.cases()).households.all
        self.households = households
        work = households.indices
            .flatMap { household in households[household].work.map { (engagement: $0, household: household) } }
            .sorted { $0.engagement.number < $1.engagement.number }
        hardship = households.map { Hardship(of: $0, setting) }
        care = Care(of: households, setting)
    }

    /// Who holds the case on the day: the holder of its post, or the team's supervisor while the post is vacant.
    func worker(of engagement: Engagement, on day: Day) -> Identifier<Worker>? {
        let post = posts.all[engagement.post]
        if let holder = post.holder(on: day) { return holder.worker }
        return post.supervisor.flatMap { posts.all[$0].holder(on: day)?.worker }
    }

    /// The child a case is about.
    func index(of household: Int) -> Member { households[household].children[0] }
}

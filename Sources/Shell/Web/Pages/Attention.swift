import Actions
import Documents
import Exchange
import Records
import Report
import Values

/// What a commissioner should look at first.
struct Attention {
    struct Item {
        let what: String
        let count: Int
        let why: String
        let address: Address?
    }

    let day: Day
    let items: [Item]

    init(_ picture: Picture, _ keeper: Keeper, asAt day: Day) {
        self.day = day
        let snapshot = picture.ground.snapshot
        let open = snapshot.cases.indices.filter { snapshot.cases[$0].nights.contains(day) }
        let unheld = open.count { index in
            !snapshot.allocationsOfCase[index].contains { place in
                let held = snapshot.allocations[Int(place)]
                return held.runs(on: day) && snapshot.workers[held.worker.index].isInPost(on: day)
            }
        }
        let waiting = snapshot.referrals.count {
            $0.receivedOn <= day && ($0.decision == .waiting || $0.decision == .pending)
        }
        let unknown = (try? keeper.answer(.performance(during: .last(months: 12, asAt: day))))?.flatMap {
            $0[id: "all.home.6.unknown"]
        }
        let period = Period.last(months: 12, asAt: day)
        let all = [
            Item(
                what: "Referrals without a decision, or waiting",
                count: waiting,
                why: "Every referral should have an owner and an answer.",
                address: nil
            ),
            Item(
                what: "Open cases that nobody holds",
                count: unheld,
                why: "A case without an allocation on the day has been dropped.",
                address: nil
            ),
            Item(
                what: "Children not known at 6 months",
                count: unknown?.value.map { Int($0) } ?? 0,
                why: "Follow-ups that were missed leave the at-home share uncertain.",
                address: Address("figures", "performance", "all.home.6.unknown").with("from", period.from.iso)
                    .with("to", period.to.iso)
            ),
            Item(
                what: "Records that look wrong",
                count: picture.quality.count,
                why: "Figures are only as good as the records behind them.",
                address: Address("data-quality")
            ),
            Item(
                what: "Feeds that need attention",
                count: Attention.feeds(keeper, on: day),
                why: "Partners' data are held only as long as an agreement lets us.",
                address: Address("feeds")
            ),
        ]
        items = all.filter { $0.count > 0 }
    }

    /// Feeds that are used, or that rows are held of, and need something done.
    private static func feeds(_ keeper: Keeper, on day: Day) -> Int {
        let statuses = (try? FeedStatus.all(keeper.register, keeper.definitions, on: day)) ?? []
        return statuses.count { !$0.attention.isEmpty }
    }
}

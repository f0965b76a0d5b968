package import Exchange
package import Identify
package import Register
package import Values

/// Takes a partner's extract into the register under its agreement: all of it, or nothing.
package struct ReceiveExtract {
    private let register: Register
    private let feed: Feed
    private let day: Day

    /// Throws `FeedRefusal` where the agreement is not in force on the day: nothing is read then.
    package init(into register: Register, of feed: Feed, on day: Day) throws {
        guard feed.agreement.isInForce(on: day) else { throw FeedRefusal(notInForce: feed, on: day) }
        self.register = register
        self.feed = feed
        self.day = day
    }

    /// How receiving an extract ended.
    package struct Outcome: Sendable {
        package let reading: FeedReading
        /// What was stored; nil where the extract was refused.
        package let receipt: FeedReceipt?
    }

    /// Reads the files and, if nothing blocks them, stores what they hold.
    package func run(
        _ files: [SourceFile],
        as draft: ChangeDraft,
        reading: (CheckProgress) -> Void = { _ in },
        recording: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> Outcome {
        let read = FeedFiles.read(files, for: feed, progress: reading)
        guard read.isAccepted else { return Outcome(reading: read, receipt: nil) }
        let receipt = try register.receive(
            read.rows,
            of: feed,
            on: day,
            notRead: ColumnNotRead.json(read.notRead),
            as: draft,
            at: Clock.now,
            progress: recording
        )
        return Outcome(reading: read, receipt: receipt)
    }
}

/// Why a feed cannot be used, in words for whoever asked.
package struct FeedRefusal: Error, Equatable, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }

    init(notInForce feed: Feed, on day: Day) {
        let agreement = feed.agreement
        let why =
            switch agreement.standing(on: day) {
            case .notYetSigned: "is not in force before \(agreement.signedOn.long)"
            case .withdrawn: "was withdrawn on \((agreement.withdrawnOn ?? day).long)"
            case .expired, .inForce: "expired on \(agreement.expiresOn.long)"
            }
        description =
            "The agreement \(agreement.reference) of the feed \(feed.id) \(why). Nothing was read. When it is renewed, "
            + "put its new dates into the feed's definition."
    }
}

extension ColumnNotRead {
    /// A list as the register keeps it.
    static func json(_ columns: [ColumnNotRead]) -> String {
        var json = JSONWriter()
        json.array { json in
            for column in columns { column.write(to: &json) }
        }
        return json.text
    }

    /// As an object.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("column", column)
            json.field("reason", reason.rawValue)
        }
    }
}

import Actions
import ArgumentParser
import Exchange
import Identify
import Register
import Values

struct FeedReceiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive",
        abstract: "Take a partner's extract into the register: all of it, or nothing.",
        discussion: """
            The same extract again changes nothing. A record that a full extract no longer has is deleted, and a record \
            is kept that it was.
            """
    )

    @OptionGroup var options: FeedOptions

    @Argument(help: "The feed.")
    var feed: String

    @Argument(help: "The files of one extract, or a zip of them.")
    var files: [String]

    func run() throws {
        let definitions = try options.register.definitionsInForce()
        let feed = try options.feed(feed, definitions)
        let sources = try ReadFiles.read(files)
        let register = try options.register.open(create: true)
        if feed.isExample {
            Output.notice("\(feed.id) is an example: nobody has signed its agreement. Use it for invented data alone.")
        }
        let action = try ReceiveExtract(into: register, of: feed, on: register.workingDay())
        let reading = ProgressBar("Reading")
        let recording = ProgressBar("Recording")
        let outcome = try action.run(
            sources,
            as: LocalActor.draft(purpose: "feed", summary: "Extract of \(feed.id)"),
            reading: { reading.show($0.bytesDone, of: $0.bytesTotal) },
            recording: { recording.show($0, of: $1) }
        )
        reading.end()
        recording.end()
        say(outcome)
        if !outcome.reading.problems.isEmpty { throw Exit.problems }
    }

    private func say(_ outcome: ReceiveExtract.Outcome) {
        switch options.format {
        case .text:
            Output.result(outcome.reading.check.text() + "\n" + FeedText.notRead(outcome.reading) + words(outcome))
        case .json:
            var json = JSONWriter(indented: true)
            json.object { json in
                json.field("feed", feed)
                outcome.reading.check.write(to: &json)
                json.key("not_read")
                json.array { json in
                    for column in outcome.reading.notRead { column.write(to: &json) }
                }
                json.field("change", outcome.receipt?.change)
                json.field("extract", outcome.receipt?.number)
                json.field("new", outcome.receipt?.tally.new)
                json.field("changed", outcome.receipt?.tally.changed)
                json.field("same", outcome.receipt?.tally.same)
                json.field("gone", outcome.receipt?.tally.gone)
                json.field("held", outcome.receipt?.held)
            }
            Output.result(json.text)
        }
    }

    private func words(_ outcome: ReceiveExtract.Outcome) -> String {
        guard let receipt = outcome.receipt else {
            return "Nothing was received: mend what blocks the extract and send it again."
        }
        let held = "\(receipt.held.grouped) \(receipt.held == 1 ? "row is" : "rows are") held."
        guard let change = receipt.change else {
            return "Nothing new: this is extract \(receipt.number) again. \(held)"
        }
        let tally = receipt.tally
        return """
            Received as extract \(receipt.number) of \(feed), change \(change): \(tally.new.grouped) new, \
            \(tally.changed.grouped) changed, \(tally.same.grouped) the same, \(tally.gone.grouped) gone. \(held)
            """
    }
}

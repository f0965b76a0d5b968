import Actions
import ArgumentParser
import Documents
import Records
import Report
import Values

struct ReviewReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review-report",
        abstract: "Print a provider's service review: ten items, filled from the register and written by people.",
        discussion:
            "Without a provider it lists those there are. A review that is signed off is printed as it was then."
    )

    @Argument(help: "The provider's reference.")
    var provider: String?

    @Option(help: "The service review's name.")
    var review = "quarterly-service-review"

    @OptionGroup var time: AsAtOptions
    @OptionGroup var options: RegisterOptions

    @Option(help: "The form of the answer.")
    var format: DocumentFormat = .text

    func run() throws {
        let keeper = try options.keeper()
        let providers = try keeper.providersWithCases()
        guard let provider else {
            return Output.result(providers.map { "\($0.id.text): \($0.name)" }.joined(separator: "\n"))
        }
        guard keeper.definitions.serviceReviews.contains(where: { $0.id == review }) else {
            let names = keeper.definitions.serviceReviews.map(\.id).joined(separator: ", ")
            throw ValidationError("There is no service review of that name. Give one of: \(names).")
        }
        guard providers.contains(where: { $0.id.text == provider }),
            let document = try keeper.serviceReview(
                review,
                of: provider,
                asAt: time.day(keeper),
                knownAt: time.change(keeper)
            )
        else {
            let names = providers.map(\.id.text).joined(separator: ", ")
            throw ValidationError("No provider of that reference has a case. Give one of: \(names).")
        }
        let imprint = try keeper.imprint(document.link, knownAt: document.knownAt)
        try Output.result(document.document(format, imprint: imprint))
    }
}

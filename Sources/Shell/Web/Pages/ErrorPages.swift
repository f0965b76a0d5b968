import Documents
import Register

extension Pages {
    func notFound() -> PageAnswer {
        page(Page("Page not found"), status: 404) { html in
            html.paragraph("If you typed the address, check it is right. If you pasted it, check you copied all of it.")
            html.paragraph { html in
                html.text("Otherwise, ")
                html.link(Link("find a family", Address("search")))
                html.text(" or go to the ")
                html.link(Link("reports", Address("reports")))
                html.text(".")
            }
        }
    }

    /// A request that came under another machine's name.
    func wrongHost() -> PageAnswer {
        page(Page("This service answers this machine only"), status: 403) { html in
            html.paragraph("Open it as http://127.0.0.1 with its port, on the machine it runs on.")
        }
    }

    /// A request that could not be understood, or was too long.
    func refused(status: Int) -> PageAnswer {
        page(Page("The request could not be read"), status: status) { html in
            html.paragraph("Go back and try again.")
        }
    }

    /// Something went wrong that is nobody's fault who reads this; what it was is said only where it holds no personal
    /// data.
    func failed(_ error: any Error) -> PageAnswer {
        page(Page("There is a problem with the service"), status: 500) { html in
            if let error = error as? RegisterError {
                html.paragraph(error.description)
            } else {
                html.paragraph("Try again later. Nothing was changed.")
            }
        }
    }

    /// A question that the report cannot answer.
    func unanswered() -> PageAnswer {
        page(Page("The report has no such part"), status: 404) { html in
            html.paragraph("Check the name of the criteria set or of the figure in the address.")
            html.paragraph { $0.link(Link("Go to the reports", Address("reports"))) }
        }
    }
}

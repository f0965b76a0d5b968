import Documents
import Register

extension Pages {
    func notFound() -> PageAnswer {
        page(Page("Page not found"), status: 404) { html in
            html.paragraph("If you typed the address, check it is right. If you pasted it, check you copied all of it.")
            html.links([
                Link("Go to the home page", Address()), Link("Find a family", Address("search")),
                Link("Go to the reports", Address("reports")),
            ])
        }
    }

    /// A request that came under another name than the service's.
    func wrongHost() -> PageAnswer {
        page(Page("This service has another address"), status: 403) { html in
            html.paragraph(
                "Open it under the address that its administrator gave you. One that is not set up for others is http://127.0.0.1 with its port, on the machine it runs on."
            )
        }
    }

    /// A form that another site sent.
    func fromElsewhere() -> PageAnswer {
        page(Page("This form came from another site"), status: 403) { html in
            html.paragraph("Nothing was done. Open the page here and send its form again.")
        }
    }

    /// Something that none of the viewer's roles allows.
    func notAllowed() -> PageAnswer {
        page(Page("You may not open this page"), status: 403) { html in
            let roles = viewer.roles
            html.paragraph(roles.isEmpty ? "You have no role." : "What you may do follows from your role: \(roles).")
            html.paragraph("If you need this page for your work, ask an administrator of the service.")
            html.links([Link("Go to the home page", Address())])
        }
    }

    /// A form that its sender may not send, or not any more, as when the case was handed over meanwhile.
    func mayNotSend(_ request: PageRequest, status: Int) -> PageAnswer {
        notTaken(
            request,
            because:
                "You may not do this, or not any more: somebody else may hold the case now, or your role has changed.",
            way: Link("Go to the home page", Address()),
            status: status
        )
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

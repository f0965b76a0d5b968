/// One page: everything around its main content.
///
/// The frame writes the one first-level heading from `heading`; no other component can write one.
package struct Page: Sendable {
    /// How to go back up from a page.
    package enum Way: Sendable {
        case none
        /// To the page before, for a step of a journey.
        case back(Address)
        /// From the home page down to the page above this one.
        case breadcrumbs([Link])
    }

    package var heading: String
    /// A line above the heading, part of it for screen readers: the family's reference.
    package var caption: String?
    /// For the browser's tab, where it should differ from the heading.
    package var title: String?
    /// The section of `Site.sections` it belongs to.
    package var section: Address?
    package var way: Way
    /// After a saved action; left out where there are errors, since a page tells one thing at a time.
    package var banner: NotificationBanner?
    /// What must be put right in the page's form.
    package var errors: [FormError]
    /// For paper: what the page stands on.
    package var imprint: PageImprint?
    /// Whether the content uses the whole width, as pages of tables and charts do.
    package var isWide: Bool

    package init(
        _ heading: String,
        caption: String? = nil,
        title: String? = nil,
        section: Address? = nil,
        way: Way = .none,
        banner: NotificationBanner? = nil,
        errors: [FormError] = [],
        imprint: PageImprint? = nil,
        isWide: Bool = true
    ) {
        self.heading = heading
        self.caption = caption
        self.title = title
        self.section = section
        self.way = way
        self.banner = banner
        self.errors = errors
        self.imprint = imprint
        self.isWide = isWide
    }

    /// `Families - Homeward`, with `Error: ` before it when something must be put right.
    func tabTitle(of site: Site) -> String {
        "\(errors.isEmpty ? "" : "Error: ")\(title ?? heading) - \(site.service)"
    }
}

/// The lines at the foot of a printed page: what it covers, what was known, by which definitions, made when.
package struct PageImprint: Sendable {
    package let lines: [String]

    package init(lines: [String]) {
        self.lines = lines
    }
}

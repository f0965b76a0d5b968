/// What all pages of an installation share.
package struct Site: Sendable {
    package let service: String
    /// The council's name as it writes it: `Ambridge County Council`.
    package let council: String
    package let home: Address
    /// The main sections, in order.
    package let sections: [Link]
    /// Said at the top of every page, where there is something everyone must know.
    package let notice: Notice?
    package let footer: [Link]
    /// Style sheets for every medium, our own first, then the council's.
    package let styles: [Address]
    /// Style sheets for paper.
    package let printStyles: [Address]
    /// The picture on the browser's tab, as SVG.
    package let icon: Address?
    /// Who the page is for; nil where anybody may open everything.
    package let reader: Reader?

    package struct Notice: Sendable {
        /// One or two words: `Read only`.
        package let tag: String
        package let words: String

        package init(tag: String, words: String) {
            self.tag = tag
            self.words = words
        }
    }

    package init(
        service: String = "Homeward",
        council: String,
        home: Address = Address(),
        sections: [Link],
        notice: Notice? = nil,
        footer: [Link],
        styles: [Address],
        printStyles: [Address],
        icon: Address? = nil,
        reader: Reader? = nil
    ) {
        self.service = service
        self.council = council
        self.home = home
        self.sections = sections
        self.notice = notice
        self.footer = footer
        self.styles = styles
        self.printStyles = printStyles
        self.icon = icon
        self.reader = reader
    }
}

/// Where a link or a form leads: a path of this service with its query, or a place on the same page.
///
/// It cannot hold a script or lead to another site: a path begins with one `/`, and whatever comes from data is
/// percent-encoded.
package struct Address: Sendable, Hashable {
    private var path: String
    private var query: [QueryItem]
    private var place: String?

    private struct QueryItem: Sendable, Hashable {
        let name: String
        let value: String
    }

    /// A path from its parts, or the home page without any: `Address("families", "F 12")` is `/families/F%2012`.
    package init(_ parts: String...) {
        self.init(parts: parts)
    }

    /// A path from its parts; an empty one is left out, since `//` would begin the name of another site.
    package init(parts: [String]) {
        self.parts = parts.filter { !$0.isEmpty }
        path = "/" + self.parts.map { encoded($0) }.joined(separator: "/")
        query = []
        place = nil
    }

    /// An element of the same page: `#main-content`.
    package init(place id: String) {
        parts = []
        path = ""
        query = []
        place = id
    }

    /// The same address with this query item; one of the same name is replaced, nil takes it away.
    package func with(_ name: String, _ value: String?) -> Address {
        var address = self
        let item = value.map { QueryItem(name: name, value: $0) }
        if let index = query.firstIndex(where: { $0.name == name }) {
            address.query.replaceSubrange(index...index, with: item.map { [$0] } ?? [])
        } else if let item {
            address.query.append(item)
        }
        return address
    }

    /// The address below this one that asks the same: `/report-cards/x/actions?as-at=2026-03-31`.
    package func below(_ parts: String...) -> Address {
        var address = Address(parts: self.parts + parts)
        address.query = query
        return address
    }

    /// The same address, at the element with this id.
    package func at(place id: String) -> Address {
        var address = self
        address.place = id
        return address
    }

    /// The parts of the path, as they are before encoding.
    package let parts: [String]

    /// Whether it is a place on the same page.
    package var isOnSamePage: Bool { path.isEmpty }

    /// As it stands in `href`, before escaping.
    package var text: String {
        var text = path
        for (index, item) in query.enumerated() {
            text += (index == 0 ? "?" : "&") + encoded(item.name) + "=" + encoded(item.value)
        }
        if let place { text += "#" + encoded(place) }
        return text
    }
}

/// Words that lead somewhere.
package struct Link: Sendable, Hashable {
    package let words: String
    package let address: Address

    package init(_ words: String, _ address: Address) {
        self.words = words
        self.address = address
    }
}

/// Percent-encoded as RFC 3986 asks, all but its unreserved characters.
private func encoded(_ text: String) -> String {
    guard !text.utf8.allSatisfy(isUnreserved) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
        if isUnreserved(byte) {
            bytes.append(byte)
        } else {
            bytes += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)]
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

private func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        true
    default: false
    }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}

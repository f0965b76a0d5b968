/// Who is what to whom in a family: a box for each person, one generation below the other.
package struct FamilyTree: Sendable {
    package struct Member: Sendable {
        package let id: String
        package let name: String
        /// What stands below the name: the role and the age.
        package let note: String
        /// Whether they stand a generation below the adults, where no tie says otherwise.
        package let isChild: Bool

        package init(id: String, name: String, note: String, isChild: Bool) {
            self.id = id
            self.name = name
            self.note = note
            self.isChild = isChild
        }
    }

    /// What one is to another.
    package struct Tie: Sendable {
        package enum Kind: Sendable {
            /// One brought the other up by birth or adoption, or otherwise.
            case parent, carer, grandparent
            case partner, formerPartner
        }

        package let from: String
        package let kind: Kind
        package let to: String

        package init(from: String, _ kind: Kind, to: String) {
            self.from = from
            self.kind = kind
            self.to = to
        }
    }

    private let members: [Member]
    private let ties: [Tie]

    /// Ties that name nobody of the members are left out.
    package init(_ members: [Member], _ ties: [Tie]) {
        self.members = members
        let known = Set(members.map(\.id))
        self.ties = ties.filter { known.contains($0.from) && known.contains($0.to) && $0.from != $0.to }
    }

    private static let across = 3
    private static let box = (width: 180.0, height: 52.0)
    private static let gap = (across: 24.0, down: 44.0)

    /// How many generations above the youngest each stands.
    ///
    /// Ties are followed as often as there are people, so that those that contradict each other come to an end too.
    var generations: [String: Int] {
        var found = Dictionary(members.map { ($0.id, $0.isChild ? 0 : 1) }) { first, _ in first }
        for _ in members {
            for tie in ties {
                let (one, other) = (found[tie.from] ?? 0, found[tie.to] ?? 0)
                switch tie.kind {
                case .parent, .carer: found[tie.from] = max(one, other + 1)
                case .grandparent: found[tie.from] = max(one, other + 2)
                case .partner, .formerPartner:
                    found[tie.from] = max(one, other)
                    found[tie.to] = max(one, other)
                }
            }
        }
        return found.mapValues { min($0, members.count) }
    }

    /// Where each stands: the eldest generation above, no more than three side by side.
    var boxes: [String: Box] {
        let generations = generations
        var boxes: [String: Box] = [:]
        var top = FamilyTree.keyHeight
        for generation in Set(generations.values).sorted(by: >) {
            let row = members.filter { generations[$0.id] == generation }
            for start in stride(from: 0, to: row.count, by: FamilyTree.across) {
                let part = row[start..<min(start + FamilyTree.across, row.count)]
                let width = Double(part.count) * (FamilyTree.box.width + FamilyTree.gap.across) - FamilyTree.gap.across
                var left = (chartWidth - width) / 2
                for member in part {
                    boxes[member.id] = Box(
                        left: left,
                        top: top,
                        width: FamilyTree.box.width,
                        height: FamilyTree.box.height
                    )
                    left += FamilyTree.box.width + FamilyTree.gap.across
                }
                top += FamilyTree.box.height + FamilyTree.gap.down
            }
        }
        return boxes
    }

    private static let keyHeight = 34.0

    package func drawing() -> Drawing {
        let boxes = boxes
        let bottom = boxes.values.map(\.bottom).max() ?? FamilyTree.keyHeight
        var drawing = Drawing(width: chartWidth, height: bottom + 10)
        drawKey(in: &drawing)
        // Lines first: they pass behind the boxes.
        for tie in ties {
            guard let one = boxes[tie.from], let other = boxes[tie.to] else { continue }
            drawing.line(one.middle, other.middle, tie.kind.stroke)
        }
        for member in members {
            guard let box = boxes[member.id] else { continue }
            drawing.add(.bar(box, fill: .white, outline: Stroke(.ink, width: 1)))
            let name = Letters.fit(member.name, size: Letters.smallest, width: box.width - 12)
            let note = Letters.fit(member.note, size: Letters.smallest, width: box.width - 12)
            drawing.label(Label(name, at: Point(box.middle.x, box.top + 22), anchor: .middle))
            drawing.label(Label(note, at: Point(box.middle.x, box.top + 42), anchor: .middle))
        }
        return drawing
    }

    private func drawKey(in drawing: inout Drawing) {
        var left = 0.0
        for (kind, words) in [(Tie.Kind.parent, "parent"), (.carer, "step-parent or carer"), (.partner, "partner")] {
            drawing.line(Point(left, 12), Point(left + 36, 12), kind.stroke)
            let label = Label(words, at: Point(left + 44, 17))
            drawing.label(label)
            left += 44 + label.width + 28
        }
    }
}

extension FamilyTree.Tie.Kind {
    fileprivate var stroke: Stroke {
        switch self {
        case .parent, .grandparent: Stroke(.ink)
        case .carer: Stroke(.ink, dash: .dashed)
        case .partner, .formerPartner: Stroke(.ink, dash: .dotted)
        }
    }
}

extension Box {
    fileprivate var middle: Point { Point(left + width / 2, top + height / 2) }
}

extension HTML {
    /// A family tree, with the same in words for those who do not see it; on a phone the picture scrolls by itself.
    package mutating func familyTree(_ tree: FamilyTree, inWords words: String) {
        scrolling(label: "Family tree") { html in
            html.svg(tree.drawing(), id: "family-tree", title: "Family tree", description: words)
        }
    }
}

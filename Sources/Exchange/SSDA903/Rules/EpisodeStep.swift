import Values

/// An episode among those of the same child, in the order they began: what a rule looks at.
///
/// Episodes without a child or a real start have no place in that order, so nothing is before or after them.
struct EpisodeStep {
    let episode: Episode
    let previous: Episode?
    /// The one before the previous.
    let secondPrevious: Episode?
    let next: Episode?
    let child: ChildOfReturn
    let year: CollectionYear

    /// The first of the child's episodes in the return.
    var isFirst: Bool { previous == nil && episode.child != nil && episode.start != nil }
}

/// What the rules need to know about a child beyond one episode and its neighbours.
struct ChildOfReturn {
    /// DOB of the header; nil where the child is not in it or the date is not real.
    var birth: Day?
    /// Days of respite (V3) that lie in the collection year.
    var respiteDays = 0
    /// Starts of the episodes that last year's return left open.
    var openLastYear: [Day] = []
}

internal import Archive
internal import Markdown
internal import Newsletter

/// Places many entries one after the other, as ``Placement`` does, without reading the draft anew after each.
///
/// An item that only lengthens a list changes nothing for those that follow, except where the list's entries are. Such
/// items are gathered, written together and read once. What is read is compared with what was expected, so that the
/// draft is the same, byte by byte, as if they had been placed singly. Everything else is placed at once.
struct PlacementBatch {
    /// The gathered items were read otherwise than expected; placed singly they may give another draft.
    struct Misprediction: Error {}

    /// As it was read last, without the items that are gathered.
    private(set) var draft: WorkingDraft
    /// How often it was read.
    private(set) var readings = 0
    private let publication: Publication
    private let gathers: Bool
    private var placement: Placement
    private var lists: [Int: GatheredList] = [:]
    private var awaited: Set<String> = []
    private var asked: Set<String> = []

    /// - Parameter gathers: whether items are gathered; a single one needn't be.
    private init(into draft: WorkingDraft, publication: Publication, gathers: Bool) {
        self.draft = draft
        self.publication = publication
        self.gathers = gathers
        placement = Placement(into: draft, publication: publication)
    }

    // MARK: Steps

    /// Does a row of steps, with all items gathered where they are read as expected, else each half of the steps for itself.
    ///
    /// - Parameters:
    ///   - state: what the steps change; what they did to it is forgotten where they are done again.
    ///   - draft: where the state has its draft.
    ///   - work: takes the steps in order.
    static func run<Step, State>(
        _ steps: ArraySlice<Step>, on state: inout State, draft: WritableKeyPath<State, WorkingDraft>,
        publication: Publication, work: (ArraySlice<Step>, inout State, inout PlacementBatch) throws -> Void
    ) throws {
        guard !steps.isEmpty else { return }
        var attempt = state
        var batch = PlacementBatch(
            into: state[keyPath: draft], publication: publication, gathers: steps.count > 1)
        do throws(any Error) {
            try work(steps, &attempt, &batch)
            try batch.settle()
            attempt[keyPath: draft] = batch.draft
            state = attempt
        } catch is Misprediction {
            let middle = steps.startIndex + steps.count / 2
            for half in [steps[..<middle], steps[middle...]] {
                try run(half, on: &state, draft: draft, publication: publication, work: work)
            }
        }
    }

    // MARK: Placing

    /// - Throws: as ``Placement/placing(_:)``; the draft is as before then. ``Misprediction``.
    mutating func place(_ candidate: Candidate) throws {
        if gathers, let item = try placement.listItem(for: candidate), gather(item, candidate) { return }
        try settle()
        take(try placement.placing(candidate))
    }

    /// Places an event's lines in a region.
    ///
    /// - Throws: as ``Placement/placing(_:of:inRegion:of:)``; the draft is as before then. ``Misprediction``.
    mutating func place(
        _ lines: String, of event: Event, inRegion region: String, of candidate: Candidate
    ) throws {
        if gathers,
            let item = try placement.listItem(lines, of: event, inRegion: region, of: candidate, hasAddress: false),
            gather(item, candidate)
        {
            return
        }
        try settle()
        take(try placement.placing(lines, of: event, inRegion: region, of: candidate))
    }

    /// Whether the draft has to be read, by ``settle()``, before anybody can tell whether it has an entry already.
    mutating func mayHold(_ identity: String) -> Bool {
        asked.insert(identity)
        return awaited.contains(identity)
    }

    /// Whether the item was gathered.
    private mutating func gather(_ item: Placement.ListItem, _ candidate: Candidate) -> Bool {
        let section = draft.issue.sections[item.section]
        var order: EventOrder?
        if section.kind == .events {
            let read = IssueReader.listItems(
                item.lines, inSection: section.title, of: section.kind, header: draft.issue.header)
            guard read.count == 1 else { return false }
            order = EventOrder(read[0])
        }
        let identity = candidate.identity
        lists[item.section, default: GatheredList(section)].add(
            GatheredList.Item(
                lines: item.lines, section: item.section, order: order, hasAddress: item.hasAddress,
                identity: identity),
            before: item.event.map { EventOrder($0) })
        awaited.insert(identity)
        return true
    }

    // MARK: Reading

    /// Has the draft hold what was gathered.
    ///
    /// - Throws: ``Misprediction``.
    mutating func settle() throws {
        asked = lists.isEmpty ? [] : asked
        guard !lists.isEmpty else { return }
        let insertions = lists.keys.sorted().flatMap { lists[$0]?.insertions ?? [] }
        var writer = IssueWriter(draft.bytes)
        for (line, item) in insertions { writer.insert(item.lines, aboveLine: line) }
        let next: WorkingDraft
        do throws(any Error) {
            next = try draft.with(try writer.bytes())
        } catch {
            // Placing one by one finds out which of them cannot be read.
            throw Misprediction()
        }
        guard let comparison = GatheredComparison(insertions), comparison.isExpected(next, after: draft, asked: asked)
        else { throw Misprediction() }
        take(next)
    }

    private mutating func take(_ next: WorkingDraft) {
        draft = next
        readings += 1
        placement = Placement(into: next, publication: publication)
        lists = [:]
        awaited = []
        asked = []
    }
}

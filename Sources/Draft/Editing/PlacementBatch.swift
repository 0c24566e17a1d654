internal import Archive
internal import Markdown
internal import Newsletter

/// Adds many entries one after the other, as ``Placement`` does, without reading the draft again after each.
///
/// Items that only lengthen a list are gathered, written together and read once. The result is compared with the
/// expected one, so that the draft is the same, byte for byte, as if the items had been added one by one. All other
/// entries are added immediately.
struct PlacementBatch {
    /// The error if the gathered items weren't read as expected, so that they must be added one by one.
    struct Misprediction: Error {}

    /// The draft as it was last read, without the gathered items.
    private(set) var draft: WorkingDraft
    /// How many times the draft was read.
    private(set) var readings = 0
    private let publication: Publication
    private let gathers: Bool
    private var placement: Placement
    private var lists: [Int: GatheredList] = [:]
    private var awaited: Set<String> = []
    private var checked: Set<String> = []

    /// - Parameter gathers: whether to gather items; unnecessary for a single one.
    private init(into draft: WorkingDraft, publication: Publication, gathers: Bool) {
        self.draft = draft
        self.publication = publication
        self.gathers = gathers
        placement = Placement(into: draft, publication: publication)
    }

    // MARK: Steps

    /// Runs steps with all items gathered if they are read as expected; else runs each half of the steps separately.
    ///
    /// - Parameters:
    ///   - state: the value that the steps change; the changes are discarded if the steps are run again.
    ///   - draft: the key path of the draft in the state.
    ///   - work: runs the given steps in order.
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

    /// - Throws: the errors of ``Placement/placing(_:)``, and then the draft is unchanged; ``Misprediction``.
    mutating func place(_ candidate: Candidate) throws {
        if gathers, let item = try placement.listItem(for: candidate), gather(item, candidate) { return }
        try settle()
        take(try placement.placing(candidate))
    }

    /// Adds an event's lines to a region.
    ///
    /// - Throws: the errors of ``Placement/placing(_:of:inRegion:of:)``, and then the draft is unchanged;
    ///   ``Misprediction``.
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

    /// Whether the draft must be read, by ``settle()``, to find out whether it already has an entry.
    mutating func mayHold(_ identity: String) -> Bool {
        checked.insert(identity)
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
        let identity = candidate.identityInIssue
        lists[item.section, default: GatheredList(section)].add(
            GatheredList.Item(
                lines: item.lines, section: item.section, order: order, hasAddress: item.hasAddress,
                identity: identity),
            before: item.event.map { EventOrder($0) })
        awaited.insert(identity)
        return true
    }

    // MARK: Reading

    /// Writes the gathered items into the draft.
    ///
    /// - Throws: ``Misprediction``.
    mutating func settle() throws {
        checked = lists.isEmpty ? [] : checked
        guard !lists.isEmpty else { return }
        let insertions = lists.keys.sorted().flatMap { lists[$0]?.insertions ?? [] }
        var writer = IssueWriter(draft.bytes)
        for (line, item) in insertions { writer.insert(item.lines, aboveLine: line) }
        let next: WorkingDraft
        do throws(any Error) {
            next = try draft.with(try writer.bytes())
        } catch {
            // Adding them one by one finds out which of them can't be read.
            throw Misprediction()
        }
        guard let comparison = GatheredComparison(insertions),
            comparison.isExpected(next, after: draft, checked: checked)
        else { throw Misprediction() }
        take(next)
    }

    private mutating func take(_ next: WorkingDraft) {
        draft = next
        readings += 1
        placement = Placement(into: next, publication: publication)
        lists = [:]
        awaited = []
        checked = []
    }
}

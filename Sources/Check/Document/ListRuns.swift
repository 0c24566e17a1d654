/// Finds the items of lists with their depths.
enum ListRuns {
    struct Item {
        /// The index of the item's line.
        var line: Int
        /// The item's depth; 0 for items that aren't nested.
        var depth: Int
        /// The column of its bullet; tabs count as in CommonMark (2.2).
        var column: Int
    }

    /// Lists that belong together under one heading, with nested lists in their position.
    static func runs(of document: Document) -> [[Item]] {
        var runs: [[Item]] = []
        var run: [Item] = []
        // Where the text of each open item begins: an item indented at least as far is nested in it.
        var open: [Int] = []
        func finish() {
            if !run.isEmpty { runs.append(run) }
            (run, open) = ([], [])
        }
        for (index, line) in document.lines.enumerated() {
            switch line.kind {
            case .item:
                let column = Self.column(of: line.bytes.lowerBound + line.indent, in: line, document.bytes)
                while let last = open.last, column < last { open.removeLast() }
                run.append(Item(line: index, depth: open.count, column: column))
                open.append(Self.column(of: line.content, in: line, document.bytes))
            case .heading, .rule, .definition, .header: finish()
            case .text where index > 0 && document.lines[index - 1].kind == .blank && line.indent < 2: finish()
            default: continue
            }
        }
        finish()
        return runs
    }

    private static func column(of offset: Int, in line: Line, _ bytes: [UInt8]) -> Int {
        bytes[line.bytes.lowerBound..<offset].reduce(0) { $1 == 0x09 ? $0 / 4 * 4 + 4 : $0 + 1 }
    }
}

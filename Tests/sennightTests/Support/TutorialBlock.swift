/// A block of code in the tutorial that a reader types.
///
/// A comment in the line above it states what the reader does with the text, or that its command keeps running.
enum TutorialBlock: Equatable {
    struct Step: Equatable {
        var line: String
        /// What the guide shows below the command.
        var output: [String]
    }

    enum Edit: Equatable {
        case append(to: String)
        case replace(line: String, in: String)
    }

    case commands([Step])
    case server(Step)
    case edit(Edit, text: String)

    static func all(in guide: String) -> [TutorialBlock] {
        var blocks: [TutorialBlock] = []
        var lines = guide.split(separator: "\n", omittingEmptySubsequences: false)[...]
        var note = ""
        while let line = lines.popFirst() {
            guard line.hasPrefix("```") else {
                note = line.hasPrefix("<!-- test: ") ? String(line.dropFirst(11).dropLast(4)) : ""
                continue
            }
            let body = lines.prefix { $0 != "```" }.map(String.init)
            lines = lines.dropFirst(body.count + 1)
            if line == "```console" {
                let steps = Self.steps(in: body)
                blocks += note == "start a server" ? steps.map(Self.server) : [.commands(steps)]
            } else if let edit = Edit(note) {
                blocks.append(.edit(edit, text: body.joined(separator: "\n") + "\n"))
            }
            note = ""
        }
        return blocks
    }

    private static func steps(in body: [String]) -> [Step] {
        var steps: [Step] = []
        var isContinued = false
        for line in body {
            let text = line.hasSuffix("\\") ? String(line.dropLast()) : line
            if isContinued {
                steps[steps.count - 1].line += text
            } else if line.hasPrefix("$ ") {
                steps.append(Step(line: String(text.dropFirst(2)), output: []))
            } else if !steps.isEmpty {
                steps[steps.count - 1].output.append(line)
            }
            isContinued = line.hasSuffix("\\")
        }
        return steps
    }
}

extension TutorialBlock.Edit {
    /// From `append to FILE` or `replace "LINE" in FILE`; nil for anything else.
    fileprivate init?(_ note: String) {
        if let match = note.wholeMatch(of: /append to (\S+)/) {
            self = .append(to: String(match.1))
        } else if let match = note.wholeMatch(of: /replace "(.+)" in (\S+)/) {
            self = .replace(line: String(match.1), in: String(match.2))
        } else {
            return nil
        }
    }
}

package import Newsletter
package import Text

extension Correction {
    /// The correction and its changes, for a list.
    package var lines: [PrintableText] {
        let moment = SourceState.moment(time)
        let place: PrintableText = entry.map { " ['\($0.title)']" } ?? ""
        return ["\(moment)  \(reason)\(place)\(isSilent ? " (silent)" : "")"] + changeLines.map { "  \($0)" }
    }

    /// What has changed, a line for each difference.
    package var changeLines: [PrintableText] {
        changes.map { change in
            let title: PrintableText = change.title.map { " '\($0)'" } ?? ""
            let section: PrintableText = change.section.map { " under \($0)" } ?? ""
            return "\(change.kind.rawValue)\(title)\(section)"
        }
    }
}

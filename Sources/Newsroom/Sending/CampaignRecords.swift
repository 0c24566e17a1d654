internal import Context
internal import Newsletter
internal import Store

/// The campaigns that began to be sent, one file each, outside the store: a store without one of them is a restored
/// backup.
///
/// A file is durable before the first message of its campaign is sent, and never changes afterwards.
struct CampaignRecords: Sendable {
    private let folder: String
    private let files: Files

    init(_ folder: String, files: Files) {
        self.folder = folder
        self.files = files
    }

    /// What a file says about a campaign.
    struct Record: Hashable, Sendable {
        var number: Int
        var new: NewCampaign
        /// When it was approved, in seconds since 1970.
        var approved: Int
        /// What the store would call a message about the issue to nobody: another store calls it something else.
        var name: String
    }

    /// Records that a campaign begins to be sent. Does nothing if that is recorded.
    ///
    /// - Throws: ``FileError``; then nothing may be sent.
    func add(_ campaign: Campaign, name: String) throws(FileError) {
        let path = path(of: campaign.number)
        guard files.status(path) == nil else { return }
        let lines = [
            "issue \(campaign.issue)", "subject \(campaign.subject.replacing("\n", with: " "))",
            "content \(Base64URL.text(campaign.content))", "approved \(campaign.created)",
            "when-uncertain \(campaign.uncertainty.rawValue)", "name \(name)",
        ]
        try files.writeDurably(path, Array((lines.joined(separator: "\n") + "\n").utf8))
    }

    /// - Returns: all records, by number.
    /// - Throws: ``FileError``; a ``Diagnostic`` if a file has something else.
    func all() throws -> [Record] {
        try files.list(folder).compactMap { file in try Int(file.path).map { try read($0) } }
            .sorted { $0.number < $1.number }
    }

    private func path(of number: Int) -> String { "\(folder)/\(number)" }

    private func read(_ number: Int) throws -> Record {
        let text = String(decoding: try files.read(path(of: number), atMost: 1 << 16), as: UTF8.self)
        var fields: [Substring: String] = [:]
        for line in text.split(separator: "\n") {
            let key = line.prefix { $0 != " " }
            fields[key] = String(line.dropFirst(key.count + 1))
        }
        guard let issue = fields["issue"], let subject = fields["subject"], let name = fields["name"],
            let content = fields["content"].flatMap(Base64URL.bytes),
            let approved = fields["approved"].flatMap({ Int($0) }),
            let uncertainty = fields["when-uncertain"].flatMap(Campaign.Uncertainty.init)
        else {
            throw Diagnostic(
                "the record of campaign \(number) is damaged",
                remedy: "Restore the file from a backup, or remove it if the store isn't a restored backup",
                file: path(of: number))
        }
        return Record(
            number: number,
            new: NewCampaign(
                issue: issue, subject: subject, content: content, notBefore: 0, uncertainty: uncertainty),
            approved: approved, name: name)
    }
}

internal import Address
internal import Context
internal import Newsletter
internal import Settings
internal import Text

/// What the preview of an announcement finds: whether the account can be used, and what the text will be.
struct AnnouncementPreview {
    let target: any PublishTarget

    /// What a service said about the credentials.
    struct Access {
        /// The account that posts.
        var account: String
        /// A problem that doesn't concern the credentials.
        var problem: String?
    }

    /// - Parameters:
    ///   - access: asks the service about the credentials.
    ///   - text: makes the text.
    func preview(
        _ request: PublishRequest, access: () async throws(StepFault) -> Access,
        text: () throws(StepFault) -> String
    ) async -> StepPreview {
        var preview = StepPreview(changes: [])
        var account = ""
        do throws(StepFault) {
            let found = try await access()
            account = " as \(found.account)"
            if let problem = found.problem { preview.problems.append(problem) }
        } catch {
            preview.problems.append(request.context.redactor.redacted(error.description))
        }
        do throws(StepFault) {
            let line = try text().replacing("\n", with: " / ")
            preview.changes.append("post on \(LinkHost.of(target.target) ?? target.target)\(account): \(line)")
        } catch {
            preview.problems.append(error.description)
        }
        return preview
    }
}

extension SettingsFields {
    /// A service's URL without a trailing slash; empty if a required one is missing.
    func serverAddress(_ key: String) -> String {
        let address = text(key)
        return address.hasSuffix("/") ? String(address.dropLast()) : address
    }
}

extension JSONText {
    /// On one line, as text.
    var line: String { String(decoding: bytes, as: UTF8.self) }
}

extension String {
    /// A JSON object with another member before those that it has; nil if this isn't an object with members.
    func inserting(_ name: String, _ value: String) -> String? {
        guard hasPrefix("{\"") else { return nil }
        return JSONText.members([(name, .text(value))]).line.dropLast() + "," + dropFirst()
    }
}

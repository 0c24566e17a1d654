internal import Address
internal import Newsletter
internal import Settings

extension SourceRequest {
    /// The results of several searches or tags; if one fails, its error becomes a fault.
    func gatherPosts(
        _ searches: [String], least: Int = 0,
        _ posts:
            @escaping @Sendable (String) async throws(SourceFault) -> (
                items: [DiscussedPost], faults: [SourceFault]
            )
    ) async -> CollectionResult {
        // One after the other: these places are slow to forgive.
        var all: (items: [DiscussedPost], faults: [SourceFault]) = ([], [])
        for search in searches {
            do throws(SourceFault) {
                let found = try await posts(search)
                all.items += found.items
                all.faults += found.faults
            } catch {
                all.faults.append(error)
            }
        }
        return result(all.items, least: least, faults: all.faults)
    }
}

extension SettingsFields {
    /// A server's URL without a trailing slash; empty if a required one is missing.
    func address(_ key: String) -> String {
        let address = text(key)
        if !address.isEmpty, LinkHost.of(address) == nil {
            report(key, "is not a web address: '\(address)'", remedy: "Write 'https://…'")
        }
        return address.hasSuffix("/") ? String(address.dropLast()) : address
    }
}

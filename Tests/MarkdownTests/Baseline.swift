import Foundation
import TestKit

/// Today's pages, as `baseline/` tells of them.
enum Baseline {
    struct Addresses: Decodable {
        var path: String
        var headings: [Heading]

        /// `[2, "upcoming-events"]`.
        struct Heading: Decodable {
            var level: Int
            var id: String

            init(from decoder: any Decoder) throws {
                var values = try decoder.unkeyedContainer()
                level = try values.decode(Int.self)
                id = try values.decode(String.self)
            }
        }
    }

    struct Page: Decodable {
        var file: String
        var links: [String]
        var sha256: String
    }

    /// By the file name.
    static let addresses: Result<[String: Addresses], any Error> = Result {
        let data = try Data(contentsOf: URL(filePath: TestData.path("baseline/addresses.json")))
        return try JSONDecoder().decode([String: Addresses].self, from: data)
    }

    static let pages: Result<[String: Page], any Error> = Result {
        let lines = try Data(contentsOf: URL(filePath: TestData.path("baseline/pages.jsonl"))).split(separator: 0x0A)
        let pages = try lines.map { try JSONDecoder().decode(Page.self, from: $0) }
        return Dictionary(uniqueKeysWithValues: pages.map { ($0.file, $0) })
    }
}

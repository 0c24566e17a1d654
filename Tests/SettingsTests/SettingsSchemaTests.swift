import Foundation
import Testing
import Text

@testable import Settings

@Suite struct SettingsSchemaTests {
    private func schema() throws -> [String: Any] {
        let source = KindDeclaration(
            name: "posts", summary: "posts", keys: SettingsMapping([Setting("least", .number(0...9), "L", default: 5)]),
            common: SourceList.common)
        let bytes = SettingsSchema(kinds: [source]).json.bytes
        return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test func describesEveryKeyWithItsDefault() throws {
        let schema = try schema()
        let properties = try #require(schema["properties"] as? [String: [String: Any]])
        #expect(Set(properties.keys) == Set(PublicationKeys.declared.settings.map(\.key)))
        #expect(properties.values.allSatisfy { ($0["description"] as? String)?.isEmpty == false })
        #expect(properties["timezone"]?["default"] as? String == "UTC")
        #expect(properties["look-back"]?["default"] as? Int == 6 && properties["look-back"]?["maximum"] as? Int == 1000)
        #expect(schema["required"] as? [String] == ["title", "url"])
    }

    @Test func refusesKeysThatAreNotDeclared() throws {
        func open(_ value: Any, _ path: String) -> [String] {
            if let list = value as? [Any] { return list.flatMap { open($0, path + "[]") } }
            guard let object = value as? [String: Any] else { return [] }
            let inner = object.flatMap { open($0.value, "\(path).\($0.key)") }
            // What "if" and the list of kinds look at isn't all there is.
            let looksOnly = path.hasSuffix(".if") || object["allOf"] != nil
            let isOpen = object["properties"] is [String: Any] && object["additionalProperties"] as? Bool != false
            return inner + (isOpen && !looksOnly && object["type"] as? String == "object" ? [path] : [])
        }
        #expect(open(try schema(), "") == [])
    }

    @Test func givesEachKindOfSourceItsKeys() throws {
        let properties = try #require(try schema()["properties"] as? [String: [String: Any]])
        let item = try #require(properties["sources"]?["items"] as? [String: Any])
        let kinds = try #require(item["allOf"] as? [[String: Any]])
        let keys = try #require((kinds.first?["then"] as? [String: Any])?["properties"] as? [String: Any])
        #expect(Set(keys.keys) == ["source", "name", "section", "least"])
    }
}

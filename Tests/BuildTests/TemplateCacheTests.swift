import Mustache
import Testing

@testable import Build

/// The press prints what the template library itself would render.
@Suite struct TemplateCacheTests {
    private static let template = """
        <title>{{title}}</title>{{{title}}} {{&title}} {{const}} {{{const}}} {{site.name}}
        {{#flag}}yes {{title}}{{/flag}}{{^flag}}no{{/flag}}
        {{#missing}}never{{/missing}}{{^missing}}absent{{/missing}}[{{missing}}]
        {{{body}}}
        {{#object}}{{name}} {{title}}{{/object}}
        {{#list}}
          <li>{{name}}{{#extra}} ({{extra}}){{/extra}}{{^extra}} -{{/extra}} {{title}}</li>
          {{> inner}}
        {{/list}}
        {{^list}}empty{{/list}}

        """

    private static let constants: TemplateContext = [
        "const": .text("<C> & 'c' \"q\""), "site": .object(["name": .text("Ä & Ö")]),
    ]

    private static let shapes: [TemplateContext] = [
        [:],
        ["title": .text("")],
        ["title": .text("<b> & \"it's\" \u{301}<")],
        ["title": .text("{{title}} 0<1"), "flag": .flag(true)],
        ["title": .text("A"), "flag": .flag(false), "body": .html(Array("<p>1 &amp; 2</p>\n".utf8))],
        ["title": .text("A"), "object": .object(["name": .text("<n>")])],
        ["title": .text("A"), "list": .list([])],
        [
            "title": .text("A"),
            "list": .list([["name": .text("1 < 2")], ["name": .text("x"), "extra": .text("& more")], [:]]),
        ],
        ["title": .text("A"), "const": .text("covered")],
        ["list": .list([["name": .text("a"), "title": .text("inner")]]), "title": .text("outer")],
    ]

    private func library() throws -> MustacheLibrary {
        MustacheLibrary(templates: [
            "page": try MustacheTemplate(string: Self.template),
            "inner": try MustacheTemplate(string: "<i>{{name}}</i>\n"),
        ])
    }

    @Test("Prints what the library renders", arguments: shapes.indices)
    func printsWhatTheLibraryRenders(index: Int) throws {
        let (library, values) = (try library(), Self.shapes[index])
        let templates = TemplateCache(library: library, constants: Self.constants)
        let wanted = try #require(library.render(plain(Self.constants.merging(values)), withTemplate: "page"))
        // Twice: the first sets the plate, the second prints from it.
        for _ in 1...2 { #expect(String(decoding: templates.render("page", values), as: UTF8.self) == wanted) }
    }

    @Test func keepsShapesApart() throws {
        let library = try library()
        let templates = TemplateCache(library: library, constants: Self.constants)
        for values in Self.shapes + Self.shapes.reversed() {
            let wanted = try #require(library.render(plain(Self.constants.merging(values)), withTemplate: "page"))
            #expect(String(decoding: templates.render("page", values), as: UTF8.self) == wanted)
        }
    }

    @Test func leavesPrivateCharactersOfTheTextsAlone() throws {
        let text = "\u{F8F0}7<\u{F8F1} \u{F8F0}x\u{F8F1}"
        let library = MustacheLibrary(templates: ["page": try MustacheTemplate(string: "\(text){{{const}}}{{{title}}}")]
        )
        let templates = TemplateCache(library: library, constants: ["const": .text(text)])
        #expect(String(decoding: templates.render("page", ["title": .text(text)]), as: UTF8.self) == text + text + text)
    }

    @Test func givesNothingForATemplateThatIsNotThere() throws {
        #expect(TemplateCache(library: try library(), constants: [:]).render("other", [:]).isEmpty)
    }

    private func plain(_ context: TemplateContext) -> [String: Any] {
        var object: [String: Any] = [:]
        for (name, value) in context.pairs {
            switch value {
            case .text(let text): object[name] = text
            case .html(let bytes): object[name] = String(decoding: bytes, as: UTF8.self)
            case .flag(let flag): object[name] = flag
            case .object(let inner): object[name] = plain(inner)
            case .list(let items): object[name] = items.map(plain)
            }
        }
        return object
    }
}

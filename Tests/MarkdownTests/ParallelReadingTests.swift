import Context
import Markdown
import Testing

/// Texts read on many threads at once come out as they do alone.
@Suite struct ParallelReadingTests {
    /// Some with strikethrough, some without a `~`; long enough to be read at the same time.
    private static let texts = [
        "~~gone~~ and *~~kept~~ not*, ", "a ~ b ~~c *d ~~e~~*~~ ", "| ~~a~~ | ~b |\n|-|-|\n| c~~d~~ | `~` |\n\n",
        "no mark, *a **b** c* ", "~single~ ~~double~~ ~~~ a\n\n", "*~a~* _~~b~~_ **c~**d~ ",
    ].map { String(repeating: $0, count: 400) }

    @Test func readsStrikethroughOnManyThreadsAsOnOne() async {
        let alone = Self.texts.map(html)
        #expect(alone[0].hasPrefix("<p><del>gone</del> and <em><del>kept</del> not</em>, "))
        let items = (0..<480).map { $0 % Self.texts.count }
        let together = await Window.map(items, jobs: 16) { html(Self.texts[$0]) }
        let different = zip(items, together).filter { alone[$0] != $1 }
        #expect(different.isEmpty, "\(different.count) of \(items.count) texts came out otherwise")
    }
}

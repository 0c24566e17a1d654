import Newsletter
import Testing

@Suite struct LanguageTagTests {
    /// Tags of RFC 5646, appendix A, and others.
    @Test(arguments: [
        "de", "zh-Hant", "zh-cmn-Hans-CN", "sr-Latn-RS", "sl-rozaj-biske", "de-CH-1901", "sl-IT-nedis", "es-419",
        "de-CH-x-phonebk", "az-Arab-x-AZE-derbend", "x-whatever", "en-US-u-islamcal", "zh-CN-a-myext-x-private",
        "PT-br", "yue", "ast",
    ])
    func acceptsWellFormedTags(tag: String) {
        #expect(LanguageTag(tag)?.text == tag)
    }

    @Test(arguments: [
        "", "e", "1e", "de_DE", "de-", "-de", "de--CH", "deutsch-land-is-long-ish", "de-419-DE", "ar-a", "a-DE",
        "de-x", "x", "englishes", "de DE", "日本",
    ])
    func refusesOtherTexts(tag: String) {
        #expect(LanguageTag(tag) == nil)
    }

    @Test(arguments: [
        ("ar", true), ("he-IL", true), ("fa", true), ("az-Arab", true), ("pa-Arab-PK", true), ("ur-Latn", false),
        ("en", false), ("pa", false),
    ])
    func knowsTheDirection(tag: String, isRightToLeft: Bool) {
        #expect(LanguageTag(tag)?.isRightToLeft == isRightToLeft)
    }

    @Test(arguments: [
        ("ES", "es"), ("ZH-CN", "zh-CN"), ("JP", "ja"), ("PR", nil), ("HN", nil), ("WS-RS", nil), ("ES-", nil),
        ("", nil),
    ])
    func knowsTheLanguageOfAnEditorsTag(text: String, language: String?) {
        #expect(LanguageCodes.language(ofTag: text) == language)
    }
}

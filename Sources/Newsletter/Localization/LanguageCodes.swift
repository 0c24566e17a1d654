/// The codes of languages that editors write before titles.
package enum LanguageCodes {
    /// The language tag for the text of an editor's tag in capitals, such as `ES` or `ZH-CN`; nil if it names no language.
    package static func language(ofTag text: String) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let code = parts.first?.lowercased(), parts.count <= 2 else { return nil }
        let language = countries[code] ?? code
        guard known.contains(language) else { return nil }
        guard parts.count == 2 else { return language }
        return parts[1].utf8.count == 2 ? "\(language)-\(parts[1])" : nil
    }

    /// Codes of countries that are often written for the language, and aren't the code of another one.
    private static let countries = ["jp": "ja", "cn": "zh", "ua": "uk", "cz": "cs", "gr": "el", "dk": "da"]

    /// The two-letter codes of ISO 639-1.
    private static let known: Set<String> = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en \
        eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv \
        ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne \
        ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st \
        su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split(separator: " ").map(String.init))
}

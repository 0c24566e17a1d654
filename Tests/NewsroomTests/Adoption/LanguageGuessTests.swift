import Testing

@testable import Newsroom

@Suite struct LanguageGuessTests {
    @Test(arguments: [
        ("Der Tee und das Wasser sind heiß, und der Becher ist nicht auf dem Tisch. ", "de"),
        ("El té y el agua para los vasos, por una de las mesas del bar. ", "es"),
        ("Le thé et les tasses, une pour des amis, est dans la boîte du fond. ", "fr"),
        ("The tea and the water of this cup, with milk for the cat. ", nil),
        ("这里记录每周值得分享的茶 Tea [茶](https://a.example/)。", "zh"), ("お茶は熱いです。日本の茶。", "ja"),
        ("Чай горячий, вода тоже.", "ru"), ("Tea 1, Tea 2.", nil),
    ])
    func tellsTheLanguage(text: String, tag: String?) {
        var guess = LanguageGuess()
        for _ in 1...5 { guess.add("# Tea\n\n" + String(repeating: text, count: 3)) }
        #expect(guess.tag == tag)
    }
}

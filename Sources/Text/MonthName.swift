/// The names of months in the languages that titles and feeds are written in.
package enum MonthName {
    /// - Parameter word: a name or at least its first three letters, in lower case.
    package static func number(of word: String) -> Int? { MonthNames.month(word) }
}

/// Recognises typing errors: one letter too many, missing or wrong, or two letters swapped.
package enum Typo {
    package static func isOne(_ written: [UInt8], _ meant: [UInt8]) -> Bool {
        guard written != meant, abs(written.count - meant.count) <= 1 else { return false }
        var start = 0
        while start < min(written.count, meant.count), written[start] == meant[start] { start += 1 }
        var (left, right) = (written.count, meant.count)
        while left > start, right > start, written[left - 1] == meant[right - 1] {
            (left, right) = (left - 1, right - 1)
        }
        switch (left - start, right - start) {
        case (1, 0), (0, 1), (1, 1): return true
        case (2, 2): return written[start] == meant[start + 1] && written[start + 1] == meant[start]
        default: return false
        }
    }
}

/// Lets two tasks wait for each other.
actor Meeting {
    private var first: CheckedContinuation<Void, Never>?

    func wait() async {
        if let first {
            first.resume()
            self.first = nil
            return
        }
        await withCheckedContinuation { first = $0 }
    }
}

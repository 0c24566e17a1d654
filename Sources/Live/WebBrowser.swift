internal import Newsletter

/// Starts the user's web browser.
package enum WebBrowser {
    /// Opens a page.
    ///
    /// - Parameter variable: returns the value of an environment variable, or nil if it isn't set; `BROWSER` names the
    ///   program.
    /// - Throws: a ``Diagnostic`` if the URL isn't a web address, or no browser could be started.
    package static func open(_ url: String, variable: (_ name: String) -> String?) throws {
        guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
            throw Diagnostic("'\(url)' isn't the address of a web page", remedy: "Open the address by hand")
        }
        #if canImport(Darwin)
            let standard = "open"
        #else
            let standard = "xdg-open"
        #endif
        let program = variable("BROWSER").flatMap { $0.isEmpty ? nil : $0 } ?? standard
        let end: ForegroundProgram.End
        do throws(ForegroundProgram.StartError) {
            end = try ForegroundProgram.run(program, [url])
        } catch {
            throw Diagnostic(
                "'\(program)' can't be started (\(error))", remedy: "Set BROWSER to your browser's command"
            )
        }
        guard end == .exited(0) else {
            throw Diagnostic(
                "'\(program)' couldn't open \(url)", remedy: "Set BROWSER to your browser's command")
        }
    }
}

package import Newsletter
internal import Settings
internal import Text

/// Runs the sources, a few at a time. If a source fails, its fault is reported and the others continue.
package struct Collector: Sendable {
    private let sources: [Prepared]
    private let atOnce: Int

    private struct Prepared: Sendable {
        var settings: SourceSettings
        var source: any Source
    }

    /// The outcome of running one source.
    package struct Report: Hashable, Sendable {
        package var settings: SourceSettings
        package var result: CollectionResult
    }

    /// - Parameters:
    ///   - settings: the publication's `sources:`.
    ///   - known: all kinds of sources.
    ///   - atOnce: how many sources run at a time.
    /// - Throws: ``Diagnostics`` with every fault of the settings.
    package init(_ settings: [SourceSettings], known: [any Source.Type] = allSources, atOnce: Int = 8)
        throws(Diagnostics)
    {
        var faults: [Diagnostic] = []
        sources = settings.compactMap { settings in
            guard let type = known.first(where: { $0.name == settings.source }) else {
                faults.append(Self.unknown(settings, known: known))
                return nil
            }
            do throws(Diagnostics) {
                return Prepared(settings: settings, source: try Self.source(type, settings))
            } catch {
                faults += error.all
                return nil
            }
        }
        self.atOnce = atOnce
        if !faults.isEmpty { throw Diagnostics(faults) }
    }

    private static func source<Kind: Source>(
        _ type: Kind.Type, _ settings: SourceSettings
    ) throws(Diagnostics) -> any Source {
        try settings.read(type.declaration.mapping) { Kind($0) }
    }

    /// The names of the sources, in the order of the settings.
    package var names: [String] { sources.map(\.settings.name) }

    /// Runs the sources, and returns their results in the order of the settings.
    ///
    /// - Parameters:
    ///   - eventDays: how many days of events to look ahead, from the end of the window.
    ///   - only: names of sources to ask; none for all.
    ///   - overlap: as ``SourceRequest/overlap``.
    ///   - listed: addresses that the draft and the last issue list, to be looked at once more.
    ///   - progress: told of each report as it comes in, in any order.
    ///   - finally: called after the last of them.
    package func collect(
        in window: TimeWindow, eventDays: Int, through access: SourceAccess, only: Set<String> = [],
        listed: [String] = [], overlap: Int = 0, progress: @escaping @Sendable (Report) -> Void = { _ in },
        finally: @Sendable () -> Void = {}
    ) async -> [Report] {
        defer { finally() }
        let chosen = sources.filter { only.isEmpty || only.contains($0.settings.name) }
        return await AsyncWindow.map(chosen, atOnce: atOnce) { prepared in
            let request = SourceRequest(
                name: prepared.settings.name, section: prepared.settings.section, window: window, eventDays: eventDays,
                access: access, listed: listed, overlap: overlap)
            let result = await Self.result(prepared.source, request)
            let report = Report(
                settings: prepared.settings, result: CollectionLimiter.limited(result, of: prepared.settings.name))
            progress(report)
            return report
        }
    }

    private static func result(_ source: some Source, _ request: SourceRequest) async -> CollectionResult {
        var result: CollectionResult
        do throws(SourceFault) {
            result = try await source.collect(request)
        } catch {
            result = CollectionResult(faults: [error])
        }
        if !request.listed.isEmpty { result += await source.recheck(request) }
        return result
    }

    private static func unknown(_ settings: SourceSettings, known: [any Source.Type]) -> Diagnostic {
        let names = known.map { $0.name }
        let nearest = ClosestMatch.of(settings.source, among: names)
        return Diagnostic(
            "unknown source '\(settings.source)'",
            remedy: nearest.map { "Did you mean '\($0)'?" }
                ?? "The kinds of sources are: \(names.joined(separator: ", "))",
            file: settings.file, at: settings.values.location)
    }
}

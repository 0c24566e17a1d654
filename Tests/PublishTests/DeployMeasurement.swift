import Foundation
import Live
import Settings
import Testing

@testable import Publish

/// One deployment for `scripts/bench deploy`, which sets the variables.
@Suite struct DeployMeasurement {
    private static let folder = ProcessInfo.processInfo.environment["SENNIGHT_MEASURED_FOLDER"]

    @Test(.enabled(if: folder != nil, "scripts/bench deploy runs it")) func deploys() async throws {
        let folder = try #require(Self.folder)
        let settings = ProcessInfo.processInfo.environment["SENNIGHT_MEASURED_TARGET"] ?? ""
        let weekly = try DeployedWeekly(deploy: "    - { \(settings) }\n")
        let target = try #require(weekly.targets.first)
        var request = weekly.request(.live)
        request.root = folder
        request.site = folder + "/site"
        request.state = folder + "/state"
        let clock = ContinuousClock()
        let start = clock.now
        let result = try await weekly.deploy(target, request)
        print("measured \(target.name) \(clock.now - start) \(result.summary)")
        let again = clock.now
        let attempt = try await weekly.attempt(target, request)
        guard case .present = try await target.presence(request, attempt) else { throw DeployedWeekly.NotThere() }
        print("presence \(target.name) \(clock.now - again)")
    }
}

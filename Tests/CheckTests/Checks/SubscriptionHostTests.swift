import Newsletter
import Testing

@testable import Check

@Suite struct SubscriptionHostTests {
    @Test func findsHostsAndThoseBelowThem() throws {
        try Checking { $0.subscriptionHosts = ["wall.com"] }.expect(
            SubscriptionHost.self, finds: "# Links\n* [A](1️⃣https://wall.com/a2️⃣)\n* [B](3️⃣https://blog.WALL.com/b4️⃣)\n")
    }

    @Test func keepsOthersAndMarkedOnes() throws {
        try Checking { $0.subscriptionHosts = ["wall.com"] }.expect(
            SubscriptionHost.self,
            finds: "# Links\n* [A](https://firewall.com/a)\n* [paywall] [B](https://wall.com/b)\n")
    }
}

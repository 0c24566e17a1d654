/// The scripts that a server's shell runs; POSIX, for the shells of Linux and BSD. Each is a function that is called in
/// the last line, so that nothing runs if the connection is lost in between.
enum RemoteScript {
    /// What precedes the answer, because a server may greet everybody who logs in.
    static let marker = "sennight:"

    /// Prints the marker with `=` and the target of the link `current`, or `!` if it isn't a link, or nothing; then the
    /// record of the current release.
    static func state(_ path: String, creates: Bool) -> String {
        """
        run() {
        root='\(path)'
        \(creates ? "mkdir -p \"$root/releases\" || exit 1" : "[ -d \"$root\" ] || { echo '\(marker)'; exit 0; }")
        cd "$root" || exit 1
        if [ -L current ]; then
          echo "\(marker)=$(readlink current)"
          cat current/\(DeploymentRecord.name) 2>/dev/null
        elif [ -e current ]; then echo '\(marker)!'
        else echo '\(marker)'
        fi
        exit 0
        }
        run

        """
    }

    /// Completes a release, renames a link to it to `current`, and removes all but the newest releases.
    static func activation(_ path: String, release: String, _ record: DeploymentRecord) -> String {
        """
        run() {
        set -e
        cd '\(path)'
        new='releases/\(release)'
        while IFS= read -r path; do
          if [ ! -e "$new/$path" ] && [ -e "current/$path" ]; then
            mkdir -p "$(dirname "$new/$path")"
            ln "current/$path" "$new/$path"
          fi
        done <<'END-OF-KEPT'
        \(record.kept.keys.sorted().map { $0 + "\n" }.joined())END-OF-KEPT
        cat > "$new/\(DeploymentRecord.name)" <<'END-OF-RECORD'
        \(String(decoding: record.bytes, as: UTF8.self))END-OF-RECORD
        ln -sfn "$new" .current.new
        mv -fT .current.new current 2>/dev/null || mv -fh .current.new current
        [ "$(readlink current)" = "$new" ]
        echo '\(marker)'
        cd releases
        ls -1 | grep -E '\(Release.pattern)' | sort -r | tail -n +\(Release.count + 1) | while IFS= read -r old; do
          [ "$old" = '\(release)' ] || rm -rf -- "./$old" || true
        done || true
        exit 0
        }
        run

        """
    }
}

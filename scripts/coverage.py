"""Reads the summary of llvm-cov and prints the share of lines that were run below a folder."""

import json
import sys

folder, least = sys.argv[1], float(sys.argv[2])
files = json.load(sys.stdin)["data"][0]["files"]
lines = [
    file["summary"]["lines"]
    for file in files
    if file["filename"].startswith(folder) and not file["filename"].startswith(folder + "TestKit/")
]
count = sum(line["count"] for line in lines)
if count == 0:
    sys.exit(f"coverage: error: no lines of {folder} were measured")
share = 100 * sum(line["covered"] for line in lines) / count
print(f"coverage: {share:.1f} % of {count:,} lines in Sources")
if share < least:
    sys.exit(f"coverage: error: less than {least:g} %")

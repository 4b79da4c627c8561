#!/usr/bin/env bash
# Runs every test and ends with the line "N passed, N failed, N skipped".
#   ./test.sh          short, with fixed seeds
#   ./test.sh --full   the long ones whole
set -uo pipefail
cd "$(dirname "$0")"

case "${1:-}" in
  --full) export SAMVERKAN_FULL=1 ;;
  "") ;;
  *) echo "Usage: ./test.sh [--full]" >&2; exit 2 ;;
esac

# What the tests use beside .NET: npm packages, and on Debian as root a browser and a mail relay. Elsewhere tests whose
# tool is missing are skipped, by name.
if command -v npm >/dev/null; then
  (cd tests/servers && npm ci --no-audit --no-fund --silent) || echo "npm could not install the test servers; tests that need them are skipped."
fi
if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ] && ! command -v chromium >/dev/null; then
  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-liberation) >/dev/null 2>&1 \
    || echo "apt-get could not install chromium; tests that need it are skipped."
fi
# Not where there is a mail system already, whose place the package would take. Without settings of its own it starts nothing.
if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ] && ! [ -e /usr/sbin/sendmail ]; then
  (apt-get update -qq && echo "postfix postfix/main_mailer_type select No configuration" | debconf-set-selections \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postfix) >/dev/null 2>&1 \
    || echo "apt-get could not install postfix; tests that need it are skipped."
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet build Samverkan.Functions.sln -v q --nologo || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }
dotnet test Samverkan.Functions.sln --no-build --nologo -m:1 --logger "console;verbosity=minimal" 2>&1 | tee "$log"
code=${PIPESTATUS[0]}

sum() { sed -nE "s/.*Failed: +([0-9]+), Passed: +([0-9]+), Skipped: +([0-9]+).*/\\$1/p" "$log" | awk '{ n += $1 } END { print n + 0 }'; }
passed=$(sum 2) failed=$(sum 1) skipped=$(sum 3)
if [ "$skipped" -gt 0 ]; then
  echo "Skipped:"
  grep -E '\[SKIP\]' "$log" | sed -E 's/^\[xUnit[^]]*\] */  /; s/ *\[SKIP\]//' | sort -u
fi
[ "$code" -ne 0 ] && [ "$failed" -eq 0 ] && failed=1
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]

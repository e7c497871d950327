#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Builds the Java programs of the tests, with all that they need, in
# build/java; does nothing if they are up to date. Maven downloads the jars the
# first time only. To run one: java -cp "$(cat build/java/classpath)" \
#     vita.tests.Validate FILE...
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly out=build/java
readonly stamp=$out/classpath # written last
readonly classpath="$PWD/$out/classes:$PWD/$out/lib/*"

up_to_date()
{
    [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$classpath" ] &&
        [ -z "$(find tests/java -type f -newer "$stamp" -print -quit)" ]
}

# Versions that are no longer wanted must not stay in the class path.
build() # MAVEN-OPTION...
{
    rm -rf "$out"
    mvn --batch-mode --quiet "$@" --file tests/java/pom.xml process-classes
}

! up_to_date || exit 0
mkdir -p build
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# Without a look at the network first: it takes seconds, or there is none.
if ! build --offline >"$log" 2>&1 && ! build >"$log" 2>&1; then
    cat "$log" >&2
    exit 1
fi
echo "$classpath" >"$stamp"

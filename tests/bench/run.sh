#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What vita costs, beside libharu alone and other typesetters, as tables:
#   run.sh [--quick] [--counts] [--build FOLDER] [--keep FOLDER]
# --quick takes less than a minute and says less; --counts adds counts of
# instructions, which are the same at every run. FOLDER is a Release build
# with the tests (build/release). docs/performance.md tells what the rows mean.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# Debian's Python, whose packages ./bootstrap installs.
python=/usr/bin/python3
[ -x "$python" ] || python=python3
for tool in "$python" pdfinfo pdftotext; do
    command -v "$tool" >/dev/null || {
        echo "run.sh: there is no $tool (./bootstrap deps test)" >&2
        exit 3
    }
done
"$python" -c 'import yaml' || {
    echo "run.sh: $python has no yaml (./bootstrap deps test)" >&2
    exit 3
}
exec "$python" "$here/suite.py" "$@"

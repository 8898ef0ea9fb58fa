#!/usr/bin/env bash
# A full disk, end to end: a tmpfs of a few MB in a mount namespace of its own. Exits with 77 where that is not permitted.
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
set -uo pipefail
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/data"
unshare -m true 2>/dev/null || exit 77
unshare -m bash -c 'mount -t tmpfs -o size=14m xieshang "$1/data" || exit 77; node tests/crash/full_disk.mjs "$1"' - "$folder"

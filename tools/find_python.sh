#!/bin/sh
# Prints the Python to make .venv with: the first of the arguments, or of the usual names, that is 3.11 or newer and can make
# virtual environments. Each candidate is tried, not only looked for: a name in PATH may be a stub that runs nothing.
set -u

if [ $# -eq 0 ]; then
    set -- python3 python3.13 python3.12 python3.11 python3.14
fi

for candidate in "$@"; do
    if "$candidate" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        echo "$candidate"
        exit 0
    fi
done

echo "No Python 3.11 or newer with the modules venv and ensurepip among: $*." >&2
echo "Install one (Debian and Ubuntu: apt-get install python3 python3-venv), or name it: make ... PYTHON=/path/to/python3" >&2
exit 1

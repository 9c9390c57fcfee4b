#!/bin/sh
# Install as /usr/local/bin/clientarea: runs a command of operators as the service's user with the service's settings.
# Paths must be absolute, and the service's user must be able to write there.
set -eu
settings=/etc/clientarea.env
if [ "$(id -un)" != clientarea ]; then exec sudo -u clientarea -- "$0" "$@"; fi
set -a
. "$settings"
set +a
[ -d /run/clientarea ] && export TMPDIR=/run/clientarea
cd /opt/clientarea
exec /usr/bin/node server/bin/clientarea.mjs "$@"

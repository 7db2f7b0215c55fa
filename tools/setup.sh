#!/bin/sh
# Installs what is missing for the named purposes: setup.sh build test …; says nothing when all is there.
set -eu
cd "$(dirname "$0")/.."
missing=
for purpose in "$@"; do
    for package in $(sed -n "s/^$purpose: //p" tools/packages.txt); do
        case $package in
        npm) command -v npm >/dev/null && continue ;;
        esac
        dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || missing="$missing $package"
    done
done
if [ "$(id -u)" = 0 ]; then as_root=; else as_root=sudo; fi

# Programs that a test starts by itself, from build/unpacked: installing them would set the machine up.
unpack() {
    for package in $(sed -n 's/^unpacked: //p' tools/packages.txt); do
        [ ! -e "build/unpacked/$package" ] || continue
        echo "unpacking: $package"
        fetched=$(mktemp -d)
        (cd "$fetched" && apt-get download -q "$package" >/dev/null 2>&1 ||
            { $as_root apt-get update -q && apt-get download -q "$package"; })
        mkdir -p "build/unpacked/$package"
        dpkg -x "$fetched"/*.deb "build/unpacked/$package"
        rm -r "$fetched"
    done
}
case " $* " in *" test "*) unpack ;; esac

[ -n "$missing" ] || exit 0
echo "installing:$missing"
# PostgreSQL's package must not start a cluster of its own: the tests start theirs in a private directory.
if [ -d /etc/postgresql-common ] || $as_root mkdir -p /etc/postgresql-common; then
    [ -e /etc/postgresql-common/createcluster.conf ] ||
        echo 'create_main_cluster = false' | $as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
fi
$as_root apt-get update -q
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing

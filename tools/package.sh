#!/bin/bash
# Builds the Debian package, and installs it, serves from it and removes it in a chroot: build/installed.
set -euo pipefail
cd "$(dirname "$0")/.."
rm -f build/xinheng_*.deb
(cd build && cpack -G DEB >package.log) || { tail -20 build/package.log; exit 1; }
package=$(ls build/xinheng_*.deb)
echo "$package: $(stat -c %s "$package") bytes"
[ "$(id -u)" = 0 ] || { echo "the trial in a chroot needs root: left out"; exit 0; }

root=$PWD/build/installed
rm -rf "$root"
debootstrap --variant=minbase --include=ca-certificates bookworm "$root" >"$root.log" 2>&1 ||
    { tail -20 "$root.log"; exit 1; }
cp /etc/apt/sources.list "$root/etc/apt/" 2>/dev/null || true
cp -r /etc/apt/sources.list.d /etc/apt/apt.conf.d "$root/etc/apt/" 2>/dev/null || true
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
cp "$package" "$root/xinheng.deb"
mount --bind /proc "$root/proc"
mount --bind /dev "$root/dev"
trap 'umount "$root/proc" "$root/dev"' EXIT
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 "$@"; }

inside sh -c 'apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y /xinheng.deb' >"$root.log" 2>&1 ||
    { tail -20 "$root.log"; exit 1; }
inside runuser -u xinheng -- xinheng init --store /var/lib/xinheng/register.db --demo >/dev/null
inside bash -c '
    . /etc/xinheng/xinheng.conf
    runuser -u xinheng -- xinheng serve --store "$STORE" --listen 127.0.0.1:18098 >/dev/null 2>&1 &
    for i in $(seq 60); do
        sleep 0.5
        exec 3<>/dev/tcp/127.0.0.1/18098 || continue
        printf "GET /readyz HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n" >&3
        read -r _ status _ <&3
        break
    done 2>/dev/null
    kill %1
    wait
    [ "$status" = 200 ]' || { echo "the installed program does not serve"; exit 1; }
inside runuser -u xinheng -- xinheng ledger verify --store /var/lib/xinheng/register.db >/dev/null
inside env DEBIAN_FRONTEND=noninteractive apt-get purge -q -y xinheng >>"$root.log" 2>&1
[ ! -e "$root/usr/bin/xinheng" ] || { echo "the program was not removed"; exit 1; }
[ -e "$root/var/lib/xinheng/register.db" ] || { echo "purging took the register away"; exit 1; }
echo "installed, served from and removed in a bare Debian 12; the register was left"

#!/bin/bash
# Runs the two README commands in a Debian 12 that has git and make only: a chroot in build/bare. With
# BARE_CACHE=FOLDER what was compiled before is taken from that folder of ccache.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD/build/bare
rm -rf "$root"
mkdir -p "$root"
debootstrap --variant=minbase --include=git,make,ca-certificates bookworm "$root" >"$root.log" 2>&1 ||
    { tail -20 "$root.log"; exit 1; }
cp /etc/apt/sources.list "$root/etc/apt/" 2>/dev/null || true
cp -r /etc/apt/sources.list.d /etc/apt/apt.conf.d "$root/etc/apt/" 2>/dev/null || true
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
# What this machine trusts, where it reaches packages through somebody's own certificate.
cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
[ ! -e "${NODE_EXTRA_CA_CERTS:-/none}" ] || install -D "$NODE_EXTRA_CA_CERTS" "$root$NODE_EXTRA_CA_CERTS"
for each in /root/.npmrc /etc/npmrc; do [ ! -e "$each" ] || cp "$each" "$root$each"; done
git clone -q . "$root/xinheng"
mount --bind /proc "$root/proc"
mount --bind /dev "$root/dev"
trap 'umount "$root/proc" "$root/dev" "$root/root/.cache/ccache" 2>/dev/null || true' EXIT
if [ -n "${BARE_CACHE:-}" ]; then
    mkdir -p "$root/root/.cache/ccache"
    mount --bind "$BARE_CACHE" "$root/root/.cache/ccache"
fi
# As the README does: first the one that shows the product, until it answers.
chroot "$root" bash -c '
    cd /xinheng
    setsid make run LISTEN=127.0.0.1:18099 &
    run=$!
    until (exec 3<>/dev/tcp/127.0.0.1/18099) 2>/dev/null; do
        kill -0 "$run" 2>/dev/null || { echo "make run ended"; exit 1; }
        sleep 1
    done
    kill -- "-$run"
    wait "$run"
    true'
chroot "$root" sh -c 'cd /xinheng && make test'
echo "make run and make test: done in a bare Debian 12"

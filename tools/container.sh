#!/bin/bash
# Builds the container of packaging/Containerfile on a base that debootstrap makes, so that no registry is
# asked, and answers from it: an init, a start, readiness, a stop.
set -euo pipefail
cd "$(dirname "$0")/.."
[ "$(id -u)" = 0 ] || { echo "building a container needs root here: left out"; exit 77; }
ls build/xinheng_*.deb >/dev/null 2>&1 || { echo "no package: run make package first"; exit 1; }
export STORAGE_DRIVER=vfs BUILDAH_ISOLATION=chroot
export CONTAINERS_STORAGE_CONF=/dev/null
store=$PWD/build/container
rm -rf "$store"
mkdir -p "$store"
buildah() { command buildah --root "$store/storage" --runroot "$store/run" "$@"; }
base=$store/base
debootstrap --variant=minbase --include=ca-certificates bookworm "$base" >"$store/log" 2>&1 ||
    { tail -20 "$store/log"; exit 1; }
for each in sources.list sources.list.d apt.conf.d; do
    [ ! -e "/etc/apt/$each" ] || cp -r "/etc/apt/$each" "$base/etc/apt/"
done
root=$(buildah from scratch)
buildah copy -q "$root" "$base" / >/dev/null
buildah commit -q "$root" bookworm >/dev/null
buildah bud -q --from localhost/bookworm -t xinheng -f packaging/Containerfile . >>"$store/log" 2>&1 ||
    { tail -20 "$store/log"; exit 1; }
made=$(buildah from xinheng)
echo "image: $(buildah images --format '{{.Size}}' xinheng)"
inside() { buildah run --user xinheng "$made" -- "$@"; }
inside xinheng init --store /var/lib/xinheng/register.db --quiet >/dev/null
inside xinheng serve --store /var/lib/xinheng/register.db --listen 127.0.0.1:18097 >"$store/served" 2>&1 &
server=$!
status=
for _ in $(seq 100); do
    sleep 0.2
    status=$(curl -s -o /dev/null -w '%{http_code}' http://127.0.0.1:18097/readyz) && [ "$status" = 200 ] && break
done
pkill -TERM -P "$server" || kill "$server" || true
wait "$server" || true
[ "$status" = 200 ] || { echo "the container does not serve: $status"; tail -5 "$store/served"; exit 1; }
inside xinheng ledger verify --store /var/lib/xinheng/register.db >/dev/null
echo "built from the Containerfile, made a register, served and verified it"

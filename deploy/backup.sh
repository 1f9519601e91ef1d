#!/usr/bin/env bash
# One complete backup in a folder of its own:  backup.sh [target, default /var/backups/ipnetwork]
# The database is named by libpq's variables: PGHOST, PGPORT, PGDATABASE, PGUSER=ipnet_backup, PGPASSFILE.
# IPNETWORK_DATA, where set, is saved too; IPNETWORK_BACKUP_KEEP is how many backups stay (default 14).
set -euo pipefail
umask 077
: "${PGDATABASE:?name the database}"
export PGUSER=${PGUSER:-ipnet_backup}
target=${1:-/var/backups/ipnetwork}
name=$(date -u +%Y%m%dT%H%M%SZ)
part=$target/.$name.part
if [[ -n ${IPNETWORK_DATA:-} && ! -d $IPNETWORK_DATA ]]; then
  echo "IPNETWORK_DATA names no folder: $IPNETWORK_DATA. Nothing was saved." >&2
  exit 1
fi
mkdir -p "$part"
trap 'rm -rf "$part"' EXIT

# Before the database: a published head names a seal that is in it.
mkdir -p "$part/before"
if [[ -d ${IPNETWORK_DATA:-}/seals ]]; then
  cp -a "$IPNETWORK_DATA/seals" "$part/before/"
fi

pg_dump --format=custom --file="$part/database.dump"
pg_restore --list "$part/database.dump" >/dev/null

# After the database: a row never points to a file that is not there yet.
if [[ -n ${IPNETWORK_DATA:-} ]]; then
  # A kept file never changes; what is still being sent is left out. 1 says that something moved while it was read: a half-written file.
  tar -C "$IPNETWORK_DATA" --exclude=./postgres --exclude=./pg-npm --exclude=./seals --exclude=./uploads -czf "$part/files.tar.gz" . -C "$part/before" . || [[ $? -eq 1 ]]
fi
rm -rf "$part/before"

(cd "$part" && sha256sum -- * > SHA256SUMS)
sync -f "$part"
mv "$part" "$target/$name"
trap - EXIT

find "$target" -mindepth 1 -maxdepth 1 -type d -name '[0-9]*Z' | sort -r | tail -n "+$((${IPNETWORK_BACKUP_KEEP:-14} + 1))" | xargs -r rm -rf
echo "$target/$name"

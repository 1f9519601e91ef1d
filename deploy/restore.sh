#!/usr/bin/env bash
# Brings a backup back into a fresh database and has the program verify it:
#   restore.sh <backup folder> <new database> [new data folder]
# Runs as a superuser of the server (libpq's variables say which); the roles must exist (roles.sql).
# IPNETWORK_APP is the command of the program; IPNETWORK_DB_* are its usual strings, turned to the new database here.
set -euo pipefail
backup=${1:?which backup folder}
database=${2:?which new database}
files=${3:-}
here=$(cd "$(dirname "$0")" && pwd)

(cd "$backup" && sha256sum --check --strict --quiet SHA256SUMS) || { echo "The backup is damaged, nothing was restored." >&2; exit 1; }
if [[ -n $(psql -X -A -t -d postgres -v name="$database" <<< "select 1 from pg_database where datname = :'name'") ]]; then
  echo "Database $database exists already; a restore only goes into a fresh one." >&2
  exit 1
fi
if [[ -n $files && -n $(ls -A "$files" 2>/dev/null) ]]; then
  echo "$files is not empty; a restore only goes into a fresh folder." >&2
  exit 1
fi

psql -X -q -d postgres -v database="$database" -f "$here/database.sql"
pg_restore --exit-on-error --single-transaction --dbname="$database" "$backup/database.dump"
psql -X -q -d "$database" -c analyze

if [[ -n $files ]]; then
  mkdir -p "$files"
  tar -C "$files" -xzf "$backup/files.tar.gz"
  export IPNETWORK_DATA=$files
fi

for name in IPNETWORK_DB IPNETWORK_DB_OWNER IPNETWORK_DB_APP IPNETWORK_DB_LISTEN IPNETWORK_DB_OVERSIGHT IPNETWORK_DB_DISPATCH IPNETWORK_DB_SIGNON; do
  [[ -z ${!name:-} ]] || export "$name=$(sed -E "s/(^|;) *Database *=[^;]*/\1Database=$database/I" <<< "${!name}")"
done
${IPNETWORK_APP:-dotnet /opt/ipnetwork/IpNetwork.App.dll} verify
echo "Restored into $database and verified."

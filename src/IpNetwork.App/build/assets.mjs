// node build/assets.mjs <assets.json> <folder>
// Brings the front-end files of exactly pinned npm packages into <folder>. Packages are only unpacked, never installed:
// no dependencies, no scripts. Whatever does not carry the pinned sha512 is refused.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const [pinsFile, target] = process.argv.slice(2);
const lib = resolve(target);
const stamp = join(lib, '.stamp');
const pinsText = readFileSync(pinsFile, 'utf8');
const { packages } = JSON.parse(pinsText);
const pins = createHash('sha256').update(pinsText).digest('hex');

const complete = () =>
  existsSync(stamp) && readFileSync(stamp, 'utf8') === pins &&
  packages.every(p => p.files.every(file => existsSync(join(lib, p.to, basename(file)))));

// A checkout changes the dates of files, not what they say; without this an offline build would want the network.
if (complete()) {
  const now = new Date();
  utimesSync(stamp, now, now);
  process.exit(0);
}

function pack(spec, into) {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = execFileSync(
        'npm',
        ['pack', spec, '--json', '--silent', '--ignore-scripts', '--prefer-offline', '--pack-destination', into],
        { cwd: into, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32' });
      const packed = JSON.parse(answer);
      return join(into, Object.values(packed)[0].filename.replace('@', '').replace('/', '-'));
    } catch (error) {
      if (attempt === 3) {
        throw new Error(`npm could not fetch ${spec}: ${error.message}`);
      }
    }
  }
}

const work = mkdtempSync(join(tmpdir(), 'ipnetwork-assets-'));
try {
  const fresh = join(work, 'lib');
  for (const p of packages) {
    const archive = pack(`${p.name}@${p.version}`, work);
    const found = 'sha512-' + createHash('sha512').update(readFileSync(archive)).digest('base64');
    if (found !== p.integrity) {
      throw new Error(`${p.name}@${p.version} has integrity ${found}, pinned is ${p.integrity}`);
    }

    const unpacked = join(work, p.to);
    mkdirSync(unpacked);
    execFileSync('tar', ['-xzf', archive, '-C', unpacked, ...p.files.map(file => `package/${file}`)]);
    mkdirSync(join(fresh, p.to), { recursive: true });
    for (const file of p.files) {
      copyFileSync(join(unpacked, 'package', file), join(fresh, p.to, basename(file)));
    }
  }

  for (const p of packages) {
    mkdirSync(join(lib, p.to), { recursive: true });
    for (const file of p.files.map(f => basename(f))) {
      // Copied beside its place and renamed, so that a program serving the folder never reads half a file.
      const half = join(lib, p.to, `${file}.new`);
      copyFileSync(join(fresh, p.to, file), half);
      renameSync(half, join(lib, p.to, file));
    }
  }

  writeFileSync(stamp, pins);
  console.log(`front-end assets: ${packages.map(p => `${p.name} ${p.version}`).join(', ')}`);
} catch (error) {
  console.error(`front-end assets: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

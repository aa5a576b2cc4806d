// Completes package-lock.json after an install. npm leaves an optional platform package out of the lock when the
// registry does not have it, and `npm ci` then calls the lock out of step with package.json.
// `--check` changes nothing and ends with 1 when something is missing.
import { readFileSync, writeFileSync } from 'node:fs'

const SYSTEMS = 'darwin linux win32 android freebsd openbsd netbsd sunos aix openharmony'.split(' ')
const PROCESSORS = 'x64 arm64 ia32 arm loong64 ppc64 riscv64 s390x mips64el'.split(' ')

/** The folders in which node would look for a dependency of the package at `path`, nearest first. */
function* placesOf(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    yield `${folder ? `${folder}/` : ''}node_modules/${name}`
    if (!folder) return
  }
}

/** What npm would have written, read from the package's name: its version and the platform that it is for. */
function entryFor(name, version, parent) {
  const words = name.split(/[-/]/)
  const cpu = PROCESSORS.filter((processor) =>
    words.some((word) => word === processor || (processor === 'arm' && word.startsWith('arm') && word !== 'arm64')),
  )
  return {
    version: version.replace(/^[~^]/, ''),
    cpu,
    ...(name.includes('musl') && { libc: ['musl'] }),
    ...(parent.dev && { dev: true }),
    optional: true,
    os: SYSTEMS.filter((system) => words.includes(system)),
  }
}

/** The entries that a lock file lacks: where each belongs, and what it says. */
function missingFrom(packages) {
  const missing = {}
  for (const [path, parent] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      if ([...placesOf(path, name)].some((place) => packages[place] || missing[place])) continue
      const entry = entryFor(name, version, parent)
      if (entry.os.length === 0) throw new Error(`no platform in the name of ${name}, wanted by ${path}`)
      const beside = path.lastIndexOf('/node_modules/')
      missing[beside > 0 ? `${path.slice(0, beside)}/node_modules/${name}` : `node_modules/${name}`] = entry
    }
  }
  return missing
}

const check = process.argv.includes('--check')
const file = process.argv.slice(2).find((word) => !word.startsWith('--')) ?? 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8'))
const missing = missingFrom(lock.packages)
const names = Object.keys(missing)

if (check) {
  for (const name of names) process.stderr.write(`missing from ${file}: ${name}\n`)
  process.exitCode = names.length > 0 ? 1 : 0
} else if (names.length > 0) {
  const all = Object.entries({ ...lock.packages, ...missing }).sort(([one], [other]) => (one < other ? -1 : 1))
  lock.packages = Object.fromEntries(all)
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
}
process.stdout.write(`${names.length} platform packages ${check ? 'missing' : 'added'}\n`)

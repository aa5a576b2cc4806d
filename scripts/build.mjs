// Builds the web application into build/. With --if-stale only when a source is newer than the last build.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
process.chdir(root)
const BUILT = 'build/server/index.js'
const SOURCES = ['app', 'jobs', 'prisma/schema.prisma', 'remix.config.js', 'package.json', 'package-lock.json']

/** The newest change in a file or in any file below a folder, in milliseconds. */
function newest(path) {
  if (!existsSync(path)) return 0
  const entry = statSync(path)
  if (!entry.isDirectory()) return entry.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0)
}

/** Runs a node program; when it fails, it has said why, and so do we fail. */
function run(arguments_, options) {
  const { status } = spawnSync(process.execPath, arguments_, options)
  if (status !== 0) process.exit(status ?? 1)
}

const stale = () => !existsSync(BUILT) || Math.max(...SOURCES.map(newest)) > statSync(BUILT).mtimeMs

if (!process.argv.includes('--if-stale') || stale()) {
  run(['scripts/generate.mjs'], { stdio: 'inherit' })
  const remix = join(dirname(createRequire(import.meta.url).resolve('@remix-run/dev/package.json')), 'dist/cli.js')
  // what the bundler says goes to stderr: stdout belongs to the command that asked for the build
  run([remix, 'vite:build', '--config', 'remix.config.js', '--logLevel', 'warn'], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' },
  })
}

import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { binaries, execute, serverUser } from '../../app/platform/embedded/binaries'
import { withLock } from '../../app/platform/embedded/lock'
import { postmasterOf } from '../../app/platform/embedded/postmaster'
import { canReach, withinReach } from '../../app/platform/embedded/reach'
import { runningEmbedded, sessionsOf, startEmbedded, stopEmbedded } from '../../app/platform/embedded/server'
import { prepareHome, releaseHome } from '../../app/platform/prepare'
import { freshDatabase } from '../database'
import { connected } from './connect'

const SERVER = pathToFileURL('app/platform/embedded/server.ts').href
const root = process.getuid?.() === 0

function emptyHome(mode = 0o755): string {
  const home = mkdtempSync(join(tmpdir(), 'koppel-embedded-'))
  chmodSync(home, mode)
  const remove = async () => {
    await stopEmbedded(home, 'immediate')
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
  onTestFinished(remove)
  return home
}

/** Another process that starts the home's database and says where it is. */
function starter(home: string): ChildProcess & { said: Promise<string> } {
  const script = `import(${JSON.stringify(SERVER)}).then(async (m) => console.log(JSON.stringify(await m.startEmbedded(${JSON.stringify(home)}))))`
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said = new Promise<string>((resolve) => {
    let text = ''
    child.stdout?.on('data', (chunk) => {
      text += chunk
    })
    child.on('close', () => resolve(text))
  })
  return Object.assign(child, { said })
}

const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5))
}

test('five processes at once in an empty home share one server', async () => {
  const home = emptyHome()
  const said = await Promise.all(Array.from({ length: 5 }, () => starter(home).said))
  const started = said.map((text) => JSON.parse(text) as { ownerUrl: string; started: boolean })
  expect(new Set(started.map(({ ownerUrl }) => ownerUrl)).size).toBe(1)
  expect(started.filter((one) => one.started)).toHaveLength(1)
  expect(readdirSync(home).sort()).toEqual(['pg', 'pg.port'])
})

test('a process killed while it makes the database breaks nothing', async () => {
  const home = emptyHome()
  const child = starter(home)
  const draft = () => readdirSync(home).find((name) => /^pg\.new-[^.]+$/.test(name))
  await until(() => existsSync(join(home, draft() ?? 'none', 'PG_VERSION')))
  child.kill('SIGKILL')
  await child.said
  expect(existsSync(join(home, 'pg'))).toBe(false)
  const { started, ownerUrl } = await startEmbedded(home)
  expect(started).toBe(true)
  expect(await sessionsOf(ownerUrl)).toBe(0)
  expect(readdirSync(home).filter((name) => name.startsWith('pg.new'))).toEqual([])
})

test('starts, joins, stops, and comes back at the same address with what it held', async () => {
  const home = emptyHome()
  const first = await startEmbedded(home)
  await connected(first.ownerUrl, (owner) => owner.query('CREATE TABLE kept (id int)'))
  expect(await startEmbedded(home)).toEqual({ ...first, started: false })
  expect(await runningEmbedded(home)).toEqual({ ownerUrl: first.ownerUrl })
  expect(await stopEmbedded(home)).toBe(true)
  expect(await stopEmbedded(home)).toBe(false)
  expect(await runningEmbedded(home)).toBeNull()
  expect(await startEmbedded(home)).toEqual(first)
  await connected(first.ownerUrl, (owner) => owner.query('SELECT * FROM kept'))
})

test('text sorts by bytes and knows its capitals', async () => {
  const { ownerUrl } = await startEmbedded(emptyHome())
  const { rows } = await connected(ownerUrl, (owner) => owner.query(`SELECT lower('É') AS small, 'a' > 'Z' AS bytes`))
  expect(rows).toEqual([{ small: 'é', bytes: true }])
})

test('a server that was killed is started again', async () => {
  const home = emptyHome()
  const first = await startEmbedded(home)
  process.kill(postmasterOf(join(home, 'pg'))?.pid ?? 0, 'SIGKILL')
  expect(await startEmbedded(home)).toEqual(first)
})

test.runIf(process.platform === 'linux')('a stale mark whose number another program has now is cleared', async () => {
  const home = emptyHome()
  const first = await startEmbedded(home)
  await stopEmbedded(home)
  writeFileSync(join(home, 'pg', 'postmaster.pid'), `${process.ppid}\n${join(home, 'pg')}\n0\n1\n\n127.0.0.1\n`)
  expect(await startEmbedded(home)).toEqual(first)
})

test('a port that somebody took meanwhile is left to him', async () => {
  const home = emptyHome()
  const first = await startEmbedded(home)
  await stopEmbedded(home)
  const { createServer } = await import('node:net')
  const other = createServer().listen(Number(new URL(first.ownerUrl).port), '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const second = await startEmbedded(home)
  other.close()
  expect(second.ownerUrl).not.toBe(first.ownerUrl)
})

test('who can reach a folder: every folder above it lets him pass', () => {
  const closed = emptyHome(0o700)
  mkdirSync(join(closed, 'below'))
  expect(canReach(join(closed, 'below'), { uid: 65_534, gid: 65_534 })).toBe(false)
  expect(canReach(join(closed, 'below'), {})).toBe(true)
  chmodSync(closed, 0o711)
  expect(canReach(join(closed, 'below'), { uid: 65_534, gid: 65_534 })).toBe(true)
})

test.runIf(root)(
  'root in a closed folder: the cluster lies outside, the programs are copied, the home knows both',
  async () => {
    const closed = emptyHome(0o700)
    const home = join(closed, 'home')
    const first = await startEmbedded(home)
    expect(first.started).toBe(true)
    const cluster = realpathSync(join(home, 'pg'))
    expect(cluster.startsWith(closed)).toBe(false)
    expect(await startEmbedded(home)).toEqual({ ownerUrl: first.ownerUrl, started: false })
    expect(await stopEmbedded(home)).toBe(true)
    expect((await startEmbedded(home)).ownerUrl).toBe(first.ownerUrl)
    await stopEmbedded(home, 'immediate')
    rmSync(dirname(cluster), { recursive: true })

    const found = await binaries()
    const native = dirname(dirname(found.pg_ctl))
    cpSync(dirname(native), join(closed, 'package'), { recursive: true, verbatimSymlinks: true })
    const user = serverUser(join(closed, 'nothing'))
    const hidden = {
      initdb: join(closed, 'package/native/bin/initdb'),
      pg_ctl: join(closed, 'package/native/bin/pg_ctl'),
    }
    const copied = withinReach(hidden, user)
    expect(canReach(copied.pg_ctl, user)).toBe(true)
    await execute(copied.pg_ctl, ['--version'], user)
    expect(withinReach(hidden, user)).toEqual(copied)
  },
)

test('a lock of a dead process is broken, one of a living process is waited for', async () => {
  const home = emptyHome()
  const file = join(home, 'lock')
  const never = async () => null
  writeFileSync(file, '999999999 dead')
  expect(await withLock(file, never, async () => 'mine')).toBe('mine')
  writeFileSync(file, `${process.pid} alive`)
  let asked = 0
  expect(
    await withLock(
      file,
      async () => (asked++ < 3 ? null : 'theirs'),
      async () => 'mine',
    ),
  ).toBe('theirs')
})

test('a prepared home is migrated, joined by a second, and stopped by its starter when alone', async () => {
  const home = emptyHome()
  const env = { PATH: process.env.PATH }
  const first = await prepareHome({ home, env })
  const second = await prepareHome({ home, env })
  expect([first.started, second.started]).toEqual([true, false])
  expect(second.connections).toEqual(first.connections)
  await connected(second.connections.study, async (study) => {
    expect((await study.query('SELECT FROM study.study')).rowCount).toBe(0)
    expect(await releaseHome(first)).toBe(false)
  })
  expect(await releaseHome(second)).toBe(false)
  expect(await releaseHome(first)).toBe(true)
})

test('a process whose address names no owner starts and migrates nothing, and looks whether keys and schema fit', async () => {
  const home = emptyHome()
  const { urls, secret } = await freshDatabase()
  const { owner, ...given } = urls
  const nobody = new URL(owner)
  nobody.username = ''
  nobody.password = ''
  const prepare = (KOPPEL_SECRET: string) => prepareHome({ home, env: { DATABASE_URL: nobody.href, KOPPEL_SECRET } })
  const { connections, embedded } = await prepare(secret)
  expect(embedded).toBe(false)
  expect(connections).toEqual(given)
  await expect(prepare('of somebody else')).rejects.toThrow(/password authentication failed/)
  await connected(owner, (client) => client.query(`DELETE FROM public.koppel_migration WHERE name = '0002_walls.sql'`))
  await expect(prepare(secret)).rejects.toThrow('lacks migration 0002_walls.sql')
  expect(existsSync(join(home, 'pg'))).toBe(false)
})

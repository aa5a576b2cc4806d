import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Day } from '../../app/protocol/day'
import { type ReleaseSpec, wholeRelease } from '../../app/protocol/release-spec'
import { bytesOf, filesOf } from '../../app/records/releases/files'
import { type Release, releaseById } from '../../app/records/releases/release'
import { askRelease, decideRelease, noteDownload } from '../../app/records/releases/verbs'
import { withdraw } from '../../app/records/withdrawal'
import { openQueue, ringForRelease } from '../../jobs/queues'
import { releaseIntoFolder } from '../../jobs/release/into-folder'
import { goOnWithReleases, makeRelease } from '../../jobs/release/job'
import { startWorker } from '../../jobs/worker'
import { freshDatabase } from '../database'
import { MET } from '../people'
import { connected } from '../platform/connect'
import { codeOf, must, namedWorld, type World } from '../world'
import type { GivenRelease } from './killed-release'

const PROGRAM = join(import.meta.dirname, 'killed-release.ts')
const database = await freshDatabase()
let world: World
let clientId: string
beforeEach(async () => {
  world = await namedWorld(database)
  for (const name of ['Evers', 'Fokkens'] as const) {
    clientId = (await world.interviewed(name)).clientId
    must(await world.answered(name, 'client'))
    must(await world.answered(name, 'supervisor'))
  }
})

const SMALL = { formats: ['csv', 'sav', 'datapackage'] } as const
const spec = (more: Partial<ReleaseSpec> = {}): ReleaseSpec => ({
  ...wholeRelease(world.study.protocol, 'analysis'),
  ...SMALL,
  ...more,
})
const asked = async (more: Partial<ReleaseSpec> = {}) =>
  must(await askRelease(world.db, world.on(MET), spec(more))).releaseId
const now = async (id: string) => (await releaseById(world.db, id)) as Release & { studyId: string }
const done = (id: string) =>
  world.db.auditEntry.groupBy({ by: ['verb'], where: { subject: 'release', subjectId: id }, _count: true })
const timesOf = async (id: string) => Object.fromEntries((await done(id)).map(({ verb, _count }) => [verb, _count]))

/** The same made into a folder, by file: what a release has to hold. */
async function sameInFolder({ spec: wish, cutOff, studyId }: Release & { studyId: string }) {
  const folder = await mkdtemp(join(tmpdir(), 'koppel-release-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const key = world.desk.releaseKey(studyId, wish.purpose)
  must(await releaseIntoFolder(world.desk, world.on(cutOff as Day), { spec: wish, key, cutOff: cutOff as Day, folder }))
  const names = (await readdir(folder)).filter((name) => name !== 'manifest.json').sort()
  return Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const))
}

async function kept(id: string) {
  const { files } = await filesOf(world.db, id)
  return Promise.all(
    files
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(async ({ name, size }) => {
        const pieces: Uint8Array[] = []
        for await (const piece of bytesOf(world.db, id, name)) pieces.push(piece)
        const bytes = Buffer.concat(pieces)
        expect(bytes.length).toBe(size)
        return [name, bytes] as const
      }),
  )
}

test('a worker that is rung makes what was asked for; its files are those of a folder, byte for byte', async () => {
  const queue = openQueue({ jobsUrl: database.jobsUrl })
  const worker = await startWorker(world.desk, { jobsUrl: database.jobsUrl })
  onTestFinished(async () => {
    await worker.close()
    await queue.close()
  })
  const id = await asked()
  await ringForRelease(queue, id)
  await expect.poll(async () => (await now(id)).state, { timeout: 90_000 }).toBe('made')
  const made = await now(id)
  expect(made).toMatchObject({ progress: 100, counts: { people: 2, rows: { wide: 2 } }, disclosure: { rows: 2 } })
  expect(await kept(id)).toEqual(await sameInFolder(made))
}, 120_000)

/** Rows that are not there yet for anybody else: whoever writes the same waits until this is decided. */
const IN_THE_WAY = {
  'in the middle of keeping its files': `
    INSERT INTO study.release_file (release_id, name, media, size, sha256) VALUES ($1, 'pairwise.sav', '-', 0, decode(repeat('00', 32), 'hex'))`,
  'when its files are kept, and not yet who is in it': `
    INSERT INTO study.release_member (release_id, registration_id, digest)
    SELECT $1, r.id, decode(repeat('00', 32), 'hex') FROM study.registration r JOIN study.release w ON w.study_id = r.study_id WHERE w.id = $1`,
}

test.each(Object.entries(IN_THE_WAY))(
  'a process that is killed %s leaves a release that the next one makes, once',
  async (_, row) => {
    const id = await asked()
    await connected(database.urls.owner, async (owner) => {
      // it waits here, however fast the machine is
      await owner.query('BEGIN')
      await owner.query(row, [id])
      const { urls, secret, home } = database
      const given: GivenRelease = { urls, secret, home, releaseId: id }
      const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM], {
        env: { ...process.env, GIVEN_RELEASE: JSON.stringify(given) },
        stdio: 'inherit',
      })
      await expect.poll(() => waiting(owner), { timeout: 90_000 }).toHaveLength(1)
      const over = once(child, 'exit')
      child.kill('SIGKILL')
      await over
      // nobody is behind it any more
      for (const pid of await waiting(owner)) await owner.query('SELECT pg_terminate_backend($1)', [pid])
      await owner.query('ROLLBACK')
    })
    expect(await now(id)).toMatchObject({ state: 'making', counts: null })
    const rung: string[] = []
    const enqueue = async (_: string, cargo: object) => void rung.push(...Object.values(cargo))
    await goOnWithReleases(world.desk, { enqueue } as unknown as Parameters<typeof goOnWithReleases>[1])
    expect(rung).toContain(id)
    await Promise.all([makeRelease(world.desk, id), makeRelease(world.desk, id)])
    await makeRelease(world.desk, id)
    expect(await now(id)).toMatchObject({ state: 'made', counts: { people: 2 } })
    expect(await timesOf(id)).toEqual({ begin_release: 2, finish_release: 1 })
    expect(await kept(id)).toEqual(await sameInFolder(await now(id)))
  },
  180_000,
)

/** Processes of the database that wait for what is held here. */
async function waiting(owner: pg.Client): Promise<number[]> {
  const { rows } = await owner.query<{ pid: number }>(
    'SELECT DISTINCT pid FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))',
  )
  return rows.map(({ pid }) => pid)
}

test('of nobody nothing is made, and it says why', async () => {
  const id = await asked({ population: { startedFrom: '2030-01-01' as Day } })
  await makeRelease(world.desk, id)
  expect(await now(id)).toMatchObject({ state: 'failed', failure: 'nobody_in_it' })
  expect(await filesOf(world.db, id)).toEqual({ files: [], there: false })
  await makeRelease(world.desk, id)
  expect((await now(id)).state).toBe('failed')
})

test('with the first of its people who is erased the bytes go; what they were stays', async () => {
  const id = await asked()
  await makeRelease(world.desk, id)
  const before = await filesOf(world.db, id)
  expect(before.there).toBe(true)
  must(await withdraw(world.db, world.on(MET), { clientId, collected: 'erase' }))
  expect(await filesOf(world.db, id)).toEqual({ ...before, there: false })
  expect(await now(id)).toMatchObject({ state: 'made', counts: { people: 2 } })
})

test('nobody takes a file of what was not let go, and who asked does not let it go', async () => {
  const id = await asked()
  const taken = () => noteDownload(world.db, world.on(MET), { releaseId: id, name: 'wide.csv' })
  expect(codeOf(await taken())).toBe('release_elsewhere')
  await makeRelease(world.desk, id)
  expect(codeOf(await taken())).toBe('release_elsewhere')
  const override = 'Only people who know them look at it.'
  const decision = { releaseId: id, approve: true, override }
  expect(codeOf(await decideRelease(world.db, world.on(MET), decision))).toBe('same_person')
  const other = { ...world.on(MET), actor: 'account:00000000-0000-7000-8000-000000000001' }
  expect(codeOf(await decideRelease(world.db, other, { releaseId: id, approve: true, override: 'too short' }))).toBe(
    'override_needed',
  )
  must(await decideRelease(world.db, other, decision))
  expect(codeOf(await decideRelease(world.db, other, { releaseId: id, approve: false }))).toBe('release_elsewhere')
  must(await taken())
  expect(await timesOf(id)).toMatchObject({ approve_release: 1, download_release: 1 })
})

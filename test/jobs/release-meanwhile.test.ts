import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { systemToday } from '../../app/platform/clock'
import { newId } from '../../app/platform/id'
import { addMonths } from '../../app/protocol/day'
import { wholeRelease } from '../../app/protocol/release-spec'
import { filesOf } from '../../app/records/releases/files'
import { releaseById } from '../../app/records/releases/release'
import { askRelease } from '../../app/records/releases/verbs'
import { withdrawSupervisorAnswers } from '../../app/records/supervisor-answers'
import { withdraw } from '../../app/records/withdrawal'
import { runImport } from '../../jobs/imports/run'
import { making } from '../../jobs/release/making'
import { freshDatabase } from '../database'
import { CLIENTS, MET, named } from '../people'
import { connected } from '../platform/connect'
import { codeOf, must, namedWorld, type World } from '../world'
import { handedIn } from './import-world'

const database = await freshDatabase()
let world: World
let clientId: string
const supervisorIds: string[] = []
beforeEach(async () => {
  world = await namedWorld(database)
  supervisorIds.length = 0
  for (const name of ['Evers', 'Fokkens'] as const) {
    const found = await world.interviewed(name)
    clientId = found.clientId
    supervisorIds.push(found.supervisorId ?? '')
    must(await world.answered(name, 'client'))
    must(await world.answered(name, 'supervisor'))
  }
})

/** Makes a release into a folder; `between` happens when the study was read and it is not known yet who is in it. */
async function made(between: () => Promise<unknown>) {
  const spec = { ...wholeRelease(world.study.protocol, 'analysis'), formats: ['csv'] as const }
  const { releaseId } = must(await askRelease(world.db, world.on(MET), spec))
  const folder = await mkdtemp(join(tmpdir(), 'koppel-release-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const key = world.desk.releaseKey(world.study.id, spec.purpose)
  const wish = { releaseId, spec, key, cutOff: MET, folder }
  const result = await making(world.desk, world.on(MET), { ...wish, keep: async () => void (await between()) })
  const { state, failure } = (await releaseById(world.db, releaseId)) ?? {}
  expect(await world.db.releaseMember.count({ where: { releaseId } })).toBe(result.ok ? 2 : 0)
  expect(await filesOf(world.db, releaseId)).toEqual({ files: [], there: false })
  return { code: codeOf(result), state, failure }
}
const MADE = { code: 'done', state: 'made', failure: null }
const BROKEN_OFF = { code: 'broken_off', state: 'failed', failure: 'broken_off' }
const erased = (supervisorId = supervisorIds[0] ?? '') =>
  withdrawSupervisorAnswers(world.db, world.on(MET), { supervisorId })

test('a release during whose making nothing comes between is made, also after answers were erased before it', async () => {
  must(await erased())
  expect(await made(async () => undefined)).toEqual(MADE)
})

test('answers of a supervisor that are erased while a release is made are in none', async () => {
  expect(await made(async () => must(await erased()))).toEqual(BROKEN_OFF)
})

test('a supervisor whose client is in no release ends none', async () => {
  const { supervisorId } = await world.approached('Berends')
  const wish = { id: newId(), studyId: world.study.id, supervisorId: supervisorId ?? '', withdrawnOn: new Date(MET) }
  expect(await made(() => world.db.answerWithdrawal.createMany({ data: wish }))).toEqual(MADE)
})

test('a client who has everything erased while a release is made is in none', async () => {
  expect(
    await made(async () => must(await withdraw(world.db, world.on(MET), { clientId, collected: 'erase' }))),
  ).toEqual(BROKEN_OFF)
})

test('an erasure that is under way is waited for', async () => {
  await connected(database.urls.owner, async (owner) => {
    const waits = async () => {
      const { rows } = await owner.query(
        'SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))',
      )
      return rows.length
    }
    let making: ReturnType<typeof made> | undefined
    await new Promise<void>((resolve, reject) => {
      making = made(async () => {
        // it has looked whose data which release holds, and found nobody; only then these are kept
        await owner.query('BEGIN')
        const wish = [newId(), world.study.id, supervisorIds[0], MET]
        await owner.query(
          'INSERT INTO study.answer_withdrawal (id, study_id, supervisor_id, withdrawn_on) VALUES ($1, $2, $3, $4)',
          wish,
        )
        await owner.query('SELECT study.erase_supervisor_answers($1)', [wish[0]])
        resolve()
      })
      making.catch(reject)
    })
    await expect.poll(waits, { timeout: 30_000 }).toBe(1)
    await owner.query('COMMIT')
    expect(await making).toEqual(BROKEN_OFF)
  })
})

test('a file of the register that is taken in meanwhile ends it: what is known and what is read would not be of one moment', async () => {
  const origin = { source: 'IRIS', legalBasis: 'Consent, §6', deleteBy: addMonths(systemToday(), 12), knownTo: MET }
  const { supervisionNumber } = named('Evers', CLIENTS.Evers)
  const row = `${supervisionNumber},${MET},early_intervention_report,,`
  const file = Buffer.from(`supervision,on,event,kind,reason\n${row}\n`)
  const taken = async () => {
    const sent = { kind: 'followup', file, past: false, apply: true, origin } as const
    await runImport(world.desk, await handedIn(world.desk, world.on(MET), sent))
    expect(await world.db.intakeImport.count({ where: { state: 'done' } })).toBe(1)
  }
  expect(await made(taken)).toEqual(BROKEN_OFF)
})

test('so does a questionnaire that nobody was asked before', async () => {
  const more = () =>
    world.db
      .$executeRaw`UPDATE study.measurement SET battery = array_append(battery, 'life-events@1') WHERE perspective = 'client'`
  expect(await made(more)).toEqual(BROKEN_OFF)
})

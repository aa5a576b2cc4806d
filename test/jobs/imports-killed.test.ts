import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { pendingErrands } from '../../app/identity/errands'
import { suppressed } from '../../app/mail/transport'
import type { Occasion } from '../../app/platform/occasion'
import { ANY_TIME } from '../../app/protocol/sending'
import { type IntakeImport, importById } from '../../app/records/imports'
import { deskOf } from '../../jobs/desk'
import { runImport } from '../../jobs/imports/run'
import { minute } from '../../jobs/minute'
import { freshDatabase, type TestDatabase } from '../database'
import { emptyStudy, handedIn, published } from './import-world'
import type { GivenImport } from './own-process'

const PROGRAM = join(import.meta.dirname, 'killed-import.ts')
/** Enough for five batches. */
const FILE = Buffer.from(
  `${published('instroom.csv').toString('latin1').split('\n').slice(0, 2301).join('\n')}\n`,
  'latin1',
)

/** What stands in the tables, without what is drawn at random: ids, pseudonyms, seals and moments. */
async function contents(database: TestDatabase, { study }: Occasion) {
  const { study: db, vault } = database
  const registrations = await db.registration.findMany({
    where: { studyId: study.id },
    select: {
      registeredOn: true,
      startedOn: true,
      status: true,
      modality: true,
      supervisionLevel: true,
      riskCategory: true,
      region: true,
      location: true,
      stage: true,
      stageOn: true,
      leftStep: true,
      leftReason: true,
      client: { select: { gender: true, birthYear: true } },
    },
  })
  const verbs = await db.auditEntry.groupBy({
    by: ['verb'],
    where: { studyId: study.id },
    _count: true,
    orderBy: { verb: 'asc' },
  })
  const vaultVerbs = await vault.vaultEntry.groupBy({ by: ['verb'], _count: true, orderBy: { verb: 'asc' } })
  return {
    registrations: registrations.map((one) => JSON.stringify(one)).sort(),
    counts: {
      clients: await db.client.count(),
      supervisors: await db.supervisor.count(),
      departures: await db.departure.count(),
      inquiries: await db.inquiry.count(),
      people: await vault.person.count(),
      staff: await vault.supervisorIdentity.count(),
      supervisions: await vault.supervision.count(),
      keys: await vault.keyEntry.count(),
    },
    verbs,
    vaultVerbs,
  }
}

const prepared = async (code: string) => {
  const database = await freshDatabase()
  const desk = deskOf(database, database, {
    transport: suppressed,
    sending: ANY_TIME,
    baseUrl: 'https://koppel.example',
  })
  const { occasion } = await emptyStudy(desk, code)
  const importId = await handedIn(desk, occasion, { kind: 'register', file: FILE, past: true, apply: true })
  const now = async () => (await importById(desk.study, occasion.study.id, importId)) as IntakeImport
  return { database, desk, occasion, importId, now }
}

test('an import that is killed in one batch after the other goes on where it stopped: the tables and counts are those of one that was not', async () => {
  const whole = await prepared('whole')
  await runImport(whole.desk, whole.importId)
  const { database, desk, occasion, importId, now } = await prepared('killed')
  const given: GivenImport = { urls: database.urls, secret: database.secret, home: database.home, importId }
  for (const reached of [1, 700, 1400]) {
    const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM], {
      env: { ...process.env, GIVEN_IMPORT: JSON.stringify(given) },
      stdio: 'inherit',
    })
    const over = new Promise((resolve) => child.once('exit', resolve))
    while (child.exitCode === null && (await now()).read < reached) await wait(5)
    // somewhere in the batch after it
    await wait(Math.random() * 200)
    child.kill('SIGKILL')
    await over
    // what the minute brings meanwhile leaves the halves of a batch to the import
    await minute(desk, occasion)
  }
  await runImport(desk, importId)
  const { added, unchanged, read, state } = await now()
  expect({ added, unchanged, read, state }).toEqual({ added: 2300, unchanged: 0, read: 2300, state: 'done' })
  await minute(desk, occasion)
  expect((await pendingErrands(desk.vault, occasion.study.id)).errands).toEqual([])
  expect(await contents(database, occasion)).toEqual(await contents(whole.database, whole.occasion))
}, 300_000)

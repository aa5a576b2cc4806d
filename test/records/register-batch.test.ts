import { beforeAll, expect, test } from 'vitest'
import { registerNamed } from '../../app/identity/registration'
import { suppressed } from '../../app/mail/transport'
import type { StudyRef } from '../../app/platform/occasion'
import { csvTable } from '../../app/platform/sheets/csv-table'
import { guessMapping } from '../../app/protocol/extract/guess'
import { readerOf } from '../../app/protocol/extract/reader'
import { ANY_TIME } from '../../app/protocol/sending'
import { type RegisteredCase, register } from '../../app/records/intake/register'
import { deskOf } from '../../jobs/desk'
import { factsIn, namedIn } from '../../jobs/imports/register-rows'
import { neededOn } from '../../jobs/terms'
import { freshDatabase, type TestDatabase } from '../database'
import { emptyStudy, published, takenIn } from '../jobs/import-world'
import { must } from '../world'

/** Some of the published register, and the same rows with changes in every tenth. */
const LINES = published('instroom.csv').toString('latin1').split('\n').slice(0, 301)
const FILE = Buffer.from(`${LINES.join('\n')}\n`, 'latin1')
const CHANGED = Buffer.from(
  `${LINES.map((line, at) => (at % 10 === 5 ? line.replace(/;(Lopend|Niet gestart|Wachtlijst)\s*$/, ';Wachtlijst') : line)).join('\n')}\n`,
  'latin1',
)

const prepared = async (code: string) => {
  const database = await freshDatabase()
  const desk = deskOf(database, database, {
    transport: suppressed,
    sending: ANY_TIME,
    baseUrl: 'https://koppel.example',
  })
  return { database, desk, ...(await emptyStudy(desk, code)) }
}
type Prepared = Awaited<ReturnType<typeof prepared>>

/** The same file, a row at a time, by the verbs that a replay uses. */
async function rowByRow({ desk, occasion }: Prepared, file: Buffer) {
  async function* bytes() {
    yield file
  }
  const [extract] = occasion.study.protocol.extracts
  if (!extract) throw new Error('no extract')
  const { header, rows } = must(await csvTable(bytes, {}))
  const cells: (readonly string[])[] = []
  for await (const row of rows) if ('cells' in row) cells.push(row.cells)
  const read = readerOf(extract, guessMapping(extract, header, cells).mapping, header, occasion.today)
  for (const values of cells.map((one) => must(read(one))))
    must(
      await registerNamed(desk.vault, occasion, {
        named: namedIn(values),
        facts: factsIn(extract, values),
        register: (whole: RegisteredCase) => register(desk.study, occasion, whole),
        needed: neededOn(desk.study, occasion),
      }),
    )
}

/** What every table has, without what is drawn at random; cases by what the register says of them. */
async function contents({ study: db, vault }: TestDatabase, study: StudyRef) {
  const cases = await db.registration.findMany({
    where: { studyId: study.id },
    include: { client: true, supervisor: true, departures: true, inquiry: true },
  })
  const plain = cases.map(
    ({ id: _, clientId: __, supervisorId, studyId: ___, client, supervisor, departures, inquiry, ...facts }) => ({
      ...facts,
      client: [client.gender, client.birthYear],
      supervised: supervisorId !== null && supervisor?.declinedOn === null,
      inquiry,
      departures: departures
        .map(({ step, reason, leftOn, returnedOn, decidedBy }) => [step, reason, leftOn, returnedOn, decidedBy].join())
        .sort(),
    }),
  )
  const entries = await db.auditEntry.groupBy({
    by: ['verb', 'subject', 'actor', 'day'],
    where: { verb: 'register' },
    _count: true,
  })
  const verbs = { in: ['enter_registration', 'name_supervisor', 'change_supervisor'] }
  return {
    cases: plain.map((one) => JSON.stringify(one)).sort(),
    clients: await db.client.count(),
    supervisors: await db.supervisor.count(),
    entries,
    people: await vault.person.count(),
    staff: await vault.supervisorIdentity.count({ where: { emailHash: { not: null }, domainHash: { not: null } } }),
    supervisions: await vault.supervision.count(),
    keys: await vault.keyEntry.count(),
    chain: await vault.vaultEntry.groupBy({ by: ['verb', 'month'], where: { verb: verbs }, _count: true }),
  }
}

let one: Prepared
let many: Prepared
beforeAll(async () => {
  one = await prepared('one')
  many = await prepared('many')
})

test.each([
  ['new', FILE],
  ['with changes', CHANGED],
])(
  'a register %s comes to the same row by row and five hundred at once',
  async (_, file) => {
    await rowByRow(one, file)
    const { done } = await takenIn(many.desk, many.occasion, { kind: 'register', file, past: false, apply: true })
    expect(done).toMatchObject({ state: 'done', refusedCount: 0 })
    expect(await contents(many.database, many.study)).toEqual(await contents(one.database, one.study))
  },
  120_000,
)

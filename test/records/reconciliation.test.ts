import { beforeEach, expect, test } from 'vitest'
import { signedPerMonth } from '../../app/identity/counted'
import { endConsent } from '../../app/identity/ending'
import { addDays, day, monthOf } from '../../app/protocol/day'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { interviewsPerMonth } from '../../app/records/reconciliation/interviews'
import { reconcile } from '../../app/records/reconciliation/reconcile'
import { signOff } from '../../app/records/reconciliation/sign-off'
import { statementMonths, statementsOf } from '../../app/records/reconciliation/statements'
import { worklist } from '../../app/records/worklist'
import { dailySweep } from '../../jobs/daily-sweep'
import { freshDatabase } from '../database'
import { MET, OPENS, SMIT } from '../people'
import { connected } from '../platform/connect'
import { codeOf, FACTS, must, namedWorld, type World } from '../world'
import { atOnce } from './at-once'

const database = await freshDatabase()
const MONTH = monthOf(MET)
const LAST = day('2012-03-31')
const FIRST_AFTER = addDays(LAST, 1)
const { location } = FACTS

let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const compareOn = (on: string) =>
  reconcile(world.db, world.on(on), (locations) => signedPerMonth(world.vault, world.study.id, locations))
const statements = () => statementsOf(world.db, world.study.id, MONTH)
const months = async () => (await statementMonths(world.db, world.study.id, { before: null, limit: null })).items
const rows = async () => (await statements())[0]?.rows
const tasks = async (on: string, role: 'coordinator' | 'interviewer' = 'coordinator') => {
  const { items, counts } = await worklist(world.db, world.on(on), { on: day(on), role, limit: null })
  const mine = items.filter(({ kind }) => kind === 'reconciliation')
  expect(counts.reconciliation).toBe(mine.length)
  return mine
}
const sign = (on: string, seq: number, remark = '') => signOff(world.db, world.on(on), { month: MONTH, seq, remark })
/** Signed, and nobody interviewed. */
const signedOnly = async (name: 'Evers' | 'Fokkens') => {
  await world.approached(name)
  must(await world.consented(name))
}
const auditOf = async (verb: string) =>
  (await world.db.auditEntry.findMany({ where: { studyId: world.study.id, verb }, orderBy: { id: 'asc' } })).map(
    ({ actor, subject, details }) => ({ actor, subject, details }),
  )

test('forms and interviews that are equal make a statement of the month when it is over, and no work', async () => {
  await world.interviewed('Evers')
  await world.interviewed('Fokkens')
  expect(await compareOn(LAST)).toBe(0)
  expect(await statements()).toEqual([])
  expect(await compareOn(FIRST_AFTER)).toBe(1)
  expect(await statements()).toEqual([
    {
      month: MONTH,
      seq: 1,
      computedOn: FIRST_AFTER,
      state: 'matches',
      signing: null,
      rows: [{ location, forms: 2, interviews: 2, difference: 0 }],
    },
  ])
  expect(await tasks(FIRST_AFTER)).toEqual([])
  expect(await compareOn(OPENS)).toBe(0)
  expect(await statements()).toHaveLength(1)
})

test('the second wave needs no form', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const second = { registrationId, wave: 'T2', on: OPENS, contacts: null, interviewer: null, minutes: 40 }
  must(await holdInterview(world.db, world.on(OPENS), second))
  expect(await interviewsPerMonth(world.db, world.study)).toEqual([{ location, month: MONTH, count: 1 }])
  await compareOn(addDays(OPENS, 60))
  expect((await months()).map(({ month }) => month)).toEqual([MONTH])
})

test('forms without an interview are work of the coordinator until the numbers are equal', async () => {
  await signedOnly('Evers')
  await compareOn(FIRST_AFTER)
  expect(await tasks(FIRST_AFTER)).toMatchObject([
    { month: MONTH, location, due: FIRST_AFTER, state: 'due', pseudonym: null, registrationId: null, cite: '§6' },
  ])
  expect(await tasks(addDays(FIRST_AFTER, 1))).toMatchObject([{ state: 'overdue', daysLeft: -1 }])
  expect(await tasks(LAST)).toEqual([])
  expect(await tasks(FIRST_AFTER, 'interviewer')).toEqual([])
  await world.interviewed('Fokkens')
  await connected(database.urls.owner, (owner) =>
    owner.query('UPDATE study.registration SET location = $2 WHERE study_id = $1', [world.study.id, 'Arnhem']),
  )
  // the register moved both cases: the forms stayed where they were signed, and are still counted
  await compareOn(addDays(FIRST_AFTER, 2))
  expect(await rows()).toEqual([
    { location: '', forms: 2, interviews: 0, difference: 2 },
    { location: 'Arnhem', forms: 0, interviews: 1, difference: -1 },
  ])
  expect(await tasks(addDays(FIRST_AFTER, 2))).toHaveLength(2)
  // what was to be done on the day before stays what it was
  expect(await tasks(FIRST_AFTER)).toMatchObject([{ location }])
})

test('an interview handed in late solves it', async () => {
  await signedOnly('Evers')
  await compareOn(FIRST_AFTER)
  expect(await tasks(FIRST_AFTER)).toHaveLength(1)
  await connected(database.urls.owner, (owner) =>
    owner.query(
      `INSERT INTO study.measurement (id, study_id, registration_id, wave, perspective, battery, opened_on)
       SELECT gen_random_uuid(), study_id, id, 'T1', 'client', '{}', $2 FROM study.registration WHERE study_id = $1`,
      [world.study.id, MET],
    ),
  )
  expect(await compareOn(addDays(FIRST_AFTER, 1))).toBe(1)
  expect((await statements()).map(({ seq, state }) => [seq, state])).toEqual([
    [2, 'matches'],
    [1, 'differs'],
  ])
  expect(await tasks(addDays(FIRST_AFTER, 1))).toEqual([])
})

test('a form that ended counts in the month of signing; a refused one was not signed', async () => {
  const { clientId } = await world.interviewed('Evers')
  await world.interviewed('Fokkens')
  must(await endConsent(world.vault, world.on(FIRST_AFTER), { clientId, collected: 'keep' }))
  await compareOn(FIRST_AFTER)
  expect(await rows()).toMatchObject([{ forms: 2, interviews: 2 }])
  await connected(database.urls.owner, (owner) =>
    owner.query(`UPDATE identity.consent_form SET state = 'refused' WHERE study_alias = $1 AND ended_month IS NULL`, [
      world.vault.keys.alias(world.study.id),
    ]),
  )
  await compareOn(FIRST_AFTER)
  expect(await rows()).toMatchObject([{ forms: 1, interviews: 2, difference: -1 }])
})

test('a difference is signed off with a remark only, and is no work from then on', async () => {
  await signedOnly('Evers')
  expect(codeOf(await sign(FIRST_AFTER, 1))).toBe('unknown_statement')
  await compareOn(FIRST_AFTER)
  const explained = addDays(FIRST_AFTER, 2)
  expect(codeOf(await sign(explained, 1))).toBe('difference_unexplained')
  expect(codeOf(await sign(explained, 2, 'seen'))).toBe('counts_changed')
  expect(codeOf(await sign(explained, 1, 'x'.repeat(1_001)))).toBe('too_long')
  expect(await tasks(explained)).toHaveLength(1)
  must(await sign(explained, 1, 'the client left before the interview'))
  expect(codeOf(await sign(explained, 1, 'once more'))).toBe('signed_off_before')
  expect(await statements()).toMatchObject([
    {
      state: 'signed_off',
      signing: { actor: SMIT, on: explained, remark: 'the client left before the interview' },
      rows: [{ forms: 1, interviews: 0 }],
    },
  ])
  expect(await months()).toMatchObject([{ month: MONTH, state: 'signed_off', differing: 1, signing: { actor: SMIT } }])
  expect(await tasks(explained)).toEqual([])
  expect(await tasks(addDays(explained, -1))).toHaveLength(1)
  expect(await compareOn(explained)).toBe(0)
  expect(await auditOf('sign_off_statement')).toEqual([
    { actor: SMIT, subject: 'statement', details: { month: MONTH, seq: 1 } },
  ])
})

test('equal numbers need no remark; a late form opens the month anew and the signed statement stays', async () => {
  await world.interviewed('Evers')
  await compareOn(FIRST_AFTER)
  must(await sign(FIRST_AFTER, 1))
  await signedOnly('Fokkens')
  const later = addDays(FIRST_AFTER, 5)
  expect(await compareOn(later)).toBe(1)
  expect(await months()).toMatchObject([{ seq: 2, state: 'differs', signing: null, forms: 2, interviews: 1 }])
  expect(await statements()).toMatchObject([
    { seq: 2, computedOn: later, signing: null, rows: [{ forms: 2, interviews: 1 }] },
    { seq: 1, computedOn: FIRST_AFTER, signing: { remark: null }, rows: [{ forms: 1, interviews: 1 }] },
  ])
  expect(await tasks(later)).toHaveLength(1)
  expect(codeOf(await sign(later, 1, 'the old one'))).toBe('counts_changed')
  must(await sign(later, 2, 'a form came late'))
  expect(await tasks(later)).toEqual([])
})

test('when all that was counted is gone, the month has a statement without locations', async () => {
  await signedOnly('Evers')
  await compareOn(FIRST_AFTER)
  const alias = world.vault.keys.alias(world.study.id)
  await connected(database.urls.owner, async (owner) => {
    const forms = '(SELECT id FROM identity.consent_form WHERE study_alias = $1)'
    await owner.query(`DELETE FROM identity.consent_answer WHERE form_id IN ${forms}`, [alias])
    await owner.query('DELETE FROM identity.consent_form WHERE study_alias = $1', [alias])
  })
  expect(await compareOn(FIRST_AFTER)).toBe(1)
  expect(await rows()).toEqual([])
  expect(await months()).toMatchObject([{ state: 'matches', forms: 0, interviews: 0 }])
  expect(await tasks(FIRST_AFTER)).toEqual([])
})

test('two who sign off at once: one does, the other is told', async () => {
  await world.interviewed('Evers')
  await compareOn(FIRST_AFTER)
  const { id } = await world.db.statement.findFirstOrThrow({ where: { studyId: world.study.id } })
  const results = await atOnce(
    database,
    id,
    [() => sign(FIRST_AFTER, 1), () => sign(FIRST_AFTER, 1)],
    'study.statement',
  )
  expect(results.map(codeOf)).toEqual(['done', 'signed_off_before'])
  expect(await auditOf('sign_off_statement')).toHaveLength(1)
})

test('many who compare at once write one statement', async () => {
  await signedOnly('Evers')
  const written = await Promise.all(Array.from({ length: 6 }, () => compareOn(FIRST_AFTER)))
  expect(written.reduce((total, one) => total + one, 0)).toBe(1)
  expect(await statements()).toHaveLength(1)
  expect(await auditOf('state_month')).toEqual([
    { actor: SMIT, subject: 'statement', details: { month: MONTH, seq: 1 } },
  ])
})

test('the day’s sweep compares, and the numbers of one study are not those of another', async () => {
  await signedOnly('Evers')
  const other = await namedWorld(database)
  await other.interviewed('Evers')
  expect(await dailySweep(world.desk, { ...world.on(FIRST_AFTER), actor: 'system' })).toMatchObject({ monthsStated: 1 })
  expect(await rows()).toMatchObject([{ forms: 1, interviews: 0 }])
  expect(await auditOf('state_month')).toMatchObject([{ actor: 'system' }])
  expect(await statementMonths(world.db, other.study.id, { before: null, limit: null })).toEqual({
    items: [],
    next: null,
  })
})

test('sixty months at two hundred locations are compared, paged and signed', async () => {
  const places = Array.from({ length: 200 }, (_, n) => `Plaats ${n}`)
  const forms = Array.from(
    { length: 60 },
    (_, n) => `${2008 + Math.floor(n / 12)}-${`${(n % 12) + 1}`.padStart(2, '0')}`,
  ).flatMap((month) => places.map((place) => ({ month, location: place, count: 3 })))
  expect(await reconcile(world.db, world.on('2013-01-01'), async () => forms)).toBe(60)
  expect(await reconcile(world.db, world.on('2013-01-01'), async () => forms)).toBe(0)
  const seen: string[] = []
  let before: string | null = null
  do {
    const page: Awaited<ReturnType<typeof statementMonths>> = await statementMonths(world.db, world.study.id, {
      before,
      limit: 24,
    })
    seen.push(...page.items.map(({ month }) => month))
    for (const line of page.items) expect(line).toMatchObject({ forms: 600, interviews: 0, differing: 200 })
    before = page.next
  } while (before !== null)
  expect(seen).toEqual([...new Set(forms.map(({ month }) => month))].reverse())
  const { counts } = await worklist(world.db, world.on('2013-01-01'), {
    on: day('2013-01-01'),
    role: 'coordinator',
    limit: 40,
  })
  expect(counts.reconciliation).toBe(12_000)
})

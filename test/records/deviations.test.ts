import { beforeEach, expect, test } from 'vitest'
import { addDays, type Day, day } from '../../app/protocol/day'
import { decideDeviation, raiseDeviation } from '../../app/records/deviations/by-hand'
import { deviationCounts, deviations } from '../../app/records/deviations/list'
import { sweepDeviations } from '../../app/records/deviations/sweep'
import { withdraw } from '../../app/records/withdrawal'
import { lookForDeviations } from '../../jobs/deviations'
import { freshDatabase } from '../database'
import { CLOSES, MET, OPENS } from '../people'
import { codeOf, FACTS, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const look = (on: Day = MET) => lookForDeviations(world.desk, world.on(on))
const found = async () => (await deviations(world.db, world.study.id, {})).items
const kinds = async () => (await found()).map(({ kind, state }) => `${kind} ${state}`)
/** What a verb would refuse, as a file of the past can bring it. */
const measured = (registrationId: string, wave: string, data: { contacts?: number; openedOn?: Date }) =>
  world.db.measurement.updateMany({ where: { registrationId, wave, perspective: 'client' }, data })

test('an interview by the rules raises nothing', async () => {
  await world.interviewed('Evers')
  expect(await look()).toBe(0)
  expect(await found()).toEqual([])
})

test('contacts outside the rule are raised once, resolve when they were corrected, and come back', async () => {
  const { registrationId } = await world.interviewed('Evers')
  await measured(registrationId, 'T1', { contacts: 5 })
  expect([await look(), await look()]).toEqual([1, 0])
  expect(await found()).toMatchObject([
    {
      kind: 'contacts_outside_rule',
      location: 'Utrecht',
      month: '2012-03',
      raisedBy: 'rule',
      foundOn: MET,
      state: 'open',
    },
  ])
  await measured(registrationId, 'T1', { contacts: 4 })
  expect([await look(addDays(MET, 1)), await look(addDays(MET, 1))]).toEqual([1, 0])
  expect(await found()).toMatchObject([{ state: 'resolved', resolvedOn: addDays(MET, 1) }])
  await measured(registrationId, 'T1', { contacts: 1 })
  expect(await look(addDays(MET, 2))).toBe(1)
  expect(await found()).toMatchObject([{ state: 'open', resolvedOn: null }])
})

test('an interview on the last day of its window is in it, one the day after is not', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const held = async (on: Day) => {
    const where = { registrationId, wave: 'T2', perspective: 'client' }
    const there = await world.db.measurement.count({ where })
    if (there) await measured(registrationId, 'T2', { openedOn: new Date(on) })
    else {
      const [first] = await world.db.measurement.findMany({ where: { registrationId, perspective: 'client' } })
      const { id, studyId, dyadId, battery } = first as NonNullable<typeof first>
      const row = { id: id.replace(/.$/, '0'), studyId, dyadId, battery, ...where, openedOn: new Date(on) }
      await world.db.measurement.createMany({ data: row })
    }
  }
  for (const [on, moved] of [
    [OPENS, 0],
    [CLOSES, 0],
    [addDays(CLOSES, 1), 1],
    [addDays(OPENS, -1), 0],
    [OPENS, 1],
  ] as const) {
    await held(on)
    expect([on, await look(CLOSES)]).toEqual([on, moved])
  }
  expect(await kinds()).toEqual(['outside_window resolved'])
})

test('an interview needs consent, and taking it back later is no deviation', async () => {
  const { clientId, registrationId } = await world.interviewed('Evers')
  must(await withdraw(world.db, world.on(addDays(MET, 3)), { clientId, collected: 'erase' }))
  expect(await look(addDays(MET, 3))).toBe(0)
  const other = await world.approached('Fokkens')
  const [row] = await world.db.measurement.findMany({ where: { registrationId, perspective: 'client' } })
  const { dyadId: _, ...held } = row as NonNullable<typeof row>
  const without = { ...held, id: held.id.replace(/.$/, '1'), registrationId: other.registrationId }
  await world.db.measurement.createMany({ data: without })
  expect(await look()).toBe(1)
  expect(await kinds()).toEqual(['no_consent_form open'])
  must(await world.consented('Fokkens'))
  expect(await look()).toBe(1)
  expect(await kinds()).toEqual(['no_consent_form resolved'])
})

test('of a supervisor’s pairs the fourth is one too many', async () => {
  for (const name of ['Aalders', 'Berends', 'Cornelis'] as const) await world.approached(name)
  const { supervisorId } = await world.approached('Evers')
  expect(await look()).toBe(0)
  const [prins] = await world.db.dyad.findMany({
    where: { studyId: world.study.id, supervisorId: { not: supervisorId as string } },
  })
  const supervisor = { supervisorId: prins?.supervisorId as string }
  await world.db.dyad.updateMany({ where: { studyId: world.study.id }, data: supervisor })
  expect([await look(), await look()]).toEqual([1, 0])
  expect(await kinds()).toEqual(['too_many_places open'])
})

test('forms in a version that was not in force are counted by place and month, tied to nobody', async () => {
  await world.interviewed('Evers')
  const studyAlias = world.vault.keys.alias(world.study.id)
  await world.vault.db.consentForm.updateMany({
    where: { studyAlias },
    data: { month: '2001-01' },
  })
  expect([await look(), await look()]).toEqual([1, 0])
  expect(await found()).toMatchObject([
    { kind: 'consent_version', pseudonym: null, location: FACTS.location, month: '2001-01' },
  ])
})

test('somebody writes a deviation down, about a pair or a place, and somebody decides on it with words', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const { pseudonym } = await world.db.dyad.findFirstOrThrow({ where: { registrationId } })
  const on = world.on(MET)
  const told = { kind: 'unqualified_interviewer', pseudonym, location: '', on: MET, remark: 'Alone, the first time.' }
  const raise = async (changes: Partial<typeof told>) =>
    codeOf(await raiseDeviation(world.db, on, { ...told, ...changes }))
  expect(await raise({})).toBe('done')
  expect(await raise({ pseudonym: '', location: 'Utrecht', kind: 'other' })).toBe('done')
  expect(await raise({ kind: 'outside_window' })).toBe('required')
  expect(await raise({ remark: '' })).toBe('required')
  expect(await raise({ on: addDays(MET, 1) })).toBe('in_future')
  expect(await raise({ pseudonym: 'AAA-AAA-AAA' })).toBe('unknown_pseudonym')
  expect(await raise({ pseudonym: '' })).toBe('required')
  expect(await raise({ pseudonym: '', location: 'Atlantis' })).toBe('unknown_location')
  const [place, pair] = await found()
  expect([place?.pseudonym, pair?.pseudonym]).toEqual([null, pseudonym])
  const decide = async (changes: object) =>
    codeOf(
      await decideDeviation(world.db, on, { id: pair?.id ?? '', decision: 'reported', remark: 'Told.', ...changes }),
    )
  expect(await decide({ remark: '' })).toBe('required')
  expect(await decide({ decision: 'forgotten' })).toBe('required')
  expect([await decide({}), await decide({})]).toEqual(['done', 'already_decided'])
  expect(await decide({ id: registrationId })).toBe('unknown_deviation')
  expect(await deviationCounts(world.db, world.study.id)).toEqual({ open: 1, decided: 1, resolved: 0 })
  // what somebody wrote down is not the rules' to resolve
  expect(await look()).toBe(0)
})

test('the list goes on where the page before ended, and by kind, state and place', async () => {
  const findings = Array.from({ length: 1003 }, (_, n) => ({
    kind: 'consent_version' as const,
    fact: `${n}`,
    registrationId: null,
    location: n % 2 ? 'Utrecht' : 'Alkmaar',
    month: '2012-03',
  }))
  expect(await sweepDeviations(world.db, world.on(MET), findings)).toBe(1003)
  const audited = await world.db.auditEntry.count({ where: { studyId: world.study.id, verb: 'raise_deviation' } })
  expect(audited).toBe(1003)
  const seen = new Set<string>()
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof deviations>> = await deviations(world.db, world.study.id, {
      after,
      limit: 400,
    })
    for (const { id } of page.items) seen.add(id)
    after = page.next
  } while (after)
  expect(seen.size).toBe(1003)
  const at = (wanted: object) => deviations(world.db, world.study.id, wanted).then(({ items }) => items.length)
  expect(await at({ location: 'Utrecht' })).toBe(501)
  expect(await at({ kind: 'other' })).toBe(0)
  expect(await at({ state: 'resolved' })).toBe(0)
  expect(await sweepDeviations(world.db, world.on(day('2012-04-01')), [])).toBe(1003)
  expect(await at({ state: 'resolved' })).toBe(1003)
})

import { beforeEach, expect, test } from 'vitest'
import { addDays, type Day } from '../../app/protocol/day'
import { dyads } from '../../app/records/dyads'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { recordEvent } from '../../app/records/follow-up/event'
import { timeline } from '../../app/records/timeline'
import { withdraw } from '../../app/records/withdrawal'
import { freshDatabase } from '../database'
import { CLOSES, MET, OPENS, planted, REPLIED, SMIT } from '../people'
import { must, namedWorld, type World } from '../world'
import { MANY, tenThousand } from './ten-thousand'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const list = (on: Day, part: Partial<Parameters<typeof dyads>[2]> = {}) =>
  dyads(world.db, world.study, { on, limit: 50, ...part })
const pseudonyms = async (registrationId: string) => {
  const one = await world.db.dyad.findUniqueOrThrow({
    where: { registrationId },
    include: { registration: { include: { client: true } } },
  })
  return { dyad: one.pseudonym, client: one.registration.client.pseudonym }
}

test('a pair is found by its pseudonym or the client’s, whole or begun, however it is typed', async () => {
  const { registrationId } = await world.approached('Evers')
  await world.approached('Fokkens')
  const { dyad, client } = await pseudonyms(registrationId)
  const bare = dyad.replaceAll('-', '')
  for (const search of [
    dyad,
    client,
    ` ${dyad.toLowerCase()} `,
    bare,
    bare.slice(0, 7).toLowerCase(),
    dyad.slice(0, 8),
    bare.replace(/^(.{3})/, '$1 '),
  ])
    expect((await list(MET, { search })).items, search).toMatchObject([{ pseudonym: dyad, clientPseudonym: client }])
  for (const search of ['Evers', '%', '0', `${bare}2`]) expect((await list(MET, { search })).items, search).toEqual([])
  expect((await list(MET, { search: '' })).items).toHaveLength(2)
  expect((await list(MET, { locations: ['Arnhem'] })).items).toEqual([])
})

test('the state of each wave is that of the day', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const states = async (on: Day) => (await list(on)).items[0]?.waves.map(({ state }) => state)
  expect(await states(addDays(MET, -1))).toEqual(['open', 'not_anchored'])
  expect(await states(MET)).toEqual(['begun', 'not_yet'])
  must(await world.answered('Evers', 'client'))
  expect(await states(MET)).toEqual(['held', 'not_yet'])
  expect(await states(OPENS)).toEqual(['held', 'open'])
  expect(await states(addDays(CLOSES, -28))).toEqual(['held', 'closing'])
  expect(await states(addDays(CLOSES, 1))).toEqual(['held', 'missed'])
  const interview = { registrationId, wave: 'T2', on: CLOSES, contacts: null, minutes: null, interviewer: null }
  must(await holdInterview(world.db, world.on(CLOSES), interview))
  expect(await states(addDays(CLOSES, 1))).toEqual(['held', 'begun'])
  must(await world.answered('Evers', 'client', { wave: 'T2', on: CLOSES }))
  expect(await states(addDays(CLOSES, 1))).toEqual(['held', 'held'])
})

test('a withdrawn client shows as withdrawn, a thousand pairs page without gaps or doubles', async () => {
  const { clientId } = await world.interviewed('Evers')
  must(await world.answered('Evers', 'client'))
  must(await withdraw(world.db, world.on(OPENS), { clientId, collected: 'keep' }))
  expect((await list(OPENS)).items[0]?.waves.map(({ state }) => state)).toEqual(['held', 'withdrawn'])
  await tenThousand(database, world.study, MET)
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof list>> = await list(MET, { limit: 300, after })
    seen.push(...page.items.map(({ pseudonym }) => pseudonym))
    after = page.next
  } while (after !== null)
  expect(seen).toHaveLength(MANY / 10 + 1)
  expect(seen).toEqual([...new Set(seen)].sort())
})

test('the timeline tells the whole course of a pair in order, by whom, and no name or answer', async () => {
  const { registrationId } = await world.interviewed('Evers', { phone: 'declined' })
  must(await world.answered('Evers', 'client'))
  must(await world.answered('Evers', 'supervisor'))
  const report = { registrationId, event: 'early_intervention_report', on: OPENS, kind: null, reason: null }
  must(await recordEvent(world.db, world.on(OPENS), report))
  const { dyad, client } = await pseudonyms(registrationId)
  const told = await timeline(world.db, world.on(OPENS), dyad)
  expect(told).toMatchObject({ pseudonym: dyad, client, location: 'Utrecht' })
  expect(told?.entries.map(({ kind }) => kind)).toEqual([
    'registered',
    'inquired',
    'mail_cancelled',
    'replied',
    'approachable',
    'bound',
    'interviewed',
    'questionnaire_opened',
    'questionnaire_completed',
    'mail_cancelled',
    'register_early_intervention_report',
  ])
  expect(told?.entries.map(({ on }) => on)).toEqual(told?.entries.map(({ on }) => on).sort())
  expect(told?.windows).toMatchObject([
    { wave: 'T1', state: 'held' },
    { wave: 'T2', state: 'open', opens: OPENS, closes: CLOSES, appointmentOn: null },
  ])
  expect(told?.permissions.filter(({ granted }) => !granted)).toEqual([{ scope: 'phone', granted: false }])
  expect(told?.outcomes).toContainEqual(
    expect.objectContaining({ outcome: 'early_intervention_report', value: 'yes', on: OPENS, relative: 'no_t2' }),
  )
  for (const secret of [...planted, SMIT]) expect(JSON.stringify(told)).not.toContain(secret)
})

test('a pair of another study, of another location or of nobody is not there', async () => {
  const { registrationId } = await world.approached('Evers')
  const { dyad } = await pseudonyms(registrationId)
  const other = await namedWorld(database)
  expect(await timeline(other.db, other.on(REPLIED), dyad)).toBeNull()
  expect(await timeline(world.db, world.on(REPLIED), 'ZZZ-ZZZ-ZZZ')).toBeNull()
  expect(await timeline(world.db, world.on(REPLIED), dyad, { locations: ['Arnhem'] })).toBeNull()
  expect(await timeline(world.db, world.on(REPLIED), dyad, { locations: ['Utrecht'] })).not.toBeNull()
})

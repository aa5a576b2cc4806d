import { expect, test } from 'vitest'
import { amendBreach, breaches, breachOf, registerBreach } from '../../app/identity/breaches'
import { beginRotation, reseal } from '../../app/identity/rotation'
import { trailOf } from '../../app/identity/trail'
import type { BreachFacts } from '../../app/protocol/breach'
import { freshDatabase } from '../database'
import { MET } from '../people'
import { connected } from '../platform/connect'
import { codeOf, must, namedWorld } from '../world'
import { KNOWN_SO_FAR } from './breach'

const database = await freshDatabase()
const world = await namedWorld(database)
const { vault } = world

const DISCOVERED = '2012-03-24T09:30:00.000Z'
const hours = (count: number) => new Date(new Date(DISCOVERED).getTime() + count * 3_600_000)
const FACTS: BreachFacts = {
  happened: 'De lijst van Aalders en Evers lag in de trein',
  discoveredAt: DISCOVERED,
  ...KNOWN_SO_FAR,
  material: ['names', 'offences'],
}
const writing = (at = hours(1)) => ({ occasion: world.on(MET), at })
const register = (changes: Partial<BreachFacts> = {}, at = hours(1)) =>
  registerBreach(vault, writing(at), { ...FACTS, ...changes })
const amend = (id: string, seq: number, changes: Partial<BreachFacts>, at = hours(2)) =>
  amendBreach(vault, writing(at), { id, seq, facts: { ...FACTS, ...changes } })

test('what was written first stays when more is known, with who wrote it and when', async () => {
  const id = must(await register())
  must(await amend(id, 1, { people: 40 }))
  const reportedAt = hours(70).toISOString()
  must(await amend(id, 2, { people: 41, reporting: 'reported', reportedAt }, hours(71)))
  const breach = await breachOf(vault, world.study.id, id)
  expect(breach?.history.map(({ seq, people }) => [seq, people])).toEqual([
    [3, 41],
    [2, 40],
    [1, 2],
  ])
  expect(breach?.now).toMatchObject({
    ...FACTS,
    people: 41,
    reporting: 'reported',
    reportedAt,
    by: world.on(MET).actor,
  })
  expect(breach?.history.at(-1)).toMatchObject({ ...FACTS, writtenAt: hours(1).toISOString() })
  const trail = await trailOf(vault, id)
  expect(trail.map(({ verb, details }) => [verb, details])).toEqual([
    ['register_breach', {}],
    ['amend_breach', { version: 2 }],
    ['amend_breach', { version: 3 }],
  ])
})

test.each<[string, string, Partial<BreachFacts>, number]>([
  ['required', 'what happened', { happened: '' }, 1],
  ['required', 'the material', { material: [] }, 1],
  ['in_future', 'discovered later than now', { discoveredAt: hours(2).toISOString() }, 1],
  ['required', 'reported, and not when', { reporting: 'reported' }, 1],
  ['in_future', 'reported later than now', { reporting: 'reported', reportedAt: hours(2).toISOString() }, 1],
  ['before_discovery', 'reported before', { reporting: 'reported', reportedAt: hours(-1).toISOString() }, 1],
  ['late_without_reason', 'late', { reporting: 'reported', reportedAt: hours(72.1).toISOString() }, 80],
  ['reason_needed', 'not reported', { reporting: 'not_needed' }, 1],
  ['not_reported_yet', 'closed', { closedAt: hours(1).toISOString() }, 1],
  ['done', 'at the last minute', { reporting: 'reported', reportedAt: hours(72).toISOString() }, 80],
  ['done', 'late and why', { reporting: 'reported', reportedAt: hours(72.1).toISOString(), reason: 'vakantie' }, 80],
])('%s: %s', async (code, _, changes, at) => {
  const before = (await breaches(vault, world.study.id)).length
  expect(codeOf(await register(changes, hours(at)))).toBe(code)
  expect((await breaches(vault, world.study.id)).length).toBe(before + (code === 'done' ? 1 : 0))
})

test('of two who write at once one is told, and nothing is lost', async () => {
  const id = must(await register())
  const codes = (await Promise.all([1, 2, 3, 4].map((people) => amend(id, 1, { people })))).map(codeOf).sort()
  expect(codes).toEqual(['changed_meanwhile', 'changed_meanwhile', 'changed_meanwhile', 'done'])
  expect((await breachOf(vault, world.study.id, id))?.history).toHaveLength(2)
  expect(codeOf(await amend('00000000-0000-4000-8000-000000000001', 1, {}))).toBe('unknown_breach')
})

test('another study sees none of it', async () => {
  const other = await namedWorld(database)
  const id = must(await register())
  expect(await breaches(vault, other.study.id)).toEqual([])
  expect(await breachOf(vault, other.study.id, id)).toBeNull()
  const { occasion, at } = { occasion: other.on(MET), at: hours(2) }
  expect(codeOf(await amendBreach(vault, { occasion, at }, { id, seq: 1, facts: FACTS }))).toBe('unknown_breach')
})

test.each([
  `UPDATE identity.breach SET seq = seq + 1`,
  `UPDATE identity.breach SET breach_id = id`,
  'DELETE FROM identity.breach',
  'TRUNCATE identity.breach',
])('the vault itself cannot: %s', async (statement) => {
  await expect(connected(database.urls.vault, (client) => client.query(statement))).rejects.toThrow(/permission denied/)
})

test('it is sealed, reads the same after a change of key, and nobody is named in clear', async () => {
  const id = must(await register({ consequences: 'Fokkens is gebeld' }))
  const before = await breachOf(vault, world.study.id, id)
  await beginRotation(vault, 'system')
  await reseal(vault)
  expect(await breachOf(vault, world.study.id, id)).toEqual(before)
  const rows = await connected(database.urls.owner, async (owner) => {
    const breach = await owner.query<{ row: string }>(`SELECT encode(sealed, 'escape') AS row FROM identity.breach`)
    const entries = await owner.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM audit.entry t`)
    return [...breach.rows, ...entries.rows].map(({ row }) => row).join('\n')
  })
  expect(rows).not.toMatch(/Aalders|Evers|Fokkens|trein/)
})

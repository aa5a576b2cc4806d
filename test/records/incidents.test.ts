import { beforeEach, expect, test } from 'vitest'
import { addDays } from '../../app/protocol/day'
import { incidents, unseenIncidents } from '../../app/records/incidents/list'
import { recordIncident, seeIncident, type ToldIncident } from '../../app/records/incidents/record'
import { withdraw } from '../../app/records/withdrawal'
import { freshDatabase } from '../database'
import { MET } from '../people'
import { codeOf, FACTS, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const tell = async (changes: Partial<ToldIncident> = {}) =>
  recordIncident(world.db, world.on(MET), {
    registrationId: (await world.interviewed('Evers')).registrationId,
    kind: 'threat',
    on: MET,
    steps: ['told_coordinator', 'left_room'],
    remark: '',
    interviewer: 'I1',
    ...changes,
  })
const listed = (limit = 10, after: string | null = null) => incidents(world.db, world.study.id, { limit, after })

test('what happened stands in the list with the steps that were taken, until somebody has seen it', async () => {
  const { id } = must(await tell({ remark: 'a chair was thrown' }))
  const one = { id, on: MET, location: FACTS.location, kind: 'threat', remark: 'a chair was thrown', interviewer: 'I1' }
  expect((await listed()).items).toMatchObject([{ ...one, steps: ['left_room', 'told_coordinator'], seenOn: null }])
  expect(await unseenIncidents(world.db, world.study.id)).toBe(1)
  must(await seeIncident(world.db, world.on(MET), id))
  expect((await listed()).items).toMatchObject([{ seenOn: MET }])
  expect(await unseenIncidents(world.db, world.study.id)).toBe(0)
  expect(codeOf(await seeIncident(world.db, world.on(MET), id))).toBe('unknown_incident')
})

test.each([
  [{ kind: 'fire' }, 'unknown_choice'],
  [{ steps: ['paused'] }, 'unknown_choice'],
  [{ remark: 'a'.repeat(2_001) }, 'too_long'],
  [{ on: addDays(MET, 1) }, 'in_future'],
])('%o is refused', async (changes, code) => {
  expect(codeOf(await tell(changes))).toBe(code)
  expect((await listed()).items).toEqual([])
})

test('the audit says that something happened, not what', async () => {
  const { id } = must(await tell({ kind: 'disclosed_offence', steps: ['no_details'], remark: 'of a shop' }))
  const entry = await world.db.auditEntry.findFirstOrThrow({ where: { subjectId: id } })
  expect([entry.verb, entry.details]).toEqual(['record_incident', {}])
})

test('the list comes page by page, the last first', async () => {
  must(await tell({ on: addDays(MET, -1), kind: 'distress', steps: [] }))
  must(await tell())
  const first = await listed(1)
  expect(first.items).toMatchObject([{ on: MET }])
  const second = await listed(1, first.next)
  expect([second.items.map(({ kind }) => kind), second.next]).toEqual([['distress'], null])
})

test('who wants everything gone leaves that something happened, and nothing of whom', async () => {
  must(await tell({ remark: 'in words' }))
  const { clientId } = await world.interviewed('Evers')
  must(await withdraw(world.db, world.on(MET), { clientId, collected: 'erase' }))
  expect((await listed()).items).toMatchObject([{ pseudonym: null, remark: null, kind: 'threat' }])
})

test('a case of another study has none', async () => {
  const other = await namedWorld(database)
  const { registrationId } = await other.interviewed('Evers')
  expect(codeOf(await tell({ registrationId }))).toBe('unknown_case')
})

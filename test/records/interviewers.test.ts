import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { interviewerHash } from '../../app/identity/interviewers'
import { addDays, day } from '../../app/protocol/day'
import {
  addInterviewer,
  endInterviewer,
  interviewerOf,
  interviewersOf,
  tieToAccount,
} from '../../app/records/interviewers/interviewer'
import {
  obtain,
  qualificationsOf,
  qualifiedOn,
  takeBackQualification,
} from '../../app/records/interviewers/qualifications'
import { freshDatabase } from '../database'
import { MET, REGISTERED } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const hashOf = (account: string) => interviewerHash(world.vault, { ...world.on(MET), actor: `account:${account}` })
const add = (code: string, changes: Partial<Parameters<typeof addInterviewer>[2]> = {}) =>
  addInterviewer(world.db, world.on(MET), { code, student: false, accountHash: null, sinceOn: MET, ...changes })

test('an interviewer is known by a code, and by an account once it is tied to one', async () => {
  const account = hashOf(randomUUID())
  must(await add('I7', { student: true }))
  expect(await interviewersOf(world.db, world.study)).toMatchObject([
    { code: 'I7', student: true, sinceOn: MET, endedOn: null, account: null },
  ])
  if (!account) throw new Error('an account has a hash')
  expect(await interviewerOf(world.db, world.study, account)).toBeNull()
  must(await tieToAccount(world.db, world.on(MET), { code: 'I7', accountHash: account }))
  expect(await interviewerOf(world.db, world.study, account)).toEqual({ code: 'I7', student: true })
  must(await tieToAccount(world.db, world.on(MET), { code: 'I7', accountHash: null }))
  expect(await interviewerOf(world.db, world.study, account)).toBeNull()
})

test('an account has one code, and the system none', async () => {
  const accountHash = hashOf(randomUUID())
  must(await add('I7', { accountHash }))
  must(await add('I8'))
  expect(codeOf(await add('I9', { accountHash }))).toBe('account_has_code')
  expect(codeOf(await tieToAccount(world.db, world.on(MET), { code: 'I8', accountHash }))).toBe('account_has_code')
  expect(interviewerHash(world.vault, { ...world.on(MET), actor: 'import' })).toBeNull()
})

test('the hash of an account is another one in another study, and another one than on a form', async () => {
  const account = randomUUID()
  const other = await namedWorld(database)
  const elsewhere = interviewerHash(world.vault, { ...other.on(MET), actor: `account:${account}` })
  expect(elsewhere).not.toEqual(hashOf(account))
  expect(hashOf(account)).not.toEqual(world.vault.keys.hash('account', account))
})

test.each([
  ['Jansen', MET, 'not_an_interviewer_code'],
  ['I7', addDays(MET, 1), 'in_future'],
])('%s is refused on %s: %s', async (code, sinceOn, refusal) => {
  expect(codeOf(await add(code, { sinceOn }))).toBe(refusal)
  expect(await interviewersOf(world.db, world.study)).toEqual([])
})

test('a code is there once, and ends once; then it is nobody’s account any more', async () => {
  const accountHash = hashOf(randomUUID())
  must(await add('I7', { accountHash }))
  expect(codeOf(await add('I7'))).toBe('already_recorded')
  must(await endInterviewer(world.db, world.on(MET), 'I7'))
  expect(codeOf(await endInterviewer(world.db, world.on(MET), 'I7'))).toBe('unknown_interviewer')
  expect(codeOf(await tieToAccount(world.db, world.on(MET), { code: 'I7', accountHash }))).toBe('unknown_interviewer')
  expect(await interviewersOf(world.db, world.study)).toMatchObject([{ code: 'I7', endedOn: MET, account: null }])
  expect(codeOf(await add('I8', { accountHash }))).toBe('done')
})

test('what was obtained counts until its last day, or the day on which it is taken back', async () => {
  await world.qualified('I7', { without: ['vog'] })
  expect(await qualifiedOn(world.db, world.study, 'I7', MET)).toMatchObject({ may: false, missing: ['vog'] })
  const until = day('2012-04-01')
  const { id } = must(await obtain(world.db, world.on(MET), { code: 'I7', kind: 'vog', on: REGISTERED, until }))
  expect(await qualifiedOn(world.db, world.study, 'I7', until)).toMatchObject({ may: true, missing: [] })
  expect(await qualifiedOn(world.db, world.study, 'I7', addDays(until, 1))).toMatchObject({ may: false })
  must(await takeBackQualification(world.db, world.on(MET), id))
  expect(await qualifiedOn(world.db, world.study, 'I7', MET)).toMatchObject({ may: false, missing: ['vog'] })
  expect(codeOf(await takeBackQualification(world.db, world.on(MET), id))).toBe('unknown_qualification')
  const [mine] = await interviewersOf(world.db, world.study)
  const held = (await qualificationsOf(world.db, world.study)).get(mine?.id ?? '')
  expect(held?.map(({ kind, endedOn }) => [kind, endedOn])).toContainEqual(['vog', MET])
})

test.each([
  [{ code: 'I8' }, 'unknown_interviewer'],
  [{ kind: 'diploma' }, 'required'],
  [{ on: addDays(MET, 1) }, 'in_future'],
  [{ until: addDays(REGISTERED, -1) }, 'ends_before_it_begins'],
])('a qualification is refused: %o', async (changes, code) => {
  await world.qualified('I7', { without: ['vog'] })
  const told = { code: 'I7', kind: 'vog', on: REGISTERED, until: null, ...changes }
  expect(codeOf(await obtain(world.db, world.on(MET), told))).toBe(code)
})

test('a code that nobody has may not, and the first one of a student only under supervision', async () => {
  expect(await qualifiedOn(world.db, world.study, 'I1', MET)).toMatchObject({ may: false, supervisedOnly: false })
  await world.qualified('S1', { student: true, without: ['supervised'] })
  expect(await qualifiedOn(world.db, world.study, 'S1', MET)).toMatchObject({ may: true, supervisedOnly: true })
})

test('one study sees and ends nothing of another', async () => {
  const other = await namedWorld(database)
  await other.qualified('I7')
  const [theirs] = [...(await qualificationsOf(other.db, other.study)).values()].flat()
  expect(codeOf(await takeBackQualification(world.db, world.on(MET), theirs?.id ?? ''))).toBe('unknown_qualification')
  expect(codeOf(await endInterviewer(world.db, world.on(MET), 'I7'))).toBe('unknown_interviewer')
  expect(await interviewersOf(world.db, world.study)).toEqual([])
})

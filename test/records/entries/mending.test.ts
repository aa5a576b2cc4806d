import { beforeEach, expect, test } from 'vitest'
import { addDays } from '../../../app/protocol/day'
import { answered } from '../../../app/records/answers'
import { historyOf } from '../../../app/records/entries/history'
import { reopenQuestionnaire, voidQuestionnaire } from '../../../app/records/entries/mend'
import { standingOf } from '../../../app/records/entries/standing'
import { swapQuestionnaires } from '../../../app/records/entries/swap'
import { withdrawSupervisorAnswers } from '../../../app/records/supervisor-answers'
import { remindQuestionnaires } from '../../../app/records/sweeps/questionnaires'
import { sendWaitingMail } from '../../../jobs/outgoing-mail'
import { freshDatabase } from '../../database'
import { MET } from '../../people'
import { codeOf, must, namedWorld, type World } from '../../world'
import { atOnce } from '../at-once'
import { allOf, device, handIn, measurementOf } from './course'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const LATER = addDays(MET, 30)
const why = 'wrong_client' as const

/** A supervisor's questionnaire, signed off on MET with this answer to the first statement. */
async function signed(name: 'Evers' | 'Fokkens' | 'Hendriks' = 'Evers', i01 = 5) {
  const { registrationId, supervisorId } = await world.interviewed(name)
  const { id } = await measurementOf(world, registrationId, 'supervisor')
  const given = { ...allOf(world, 'supervisor'), i01 }
  must(await handIn(world, id, 'supervisor', device().next(given, { complete: true, language: 'nl' })))
  return { id, registrationId, supervisorId: supervisorId ?? '', given }
}
const reopen = (measurementId: string) => reopenQuestionnaire(world.db, world.on(LATER), { measurementId, why })
const empty = (measurementId: string) => voidQuestionnaire(world.db, world.on(LATER), { measurementId, why })
const standing = (id: string) => standingOf(world.db, world.study, id)

test('opened again: the answers stay, the ladder counts from today, and a new link goes out for the old one', async () => {
  const { registrationId, supervisorId } = await world.interviewed('Evers')
  const { id } = await measurementOf(world, registrationId, 'supervisor')
  await sendWaitingMail(world.desk, world.on(MET))
  const given = allOf(world, 'supervisor')
  must(await handIn(world, id, 'supervisor', device().next(given, { complete: true })))
  must(await reopen(id))
  expect(await standing(id)).toMatchObject({ given, complete: false, openedOn: LATER, version: 2 })
  await sendWaitingMail(world.desk, world.on(LATER))
  const links = await world.db.issuedLink.findMany({ where: { targetId: id }, orderBy: { issue: 'asc' } })
  expect(links).toMatchObject([
    { issue: 1, revokedOn: new Date(LATER) },
    { issue: 2, revokedOn: null, supervisorId },
  ])
  expect(await world.db.mailLine.count({ where: { registrationId, kind: 'questionnaire' } })).toBe(2)
  expect(await answered(world.db, world.study.id)).toEqual([])
  // the ladder of the link that goes out now
  const week = addDays(LATER, 7)
  expect(await remindQuestionnaires(world.db, world.on(week))).toBe(1)
  expect(await remindQuestionnaires(world.db, world.on(week))).toBe(0)
  expect(await remindQuestionnaires(world.db, world.on(addDays(LATER, 14)))).toBe(1)
  const again = device((await standing(id))?.base).next({ ...given, i01: 6 }, { complete: true })
  must(await handIn(world, id, 'supervisor', again, addDays(LATER, 21)))
  const history = await historyOf(world.db, world.study.id, id)
  expect(history.filter(({ item, version }) => item === 'i01' && version > 1)).toMatchObject([
    { from: given.i01, to: 6, version: 3, way: 'link' },
  ])
})

test('declared void: nothing of it counts, all of it stays in the history with the reason, and it is asked anew', async () => {
  const { id, registrationId, given } = await signed()
  must(await empty(id))
  expect(await standing(id)).toMatchObject({ given: {}, complete: false, openedOn: LATER, completedOn: null })
  expect(
    await world.db.answer.count({
      where: { measurementId: id, OR: [{ value: { not: null } }, { missing: { not: null } }] },
    }),
  ).toBe(0)
  const history = await historyOf(world.db, world.study.id, id)
  const gone = history.filter(({ way }) => way === 'voided')
  expect(gone).toHaveLength(history.length - gone.length)
  expect(gone.find(({ item }) => item === 'i01')).toMatchObject({ from: given.i01, to: null, why })
  expect(await world.db.query.count({ where: { measurementId: id, state: { not: 'closed' } } })).toBe(0)
  expect(await world.db.mailLine.count({ where: { registrationId, kind: 'questionnaire', state: 'planned' } })).toBe(1)
  expect(codeOf(await empty(id))).toBe('not_answered')
  expect(codeOf(await reopen(id))).toBe('not_answered')
})

test('what the audit says of it has the reason and no answer', async () => {
  const { id } = await signed()
  must(await empty(id))
  const entries = await world.db.auditEntry.findMany({ where: { studyId: world.study.id, verb: 'void_questionnaire' } })
  expect(entries.map(({ details }) => details)).toEqual([{ wave: 'T1', why }])
})

test('swapped: each gets what was answered about the other, and both histories say so', async () => {
  const one = await signed('Evers', 2)
  const other = await signed('Fokkens', 6)
  const both = await atOnce(database, [one, other].map(({ registrationId }) => registrationId).sort()[0] ?? '', [
    () => swapQuestionnaires(world.db, world.on(LATER), { one: one.id, other: other.id, why }),
    () => swapQuestionnaires(world.db, world.on(LATER), { one: other.id, other: one.id, why }),
  ])
  expect(both.map(codeOf)).toEqual(['done', 'done'])
  // twice is as it was; once more is the other way round
  expect((await standing(one.id))?.given).toEqual(one.given)
  must(await swapQuestionnaires(world.db, world.on(LATER), { one: one.id, other: other.id, why }))
  expect((await standing(one.id))?.given).toEqual(other.given)
  expect((await standing(other.id))?.given).toEqual(one.given)
  expect(await standing(one.id)).toMatchObject({ complete: true, completedOn: MET, version: 4 })
  const history = await historyOf(world.db, world.study.id, one.id)
  expect(history.at(-1)).toMatchObject({ item: 'i01', from: 2, to: 6, way: 'swapped', why })
})

test('only two that are of one supervisor, of one wave, and signed off are swapped', async () => {
  const one = await signed('Evers')
  const of = (other: string) => swapQuestionnaires(world.db, world.on(LATER), { one: one.id, other, why })
  expect(codeOf(await of(one.id))).toBe('not_same_pair')
  expect(codeOf(await of((await signed('Hendriks')).id))).toBe('not_same_pair')
  const { registrationId } = await world.interviewed('Fokkens')
  expect(codeOf(await of((await measurementOf(world, registrationId, 'supervisor')).id))).toBe('not_same_pair')
  expect(codeOf(await of((await measurementOf(world, registrationId, 'client')).id))).toBe('unknown_measurement')
})

test('an interview is not mended so, and what was erased is not opened again', async () => {
  const { id, registrationId, supervisorId } = await signed()
  expect(codeOf(await reopen((await measurementOf(world, registrationId, 'client')).id))).toBe('unknown_measurement')
  must(await withdrawSupervisorAnswers(world.db, world.on(LATER), { supervisorId, registrationId }))
  for (const verb of [reopen, empty]) expect(codeOf(await verb(id))).toBe('answers_erased')
})

test('a supervisor’s wish takes also what was not signed off and what was declared void, wherever it stands', async () => {
  const { id, supervisorId } = await signed()
  must(await empty(id))
  const { registrationId } = await world.interviewed('Fokkens')
  const { id: partial } = await measurementOf(world, registrationId, 'supervisor')
  must(await handIn(world, partial, 'supervisor', device().next({ i01: 1 })))
  must(await handIn(world, partial, 'supervisor', device().next({ i01: 2 })))
  const wish = () => withdrawSupervisorAnswers(world.db, world.on(LATER), { supervisorId })
  expect(must(await wish())).toEqual({ questionnaires: 2 })
  const ofBoth = { where: { entry: { measurementId: { in: [id, partial] } } } }
  expect(await world.db.enteredAnswer.count(ofBoth)).toBe(0)
  expect((await standing(partial))?.given).toEqual({})
  expect(codeOf(await wish())).toBe('nothing_to_erase')
})

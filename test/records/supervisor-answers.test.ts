import { beforeEach, expect, test } from 'vitest'
import { addDays } from '../../app/protocol/day'
import { batteryNow, itemsOf } from '../../app/protocol/instruments/battery'
import { releasable } from '../../app/protocol/released'
import { beAway } from '../../app/records/absences'
import { answered } from '../../app/records/answers'
import { flow } from '../../app/records/flow'
import { correctReply } from '../../app/records/intake/correction'
import { handOver } from '../../app/records/intake/hand-over'
import { recordReply } from '../../app/records/intake/reply'
import { answersOfSupervisor, withdrawSupervisorAnswers } from '../../app/records/supervisor-answers'
import { freshDatabase } from '../database'
import { ASKED, FINALLY, MET, REPLIED } from '../people'
import { refusalOf } from '../platform/connect'
import { releasedCases } from '../released'
import { codeOf, must, namedWorld, type World } from '../world'
import { allOf, device, handIn, measurementOf } from './entries/course'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})
const AFTER = addDays(MET, 1)
const ANSWER = { isSupervisor: true, contacts: 2, nextContactOn: MET, reason: null }
const complete = async (name: 'Evers' | 'Fokkens' | 'Hendriks') => {
  const ids = await world.interviewed(name)
  must(await world.answered(name, 'client'))
  must(await world.answered(name, 'supervisor', { answers: { i01: 6, i04: 2 } }))
  return { ...ids, supervisorId: ids.supervisorId as string }
}
const held = async (supervisorId: string) =>
  must(await answersOfSupervisor(world.db, world.on(AFTER), supervisorId)).questionnaires
const erase = (supervisorId: string, registrationId?: string) =>
  withdrawSupervisorAnswers(world.db, world.on(AFTER), {
    supervisorId,
    ...(registrationId !== undefined && { registrationId }),
  })
const sides = async () => {
  const all = []
  for (const one of await releasedCases(database.analyst, world.study))
    all.push(
      releasable(world.study.protocol, one)
        ?.measurements.map(({ perspective }) => perspective)
        .sort(),
    )
  return all.sort()
}

test('a supervisor sees what they answered, under pseudonyms, and nothing of another or of a client', async () => {
  const { supervisorId, clientId } = await complete('Evers')
  await complete('Hendriks')
  const { pseudonym } = await world.db.client.findUniqueOrThrow({ where: { id: clientId } })
  expect(must(await answersOfSupervisor(world.db, world.on(AFTER), supervisorId))).toEqual({
    replies: [{ pseudonym, on: REPLIED, by: 'account', endedOn: null, ...ANSWER }],
    questionnaires: [
      { pseudonym, wave: 'T1', on: MET, erasedOn: null, battery: expect.any(Array), answers: { i01: 6, i04: 2 } },
    ],
  })
  expect(await world.db.auditEntry.count({ where: { subjectId: supervisorId, verb: 'read_own_answers' } })).toBe(1)
  const other = await namedWorld(database)
  expect(codeOf(await answersOfSupervisor(other.db, other.on(AFTER), supervisorId))).toBe('unknown_supervisor')
})

test('what was only begun is theirs too, and an answer that was not given or not asked says so', async () => {
  const { registrationId, supervisorId } = await world.interviewed('Evers')
  const { id } = await measurementOf(world, registrationId, 'supervisor')
  const laptop = device()
  must(await handIn(world, id, 'supervisor', laptop.next({ i01: 3, mark: 'no_answer' })))
  const mine = () => held(supervisorId ?? '')
  expect((await mine()).map(({ on, answers }) => [on, answers])).toEqual([[MET, { i01: 3, mark: 'no_answer' }]])
  must(await handIn(world, id, 'supervisor', laptop.next(allOf(world, 'supervisor'), { complete: true })))
  expect(Object.values((await mine())[0]?.answers ?? {})).toContain('not_asked')
})

test('what a stand-in answered is the stand-in’s; what was corrected or handed over stays to be seen', async () => {
  const { supervisorId: romein } = await world.registered('Hendriks')
  const { supervisorId: quist, registrationId } = await world.registered('Evers')
  const away = { supervisorId: quist ?? '', from: ASKED, until: addDays(ASKED, 9), standInId: romein }
  must(await beAway(world.db, world.on(ASKED), away))
  await world.inquired('Evers')
  const repliesOf = async (who: string | null) =>
    must(await answersOfSupervisor(world.db, world.on(AFTER), who ?? '')).replies.map(
      ({ pseudonym: _, ...reply }) => reply,
    )
  const standIn = { ...world.on(REPLIED), actor: `supervisor:${romein}` }
  const reply = { registrationId, repliedOn: REPLIED, ...ANSWER }
  must(await recordReply(world.db, standIn, reply))
  const told = { on: REPLIED, by: 'self', endedOn: null, ...ANSWER }
  expect([await repliesOf(quist), await repliesOf(romein)]).toEqual([[], [told]])
  must(await correctReply(world.db, world.on(MET), { ...reply, contacts: 3 }))
  expect([await repliesOf(quist), await repliesOf(romein)]).toEqual([
    [{ ...told, by: 'account', contacts: 3 }],
    [{ ...told, endedOn: MET }],
  ])

  const { registrationId: given, supervisorId: prins } = await world.inquired('Aalders')
  const giver = { ...world.on(REPLIED), actor: `supervisor:${prins}` }
  must(await handOver(world.db, giver, { registrationId: given, to: romein ?? '' }))
  const no = { isSupervisor: false, contacts: null, nextContactOn: null, reason: null }
  expect(await repliesOf(prins)).toEqual([{ on: REPLIED, by: 'self', endedOn: REPLIED, ...no }])
})

test('answers about one client go, the others and all counts stay, and a release has none of them', async () => {
  const { supervisorId, registrationId } = await complete('Evers')
  await complete('Fokkens')
  const counts = await flow(world.db, world.study, FINALLY)
  expect(must(await erase(supervisorId, registrationId))).toEqual({ questionnaires: 1 })
  expect((await held(supervisorId)).map(({ erasedOn, answers }) => [erasedOn, Object.keys(answers).length])).toEqual(
    expect.arrayContaining([
      [AFTER, 0],
      [null, 2],
    ]),
  )
  expect(await flow(world.db, world.study, FINALLY)).toEqual(counts)
  expect(await sides()).toEqual([['client'], ['client', 'supervisor']])
  expect((await answered(world.db, world.study.id)).length).toBe(3)
  expect(codeOf(await erase(supervisorId, registrationId))).toBe('nothing_to_erase')
  expect(codeOf(await world.answered('Evers', 'supervisor', { on: MET }))).toBe('already_answered')
  expect(await world.db.answerWithdrawal.findMany({ where: { supervisorId } })).toMatchObject([
    { registrationId, withdrawnOn: new Date(AFTER) },
  ])
})

test('all of them go, and those of another supervisor stay', async () => {
  const { supervisorId } = await complete('Evers')
  await complete('Fokkens')
  const { supervisorId: other, registrationId } = await complete('Hendriks')
  expect(codeOf(await erase(supervisorId, registrationId))).toBe('unknown_case')
  expect(must(await erase(supervisorId))).toEqual({ questionnaires: 2 })
  expect(
    await world.db.answer.count({ where: { measurement: { studyId: world.study.id, perspective: 'client' } } }),
  ).toBe(3 * itemsOf(batteryNow(world.study.protocol, 'T1', 'client')).length)
  expect((await held(other)).map(({ answers }) => answers)).toEqual([{ i01: 6, i04: 2 }])
})

test('without a wish that was written down the database erases nothing, and the study deletes nothing itself', async () => {
  const { supervisorId, registrationId } = await complete('Evers')
  const nobodys = '00000000-0000-4000-8000-000000000000'
  const [row] = await world.db.$queryRaw<{ erased: number }[]>`
    SELECT study.erase_supervisor_answers(${nobodys}::uuid) AS erased`
  expect(row).toEqual({ erased: 0 })
  expect((await held(supervisorId))[0]?.answers).toEqual({ i01: 6, i04: 2 })
  for (const url of [database.urls.vault, database.urls.analyst])
    expect(await refusalOf(url, `SELECT study.erase_supervisor_answers('${nobodys}')`)).toBe('42501')
  const wrong = `UPDATE study.answer_withdrawal SET registration_id = '${registrationId}'`
  expect(await refusalOf(database.urls.study, wrong)).toBe('42501')
})

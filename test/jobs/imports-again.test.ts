import { beforeEach, expect, test } from 'vitest'
import { addressOf } from '../../app/identity/addresses'
import { handOverNamed } from '../../app/identity/colleagues'
import { addDoNotAsk } from '../../app/identity/do-not-ask'
import { forgetNames } from '../../app/identity/retention'
import { suppressed } from '../../app/mail/transport'
import type { Occasion } from '../../app/platform/occasion'
import { addDays, fromColumn, toColumn } from '../../app/protocol/day'
import { ANY_TIME } from '../../app/protocol/sending'
import { lockCase } from '../../app/records/case'
import { leaveDoNotAsk } from '../../app/records/do-not-ask'
import { handOver, mayHandOver } from '../../app/records/intake/hand-over'
import { inquire } from '../../app/records/intake/inquire'
import { dailySweep } from '../../jobs/daily-sweep'
import { type Desk, deskOf } from '../../jobs/desk'
import { runImport } from '../../jobs/imports/run'
import { freshDatabase } from '../database'
import { atOnce } from '../records/at-once'
import { must } from '../world'
import { emptyStudy, handedIn, takenIn } from './import-world'
import { lineOf, registerOf } from './register-file'

const database = await freshDatabase()
const desk: Desk = deskOf(database, database, {
  transport: suppressed,
  sending: ANY_TIME,
  baseUrl: 'https://koppel.example',
})
let occasion: Occasion
let studies = 0
beforeEach(async () => {
  occasion = (await emptyStudy(desk, `again-${studies++}`)).occasion
})

const line = (...told: Parameters<ReturnType<typeof lineOf>>) => lineOf(occasion.today)(...told)
const take = async (...lines: readonly string[]) => {
  const { checked, done } = await takenIn(desk, occasion, registerOf(...lines))
  const of = ({ added, unchanged, changed, changedFields }: typeof done) => ({
    added,
    unchanged,
    changed,
    changedFields,
  })
  // what is foreseen is what comes of it
  expect(of(checked)).toEqual(of(done))
  expect(done.state).toBe('done')
  return of(done)
}
const cases = () =>
  desk.study.registration.findMany({
    where: { studyId: occasion.study.id },
    include: { inquiry: true, departures: true, mailLines: { orderBy: { id: 'asc' } } },
    orderBy: { id: 'asc' },
  })
type Known = Awaited<ReturnType<typeof cases>>[number]
const give = async ({ id: registrationId, supervisorId }: Known, address: string) => {
  const as = { ...occasion, actor: `supervisor:${supervisorId}` }
  must(
    await handOverNamed(desk.vault, as, {
      registrationId,
      colleague: { address },
      may: (to) => mayHandOver(desk.study, as, { registrationId, to }),
      handOver: (given) => handOver(desk.study, as, given),
    }),
  )
}
const UNCHANGED = { added: 0, changed: 0, changedFields: {} }

test('a register that lags behind a hand-over undoes nothing and mails nobody; one that says another one since does', async () => {
  const file = [line(1), line(2, { staff: 2 }), line(3, { staff: 3 })]
  await take(...file)
  const [first, second, third] = (await cases()) as [Known, Known, Known]
  must(await inquire(desk.study, occasion, first.id))
  await give(first, 'p2@reclassering.example')
  const before = await cases()
  expect(before[0]).toMatchObject({ supervisorId: second.supervisorId, stage: 'awaiting_reply' })
  expect(await take(...file)).toEqual({ ...UNCHANGED, unchanged: 3 })
  expect(await take(...file, line(4, { staff: 4 }))).toEqual({ ...UNCHANGED, added: 1, unchanged: 3 })
  expect((await cases()).slice(0, 3)).toEqual(before)
  const moved = await take(line(1, { staff: 3 }))
  expect(moved).toEqual({ ...UNCHANGED, unchanged: 0, changed: 1, changedFields: { supervisor_number: 1 } })
  const asked = { supervisorId: third.supervisorId, inquiry: { supervisorId: third.supervisorId, repliedOn: null } }
  expect((await cases())[0]).toMatchObject(asked)
  // cut short between the batch and the hand-over: the sweep completes it
  await desk.study.registration.update({
    where: { id: first.id },
    data: { supervisorId: second.supervisorId },
  })
  expect(await dailySweep(desk, occasion)).toMatchObject({ colleaguesAsked: 1 })
  expect((await cases())[0]?.inquiry).toMatchObject({ supervisorId: second.supervisorId, repliedOn: null })
})

test('a day of registration that is corrected moves the day since when a case stands there', async () => {
  await take(line(1))
  await take(line(1, { on: addDays(occasion.today, -12) }))
  const [{ id, stage, stageOn }] = (await cases()) as [Known]
  expect({ stage, stageOn }).toEqual({ stage: 'to_inquire', stageOn: toColumn(addDays(occasion.today, -12)) })
  const told = await desk.study.$queryRaw`SELECT stage, stage_on AS "stageOn" FROM study.stages(ARRAY[${id}::uuid])`
  expect(told).toEqual([{ stage, stageOn }])
})

test('a past file that is corrected is settled as if it had always said so, and the reply belongs to who stands in it now', async () => {
  const then = addDays(occasion.today, -400)
  const past = async (...lines: readonly string[]) =>
    (await takenIn(desk, occasion, { ...registerOf(...lines), past: true })).done
  await past(line(1, { on: then }), line(2, { on: then, staff: 2 }))
  const ladder = occasion.study.protocol.inquiry.nonResponse
  const silent = (left: readonly { reason: string; leftOn: Date; returnedOn: Date | null }[]) =>
    left.filter(({ returnedOn, leftOn }) => !returnedOn || returnedOn > leftOn).map(({ leftOn }) => fromColumn(leftOn))
  const before = (await cases()) as [Known, Known]
  expect(before.map(({ departures }) => silent(departures))).toEqual([[addDays(then, ladder)], [addDays(then, ladder)]])
  const moved = addDays(then, 1)
  await past(line(1, { on: moved, staff: 2 }), line(2, { on: then, staff: 2 }))
  const [first, second] = (await cases()) as [Known, Known]
  const { supervisorId } = second
  expect(first).toMatchObject({
    supervisorId,
    inquiry: { supervisorId, askedId: supervisorId, sentOn: toColumn(moved) },
  })
  expect(silent(first.departures)).toEqual([addDays(moved, ladder)])
  expect(first.mailLines).toEqual([])
})

test('what the register says otherwise of people is taken over, by field, and the case itself stays as it was', async () => {
  await take(line(1), line(2))
  const before = await cases()
  const said = [
    line(1, { surname: 'Janssen', email: 'nieuw@reclassering.example' }),
    line(2, { email: 'nieuw@reclassering.example' }),
  ]
  expect(await take(...said)).toEqual({
    ...UNCHANGED,
    unchanged: 0,
    changed: 2,
    changedFields: { surname: 1, supervisor_email: 2 },
  })
  expect(await addressOf(desk.vault, before[0]?.supervisorId ?? '')).toMatchObject({
    email: 'nieuw@reclassering.example',
  })
  expect(await cases()).toEqual(before)
  expect(await take(...said)).toEqual({ ...UNCHANGED, unchanged: 2 })
})

test('an import that was killed before it wrote a name back does so when it goes on', async () => {
  await take(line(1, { status: 'Wachtlijst' }))
  const { id: supervisorId, clientId } = await desk.study.registration
    .findFirstOrThrow({ where: { studyId: occasion.study.id } })
    .then((one) => ({ id: one.supervisorId ?? '', clientId: one.clientId }))
  const forget = async () => {
    for (const [whom, kind, id] of [
      ['clients', 'names_never_took_part', clientId],
      ['supervisors', 'names_of_supervisors', supervisorId],
    ] as const)
      must(await forgetNames(desk.vault, occasion, { whom, kind, ids: [id] }))
  }
  await forget()
  const { importId } = await takenIn(desk, occasion, registerOf(line(1)))
  const mail = async () => (await addressOf(desk.vault, supervisorId))?.email
  expect(await mail()).toBe('p1@reclassering.example')
  // as it is when the process died between the two
  await forget()
  await desk.study.intakeImport.update({ where: { id: importId }, data: { state: 'applying', endedAt: null } })
  await runImport(desk, importId)
  expect(await mail()).toBe('p1@reclassering.example')
  const { state, read, changed } = await desk.study.intakeImport.findUniqueOrThrow({ where: { id: importId } })
  expect({ state, read, changed }).toEqual({ state: 'done', read: 1, changed: 1 })
})

test('who is put on the list while their row is taken in is not asked', async () => {
  await take(line(1))
  const [first] = (await cases()) as [Known]
  const file = registerOf(line(1, { level: '3' }), line(2))
  const importId = await handedIn(desk, occasion, { ...file, apply: true })
  const listed = async () => {
    const leave = (clientId: string) => leaveDoNotAsk(desk.study, occasion, clientId)
    must(await addDoNotAsk(desk.vault, occasion, { number: 'K2', leave }))
    // the vault has the client by now, the study not yet
    expect(await cases()).toHaveLength(1)
    await desk.study.$transaction((tx) => lockCase(tx, occasion.study.id, first.id))
  }
  await atOnce(database, first.id, [() => runImport(desk, importId), listed])
  const second = (await cases()).find(({ id }) => id !== first.id)
  expect(second).toMatchObject({ stage: 'left', leftReason: 'do_not_ask' })
})

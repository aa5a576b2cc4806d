import { beforeEach, expect, test } from 'vitest'
import { handOverNamed } from '../../app/identity/colleagues'
import type { Occasion } from '../../app/platform/occasion'
import { addDays } from '../../app/protocol/day'
import { beAway, endAbsence } from '../../app/records/absences'
import { askedBy } from '../../app/records/asked'
import { declineAltogether } from '../../app/records/declining'
import { askAgain } from '../../app/records/intake/ask-again'
import { handedOver, handOver, mayHandOver } from '../../app/records/intake/hand-over'
import { recordReply } from '../../app/records/intake/reply'
import { dailySweep } from '../../jobs/daily-sweep'
import { finishHandOvers } from '../../jobs/hand-overs'
import { closeNonResponses } from '../../jobs/non-response'
import { sendWaitingMail } from '../../jobs/outgoing-mail'
import { freshDatabase } from '../database'
import { ASKED, staff } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})
const TOLD = addDays(ASKED, 3)
const as = (supervisorId: string, on = TOLD): Occasion => ({ ...world.on(on), actor: `supervisor:${supervisorId}` })
const registrationOf = (id: string) => world.db.registration.findUniqueOrThrow({ where: { id } })
const inquiryOf = (registrationId: string) => world.db.inquiry.findUniqueOrThrow({ where: { registrationId } })
const give = (registrationId: string, address: string, occasion: Occasion) =>
  handOverNamed(world.vault, occasion, {
    registrationId,
    colleague: { address },
    may: (to) => mayHandOver(world.db, occasion, { registrationId, to }),
    handOver: (given) => handOver(world.db, occasion, given),
  })
const linesOf = (registrationId: string) =>
  world.db.mailLine.findMany({
    where: { registrationId },
    orderBy: { id: 'asc' },
    omit: { id: true, envelopeId: true },
  })
const supervisorInVault = async (registrationId: string) => {
  const id = await world.inVault(registrationId)
  return (await world.vault.db.supervision.findUniqueOrThrow({ where: { id } })).supervisorId
}

test('a colleague of the study is asked at once, with a ladder of their own, and the case is theirs in both rooms', async () => {
  const { registrationId, supervisorId: prins } = await world.inquired('Aalders')
  const { supervisorId: quist } = await world.registered('Evers')
  const before = await inquiryOf(registrationId)
  expect(must(await give(registrationId, ` ${staff('Quist').email.toUpperCase()} `, as(prins ?? '')))).toEqual({
    stands: 'asked',
  })
  const now = await inquiryOf(registrationId)
  expect(now).toMatchObject({ supervisorId: quist, askedId: quist, sentOn: new Date(TOLD), repliedOn: null })
  expect(now.isSupervisor).toBeNull()
  expect(await registrationOf(registrationId)).toMatchObject({ supervisorId: quist, stage: 'awaiting_reply' })
  expect(await supervisorInVault(registrationId)).toBe(await world.inVault(quist ?? ''))
  expect(await world.db.inquiryBefore.findMany({ where: { registrationId } })).toMatchObject([
    { id: before.id, supervisorId: prins, sentOn: new Date(ASKED), repliedOn: new Date(TOLD), isSupervisor: false },
  ])
  expect(await world.db.inquiryBefore.findFirstOrThrow({ where: { registrationId } })).toMatchObject({
    seq: 1,
    why: 'handed_over',
    answeredBy: 'supervisor',
    endedOn: new Date(TOLD),
  })
  // who had it is told that it went on; who has it now is asked
  const asked = (id: string) => askedBy(world.db, world.study, TOLD, { kind: 'inquiry', id })
  expect([(await asked(before.id))?.state, (await asked(now.id))?.state]).toEqual(['moved', 'open'])
  for (let day = 4; day < 40; day++) {
    await dailySweep(world.desk, world.on(addDays(ASKED, day)))
    await closeNonResponses(world.desk, world.on(addDays(ASKED, day)))
    await sendWaitingMail(world.desk, world.on(addDays(ASKED, day)))
  }
  expect(await linesOf(registrationId)).toMatchObject([
    { kind: 'inquiry', supervisorId: prins, state: 'cancelled', reason: 'handed_over' },
    { kind: 'inquiry_handed_over', supervisorId: quist },
    { kind: 'inquiry_reminder', supervisorId: quist },
    { kind: 'inquiry_reminder', supervisorId: quist },
  ])
  expect(await world.db.departure.findMany({ where: { registrationId } })).toMatchObject([
    { reason: 'no_reply', leftOn: new Date(addDays(TOLD, 21)) },
  ])
})

test('an unknown colleague at a place that is known is new, until the register knows them; from elsewhere nobody is', async () => {
  const { registrationId, supervisorId: prins } = await world.inquired('Aalders')
  expect(codeOf(await give(registrationId, 'romein@elsewhere.example', as(prins ?? '')))).toBe('unknown_colleague')
  expect(codeOf(await give(registrationId, 'no address', as(prins ?? '')))).toBe('no_address')
  must(await give(registrationId, staff('Romein').email, as(prins ?? '')))
  const { supervisorId: romein } = await registrationOf(registrationId)
  expect(romein).not.toBe(prins)
  const row = () =>
    world.inVault(romein ?? '').then((id) => world.vault.db.supervisorIdentity.findUnique({ where: { id } }))
  expect(await row()).toMatchObject({ number: null })
  // no address and no name in the study
  const [texts] = await world.db.$queryRaw<{ all: string }[]>`
    SELECT (SELECT string_agg(s::text, ' ') FROM study.supervisor s) || (SELECT string_agg(i::text, ' ') FROM study.inquiry i)
           || (SELECT string_agg(e.details::text, ' ') FROM audit.entry e WHERE e.study_id = ${world.study.id}::uuid) AS all`
  expect(texts?.all).not.toMatch(/romein|reclassering\.example/i)
  expect((await world.registered('Hendriks')).supervisorId).toBe(romein)
  expect((await row())?.number).not.toBeNull()
})

test('what cannot be handed over is refused, and nobody is written down for it', async () => {
  const { registrationId, supervisorId: prins } = await world.inquired('Aalders')
  const { supervisorId: quist } = await world.registered('Evers')
  const count = () => world.vault.db.supervisorIdentity.count()
  const start = await count()
  expect(codeOf(await give(registrationId, staff('Prins').email, as(prins ?? '')))).toBe('hands_over_to_self')
  must(await give(registrationId, staff('Quist').email, as(prins ?? '')))
  expect(codeOf(await give(registrationId, staff('Prins').email, as(quist ?? '')))).toBe('had_it_before')
  for (const name of ['een', 'twee']) {
    const { supervisorId } = await registrationOf(registrationId)
    must(await give(registrationId, `${name}@reclassering.example`, as(supervisorId ?? '')))
  }
  const { supervisorId } = await registrationOf(registrationId)
  const refused = await give(registrationId, 'drie@reclassering.example', as(supervisorId ?? ''))
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'handed_over_too_often', most: 3 } })
  expect(await count()).toBe(start + 2)
  must(await world.reply('Aalders', { repliedOn: TOLD }, TOLD))
  expect(codeOf(await give(registrationId, 'vier@reclassering.example', as(supervisorId ?? '')))).toBe(
    'already_replied',
  )
  const { registrationId: fresh } = await world.registered('Berends')
  expect(codeOf(await give(fresh, staff('Quist').email, world.on(TOLD)))).toBe('not_inquired')
})

test('a colleague who declined or is full is not asked: the case leaves; a place that comes free brings it back', async () => {
  const { registrationId, supervisorId: romein } = await world.inquired('Hendriks')
  for (const name of ['Aalders', 'Berends', 'Cornelis'] as const) await world.approached(name)
  const { supervisorId: prins } = await world.registered('Dekker')
  expect(must(await give(registrationId, staff('Prins').email, as(romein ?? '')))).toEqual({
    stands: 'left',
    reason: 'supervisor_full',
  })
  expect(await registrationOf(registrationId)).toMatchObject({ stage: 'left', leftStep: 'inquiry' })
  await dailySweep(world.desk, world.on(TOLD))
  expect(await registrationOf(registrationId)).toMatchObject({ stage: 'left' })
  const { registrationId: bound } = await world.registered('Aalders')
  await world.db.dyad.updateMany({ where: { registrationId: bound }, data: { unboundOn: new Date(addDays(TOLD, 4)) } })
  await dailySweep(world.desk, world.on(addDays(TOLD, 5)))
  expect(await registrationOf(registrationId)).toMatchObject({ stage: 'awaiting_reply', supervisorId: prins })
  expect(await inquiryOf(registrationId)).toMatchObject({ askedId: prins, sentOn: new Date(addDays(TOLD, 5)) })

  const { registrationId: other, supervisorId: quist } = await world.inquired('Evers')
  must(await declineAltogether(world.db, world.on(TOLD), romein ?? ''))
  expect(must(await give(other, staff('Romein').email, as(quist ?? '')))).toMatchObject({
    reason: 'supervisor_declines_altogether',
  })
  expect(await world.db.mailLine.count({ where: { registrationId: other, supervisorId: romein ?? '' } })).toBe(0)
})

test('while somebody is away a stand-in is asked, else nobody until the day after', async () => {
  const { supervisorId: quist } = await world.registered('Evers')
  const { registrationId, supervisorId: romein } = await world.registered('Hendriks')
  const away = { from: ASKED, until: addDays(ASKED, 10) }
  const { absenceId } = must(
    await beAway(world.db, world.on(ASKED), { ...away, supervisorId: quist ?? '', standInId: romein }),
  )
  must(await beAway(world.db, world.on(ASKED), { ...away, supervisorId: romein ?? '', standInId: null }))
  const { registrationId: evers } = await world.registered('Evers')
  await dailySweep(world.desk, world.on(ASKED))
  // the stand-in is away too
  expect(await world.db.inquiry.count({ where: { registrationId: { in: [evers, registrationId] } } })).toBe(0)
  must(await endAbsence(world.db, world.on(addDays(ASKED, 1)), absenceId))
  await dailySweep(world.desk, world.on(addDays(ASKED, 1)))
  expect(await inquiryOf(evers)).toMatchObject({ askedId: quist, sentOn: new Date(addDays(ASKED, 1)) })
  await dailySweep(world.desk, world.on(addDays(ASKED, 10)))
  expect(await world.db.inquiry.count({ where: { registrationId } })).toBe(0)
  await dailySweep(world.desk, world.on(addDays(ASKED, 11)))
  expect(await inquiryOf(registrationId)).toMatchObject({ sentOn: new Date(addDays(ASKED, 11)) })
})

test('a stand-in answers for who is away, by mail of their own, and is written down as one; a reminder finds them too', async () => {
  const { supervisorId: romein } = await world.registered('Hendriks')
  const { registrationId: reminded, supervisorId: quist } = await world.inquired('Evers')
  const away = { supervisorId: quist ?? '', from: addDays(ASKED, 5), until: addDays(ASKED, 30), standInId: romein }
  must(await beAway(world.db, world.on(ASKED), away))
  const { registrationId: asked } = await world.registered('Fokkens')
  for (let day = 5; day < 20; day++) await dailySweep(world.desk, world.on(addDays(ASKED, day)))
  const told = (await linesOf(reminded)).map(({ kind, supervisorId, round }) => [kind, supervisorId, round])
  expect(told).toEqual([
    ['inquiry', quist, 0],
    ['inquiry_stand_in', romein, 1],
    ['inquiry_reminder', romein, 2],
  ])
  expect(await inquiryOf(asked)).toMatchObject({ supervisorId: quist, askedId: romein })
  expect((await linesOf(asked)).map(({ kind, supervisorId }) => [kind, supervisorId])).toEqual([
    ['inquiry_stand_in', romein],
    ['inquiry_reminder', romein],
    ['inquiry_reminder', romein],
  ])
  const on = addDays(ASKED, 20)
  const answer = { repliedOn: on, isSupervisor: true, contacts: 2, nextContactOn: null, reason: null }
  must(await recordReply(world.db, as(romein ?? '', on), { registrationId: asked, ...answer }))
  expect(await inquiryOf(asked)).toMatchObject({ answeredBy: 'stand_in' })
  must(await recordReply(world.db, as(quist ?? '', on), { registrationId: reminded, ...answer }))
  expect(await inquiryOf(reminded)).toMatchObject({ answeredBy: 'supervisor' })
})

test.each([
  ['ends_before_it_begins', { until: addDays(ASKED, -1) }],
  ['over_already', { from: addDays(ASKED, -9), until: addDays(ASKED, -2) }],
  ['absences_overlap', { from: addDays(ASKED, 3), until: addDays(ASKED, 9) }],
  [
    'unknown_supervisor',
    { from: addDays(ASKED, 6), until: addDays(ASKED, 9), standInId: '01980000-0000-7000-8000-000000000001' },
  ],
] as const)('an absence is refused as %s', async (code, changes) => {
  const { supervisorId } = await world.registered('Evers')
  const away = { supervisorId: supervisorId ?? '', from: ASKED, until: addDays(ASKED, 5), standInId: null }
  must(await beAway(world.db, world.on(ASKED), away))
  expect(codeOf(await beAway(world.db, world.on(ASKED), { ...away, ...changes }))).toBe(code)
  expect(
    codeOf(await beAway(world.db, world.on(ASKED), { ...away, from: addDays(ASKED, 6), until: addDays(ASKED, 6) })),
  ).toBe('done')
  const self = { ...away, from: addDays(ASKED, 8), until: addDays(ASKED, 8), standInId: supervisorId }
  expect(codeOf(await beAway(world.db, world.on(ASKED), self))).toBe('stands_in_for_self')
})

test('who handed a case over does not answer the colleague’s question, and neither does who stood in before', async () => {
  const { registrationId, supervisorId: prins } = await world.inquired('Aalders')
  const { registrationId: evers, supervisorId: quist } = await world.inquired('Evers')
  const { supervisorId: romein } = await world.registered('Hendriks')
  must(await give(registrationId, staff('Quist').email, as(prins ?? '')))
  const answer = { repliedOn: TOLD, isSupervisor: true, contacts: 2, nextContactOn: null, reason: null }
  const byPrins = recordReply(world.db, as(prins ?? ''), { registrationId, ...answer })
  expect(codeOf(await byPrins)).toBe('asked_elsewhere')
  expect(codeOf(await give(registrationId, staff('Romein').email, as(prins ?? '')))).toBe('asked_elsewhere')
  expect(await inquiryOf(registrationId)).toMatchObject({ askedId: quist, repliedOn: null })
  expect((await linesOf(registrationId)).map(({ supervisorId, state }) => [supervisorId, state])).toEqual([
    [prins, 'cancelled'],
    [quist, 'planned'],
  ])
  must(await recordReply(world.db, as(quist ?? ''), { registrationId, ...answer }))

  const asked = (askedId: string | null) =>
    world.db.inquiry.updateMany({ where: { registrationId: evers }, data: { askedId: askedId ?? '' } })
  const byRomein = () => recordReply(world.db, as(romein ?? ''), { registrationId: evers, ...answer })
  expect(codeOf(await byRomein())).toBe('asked_elsewhere')
  await asked(romein)
  must(await byRomein())
})

test('asked again: a new link and ladder, also after no reply; the old link says so', async () => {
  const { registrationId, supervisorId: quist } = await world.inquired('Evers')
  const { id } = await inquiryOf(registrationId)
  const on = addDays(ASKED, 25)
  await sendWaitingMail(world.desk, world.on(ASKED))
  await closeNonResponses(world.desk, world.on(on))
  expect(await registrationOf(registrationId)).toMatchObject({ stage: 'left', leftReason: 'no_reply' })
  must(await askAgain(world.db, world.on(on), registrationId))
  expect(await registrationOf(registrationId)).toMatchObject({ stage: 'awaiting_reply' })
  expect((await askedBy(world.db, world.study, on, { kind: 'inquiry', id }))?.state).toBe('moved')
  for (const day of [7, 14]) await dailySweep(world.desk, world.on(addDays(on, day)))
  expect((await linesOf(registrationId)).map(({ kind, round }) => [kind, round])).toEqual([
    ['inquiry', 0],
    ['inquiry', 3],
    ['inquiry_reminder', 4],
    ['inquiry_reminder', 5],
  ])
  must(await world.reply('Evers', { repliedOn: addDays(on, 14), nextContactOn: null }, addDays(on, 14)))
  expect(codeOf(await askAgain(world.db, world.on(addDays(on, 15)), registrationId))).toBe('already_replied')
  expect(quist).not.toBeNull()
})

test('a process that dies between the rooms leaves a hand-over that the next minute completes', async () => {
  const { registrationId } = await world.inquired('Aalders')
  const { supervisorId: quist } = await world.registered('Evers')
  must(await handOver(world.db, world.on(TOLD), { registrationId, to: quist ?? '' }))
  expect(await supervisorInVault(registrationId)).not.toBe(await world.inVault(quist ?? ''))
  expect(await handedOver(world.db, world.study.id)).toEqual([{ registrationId, to: quist }])
  expect(await finishHandOvers(world.desk, world.on(TOLD))).toBe(1)
  expect(await supervisorInVault(registrationId)).toBe(await world.inVault(quist ?? ''))
  expect(await finishHandOvers(world.desk, world.on(TOLD))).toBe(0)
})

test('who declined altogether gets no mail any more, whatever a full sweep finds', async () => {
  for (const name of ['Evers', 'Fokkens', 'Gerrits'] as const) await world.inquired(name)
  const { supervisorId: quist } = await world.interviewed('Evers')
  const { registrationId, supervisorId: romein } = await world.inquired('Hendriks')
  const away = { supervisorId: romein ?? '', from: ASKED, until: addDays(ASKED, 60), standInId: quist }
  must(await beAway(world.db, world.on(ASKED), away))
  must(await declineAltogether(world.db, world.on(addDays(ASKED, 15)), quist ?? ''))
  const sent = () => world.db.mailLine.count({ where: { supervisorId: quist ?? '', state: { not: 'cancelled' } } })
  const before = await sent()
  for (let day = 15; day < 300; day += 5) {
    await dailySweep(world.desk, world.on(addDays(ASKED, day)))
    await closeNonResponses(world.desk, world.on(addDays(ASKED, day)))
  }
  expect(await sent()).toBe(before)
  expect(codeOf(await askAgain(world.db, world.on(addDays(ASKED, 40)), registrationId))).toBe('supervisor_away')
})

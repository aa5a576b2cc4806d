import { beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '../../app/protocol/day'
import { recordRefusal } from '../../app/records/fieldwork/refusal'
import { flow } from '../../app/records/flow'
import { correctReply } from '../../app/records/intake/correction'
import { setFinding } from '../../app/records/intake/finding'
import { judge } from '../../app/records/intake/judgement'
import { planApproach } from '../../app/records/intake/plan'
import type { Reply } from '../../app/records/intake/reply'
import { withdraw } from '../../app/records/withdrawal'
import { freshDatabase } from '../database'
import { type ClientName, MET, REPLIED } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const LATER = addDays(REPLIED, 1)
const GOOD = { repliedOn: REPLIED, isSupervisor: true, contacts: 2, nextContactOn: MET, reason: null }
const correct = async (name: ClientName, changes: Partial<Reply>, on = LATER) => {
  const { registrationId } = await world.registered(name)
  return correctReply(world.db, world.on(on), { registrationId, ...GOOD, ...changes })
}
const found = async (name: ClientName, criterion: string, verdict: 'met' | 'not_met' | 'unknown', reason?: string) =>
  setFinding(world.db, world.on(LATER), {
    registrationId: (await world.registered(name)).registrationId,
    criterion,
    verdict,
    ...(reason !== undefined && { reason }),
  })
const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, one) => all + one, 0)
const dyadOf = (registrationId: string) => world.db.dyad.findUnique({ where: { registrationId } })
const current = async (registrationId: string, criterion: string) =>
  world.db.criterionFinding.findFirst({ where: { registrationId, criterion, replacedOn: null } })

describe('a reply that is corrected (protocol §2)', () => {
  test('undoes the pair and leaves at the criteria; corrected back, the same pair is bound anew', async () => {
    const { registrationId } = await world.approached('Aalders')
    const before = await dyadOf(registrationId)
    expect(must(await correct('Aalders', { contacts: 5 }))).toEqual({
      stage: 'left',
      leftStep: 'criteria',
      leftReason: 'too_many_contacts',
    })
    expect(await dyadOf(registrationId)).toMatchObject({ unboundOn: new Date(LATER) })
    const again = addDays(LATER, 1)
    expect(must(await correct('Aalders', {}, again))).toMatchObject({ stage: 'to_approach' })
    expect(await dyadOf(registrationId)).toMatchObject({
      pseudonym: before?.pseudonym,
      boundOn: new Date(again),
      unboundOn: null,
    })
    expect(await world.db.inquiryBefore.findMany({ where: { registrationId }, orderBy: { seq: 'asc' } })).toMatchObject(
      [
        { seq: 1, why: 'corrected', contacts: 2, endedOn: new Date(LATER) },
        { seq: 2, why: 'corrected', contacts: 5, endedOn: new Date(again) },
      ],
    )
    expect(await world.db.judgement.findMany({ where: { registrationId }, orderBy: { seq: 'asc' } })).toMatchObject([
      { seq: 1, approachable: true, replacedOn: new Date(LATER) },
      { seq: 2, approachable: true, replacedOn: null },
    ])
    const findings = await world.db.criterionFinding.findMany({
      where: { registrationId, criterion: 'few_contacts' },
      orderBy: { seq: 'asc' },
    })
    expect(findings.map(({ verdict, replacedOn }) => [verdict, replacedOn !== null])).toEqual([
      ['met', true],
      ['not_met', true],
      ['met', false],
    ])
    expect(await world.db.departure.findMany({ where: { registrationId } })).toMatchObject([
      { step: 'criteria', returnedOn: new Date(again) },
    ])
  })

  test('leaves the flow of past days as it was, and every step adds up on each', async () => {
    await world.approached('Aalders')
    must(await correct('Aalders', { contacts: 5 }))
    const again = addDays(LATER, 1)
    must(await correct('Aalders', {}, again))
    const steps = async (on: typeof LATER) => (await flow(world.db, world.study, { on })).steps
    const stands = async (on: typeof LATER) => {
      const at = (await steps(on)).find(({ there, left }) => left + sum(there) > 0)
      return [at?.step, at?.left]
    }
    expect([await stands(REPLIED), await stands(LATER), await stands(again)]).toEqual([
      ['approach', 0],
      ['criteria', 1],
      ['approach', 0],
    ])
    for (const on of [REPLIED, LATER, again])
      for (const step of await steps(on)) expect(step.entered).toBe(step.left + sum(step.there) + step.on)
  })

  test('that changes nothing of what follows leaves the pair and its plan alone', async () => {
    const { registrationId } = await world.approached('Aalders')
    must(await planApproach(world.db, world.on(LATER), { registrationId, plannedOn: MET }))
    expect(must(await correct('Aalders', { contacts: 3 }))).toMatchObject({ stage: 'planned' })
    expect(await dyadOf(registrationId)).toMatchObject({ unboundOn: null, plannedOn: new Date(MET) })
  })

  test('brings back who left at the criteria or the judgement', async () => {
    await world.inquired('Aalders')
    must(await world.reply('Aalders', { reason: 'no_dutch' }))
    expect(must(await correct('Aalders', {}))).toMatchObject({ stage: 'to_approach' })
    await world.inquired('Berends')
    must(await world.reply('Berends', { reason: 'supervisor_workload' }))
    expect(must(await correct('Berends', {}))).toMatchObject({ stage: 'to_approach' })
    expect(must(await correct('Berends', { reason: 'client_circumstances' }))).toMatchObject({
      leftStep: 'judgement',
      leftReason: 'client_circumstances',
    })
  })

  test('does not bring back a client who refused, whatever comes in between', async () => {
    const { registrationId } = await world.approached('Aalders')
    const met = { registrationId, wave: 'T1', on: LATER, reason: 'not_interested' }
    must(await recordRefusal(world.db, world.on(LATER), met))
    expect(must(await correct('Aalders', { isSupervisor: false, contacts: null }))).toMatchObject({
      stage: 'to_screen',
    })
    expect(must(await correct('Aalders', {}))).toMatchObject({ leftStep: 'approach', leftReason: 'not_interested' })
    expect(await dyadOf(registrationId)).toMatchObject({ unboundOn: new Date(LATER) })
  })

  test('is refused before a reply, after the interview, after a withdrawal, and when it is wrong itself', async () => {
    await world.inquired('Aalders')
    expect(codeOf(await correct('Aalders', {}))).toBe('not_replied')
    await world.interviewed('Evers')
    expect(codeOf(await correct('Evers', { contacts: 5 }, MET))).toBe('already_held')
    const { clientId } = await world.approached('Hendriks')
    must(await withdraw(world.db, world.on(LATER), { clientId, collected: 'keep' }))
    expect(codeOf(await correct('Hendriks', {}))).toBe('withdrawn')
    await world.approached('Berends')
    expect(codeOf(await correct('Berends', { contacts: null }))).toBe('required')
    expect(codeOf(await correct('Berends', { reason: 'nonsense' }))).toBe('unknown_reason')
  })

  test('leaves what a coordinator found out about another criterion', async () => {
    const { registrationId } = await world.approached('Aalders')
    expect(must(await found('Aalders', 'ambulatory', 'not_met'))).toMatchObject({ leftReason: 'in_clinic' })
    expect(must(await correct('Aalders', { contacts: 1 }))).toMatchObject({ leftReason: 'in_clinic' })
    expect(await current(registrationId, 'ambulatory')).toMatchObject({ verdict: 'not_met', source: 'account' })
  })
})

describe('what a coordinator finds out (protocol §2.1)', () => {
  test('lets a case go on to the judgement when the one who answered was not the supervisor', async () => {
    const { registrationId } = await world.inquired('Aalders')
    must(await world.reply('Aalders', { isSupervisor: false, contacts: null }))
    expect(must(await found('Aalders', 'supervision_started', 'met'))).toMatchObject({ stage: 'to_screen' })
    expect(must(await found('Aalders', 'few_contacts', 'met'))).toMatchObject({ stage: 'to_judge' })
    must(await judge(world.db, world.on(LATER), { registrationId, reason: null }))
    expect(await world.db.registration.findUnique({ where: { id: registrationId } })).toMatchObject({
      stage: 'to_approach',
    })
  })

  test('says who said so, and keeps what was known before', async () => {
    const { registrationId } = await world.approached('Aalders')
    expect(await current(registrationId, 'no_electronic_monitoring')).toMatchObject({ source: 'register' })
    expect(await current(registrationId, 'enough_dutch')).toMatchObject({ source: 'supervisor', verdict: 'met' })
    must(await found('Aalders', 'enough_dutch', 'not_met', 'no_dutch'))
    expect(must(await found('Aalders', 'enough_dutch', 'met'))).toMatchObject({ stage: 'to_approach' })
    const kept = await world.db.criterionFinding.findMany({ where: { registrationId, criterion: 'enough_dutch' } })
    expect(kept.map(({ seq, verdict, source }) => `${seq} ${verdict} ${source}`).sort()).toEqual([
      '1 met supervisor',
      '2 not_met account',
      '3 met account',
    ])
  })

  test('leaves under the code that they gave, also when something else is corrected after it', async () => {
    await world.approached('Aalders')
    expect(must(await found('Aalders', 'new_client', 'not_met', 'voluntary_frame'))).toMatchObject({
      leftReason: 'voluntary_frame',
    })
    expect(must(await found('Aalders', 'enough_dutch', 'not_met'))).toMatchObject({ leftReason: 'voluntary_frame' })
    expect(must(await found('Aalders', 'new_client', 'met'))).toMatchObject({ leftReason: 'no_dutch' })
  })

  test('is refused for a criterion or reason that is not asked there', async () => {
    await world.approached('Aalders')
    expect(codeOf(await found('Aalders', 'clear_headed', 'met'))).toBe('unknown_criterion')
    expect(codeOf(await found('Aalders', 'enough_dutch', 'not_met', 'voluntary_frame'))).toBe('unknown_reason')
    expect(codeOf(await found('Aalders', 'enough_dutch', 'met', 'no_dutch'))).toBe('unknown_reason')
    await world.registered('Berends')
    expect(codeOf(await found('Berends', 'enough_dutch', 'met'))).toBe('not_replied')
  })
})

describe('a first interview is planned (protocol §3)', () => {
  test('on a day that has not been, after three contacts at most, and taken back', async () => {
    const { registrationId } = await world.approached('Aalders')
    const plan = (plannedOn: typeof MET | null) =>
      planApproach(world.db, world.on(LATER), { registrationId, plannedOn })
    expect(codeOf(await plan(REPLIED))).toBe('day_over')
    must(await plan(MET))
    must(await plan(addDays(MET, 7)))
    expect(await dyadOf(registrationId)).toMatchObject({ plannedOn: new Date(addDays(MET, 7)) })
    must(await plan(null))
    expect(await world.db.registration.findUnique({ where: { id: registrationId } })).toMatchObject({
      stage: 'to_approach',
    })
    await world.db.contactReport.create({
      data: { id: crypto.randomUUID(), registrationId, reportedOn: new Date(LATER), contacts: 4, source: 'interview' },
    })
    expect(codeOf(await plan(MET))).toBe('contacts_outside_rule')
    await world.registered('Berends')
    const { registrationId: unbound } = await world.registered('Berends')
    expect(codeOf(await planApproach(world.db, world.on(LATER), { registrationId: unbound, plannedOn: MET }))).toBe(
      'not_approached',
    )
  })
})

import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../app/platform/id'
import { day, toColumn } from '../../app/protocol/day'
import { addInterviewer } from '../../app/records/interviewers/interviewer'
import { listedInterviewers, unknownCodes } from '../../app/records/interviewers/list'
import { obtain } from '../../app/records/interviewers/qualifications'
import { qualityOfInterviewer } from '../../app/records/interviewers/quality'
import { freshDatabase } from '../database'
import { MET } from '../people'
import { must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const quality = (code = 'I1') => qualityOfInterviewer(world.db, world.study, code)
const appointment = (registrationId: string, seq: number, state: string, onDay = MET) =>
  world.db.appointment.createMany({
    data: {
      id: newId(),
      studyId: world.study.id,
      registrationId,
      wave: 'T1',
      seq,
      onDay: toColumn(onDay),
      minutes: 30,
      location: 'Utrecht',
      interviewer: 'I1',
      state,
      plannedOn: toColumn(day('2012-03-05')),
    },
  })

test('of nobody there is nothing to tell', async () => {
  expect(await quality()).toEqual({
    interviews: 0,
    timed: 0,
    answered: 0,
    minutes: null,
    missing: null,
    straightLined: null,
    brokenOff: 0,
    unreliable: 0,
    noShows: 0,
    refused: 0,
  })
})

test('an interview counts with its minutes, what is missing and whether one answer was repeated', async () => {
  await world.interviewed('Evers')
  expect(await quality()).toMatchObject({ interviews: 1, minutes: 25, missing: null, straightLined: null, answered: 0 })
  must(await world.answered('Evers', 'client'))
  expect(await quality()).toMatchObject({
    interviews: 1,
    minutes: 25,
    missing: 0,
    straightLined: 1,
    timed: 1,
    answered: 1,
  })
  expect(await quality('I2')).toMatchObject({ interviews: 0 })
})

test('no-shows, refusals and interviews that were broken off are counted', async () => {
  const { registrationId } = await world.interviewed('Evers')
  await world.db.measurement.updateMany({
    where: { registrationId },
    data: { brokenOffOn: toColumn(MET), unreliable: 'not_serious' },
  })
  const other = await world.approached('Fokkens')
  await appointment(other.registrationId, 1, 'no_show')
  await appointment(other.registrationId, 2, 'cancelled')
  const left = (registrationId: string, reason: string) =>
    world.db.departure.createMany({
      data: {
        id: newId(),
        registrationId,
        step: 'approach',
        reason,
        leftOn: toColumn(MET),
        decidedBy: 'account',
      },
    })
  await left(other.registrationId, 'no_show_three_times')
  expect(await quality()).toMatchObject({ interviews: 1, brokenOff: 1, unreliable: 1, noShows: 1, refused: 0 })
  const reasons = Object.entries(world.study.protocol.reasons.approach ?? {})
  const third = await world.approached('Gerrits')
  await appointment(third.registrationId, 1, 'cancelled')
  await left(third.registrationId, reasons.find(([, { group }]) => group === 'refused')?.[0] ?? '')
  expect(await quality()).toMatchObject({ noShows: 1, refused: 1 })
})

test('the list says of everybody what is missing, what runs out, what they did and what is planned', async () => {
  await world.interviewed('Evers')
  const other = await world.approached('Fokkens')
  await appointment(other.registrationId, 1, 'planned', day('2012-03-20'))
  await appointment(other.registrationId, 2, 'cancelled', day('2012-03-20'))
  await world.qualified('I1', { without: ['vog', 'training'] })
  const until = day('2012-04-01')
  must(await obtain(world.db, world.on(MET), { code: 'I1', kind: 'vog', on: MET, until }))
  expect(await listedInterviewers(world.db, world.on(MET))).toMatchObject([
    {
      code: 'I1',
      interviews: 1,
      planned: 1,
      standing: { may: false, missing: ['training'] },
      runningOut: [{ kind: 'vog', until }],
    },
  ])
})

test('a code of the field that nobody wrote down is unknown, until it is taken up', async () => {
  await world.interviewed('Evers')
  expect(await unknownCodes(world.db, world.study)).toEqual([{ code: 'I1', interviews: 1, firstOn: MET }])
  must(await addInterviewer(world.db, world.on(MET), { code: 'I1', student: false, accountHash: null, sinceOn: MET }))
  expect(await unknownCodes(world.db, world.study)).toEqual([])
})

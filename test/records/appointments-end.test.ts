import { beforeEach, describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../app/protocol/day'
import { cancelAppointment, reassign } from '../../app/records/appointments/change-standing'
import { planAppointment } from '../../app/records/fieldwork/appointment'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { recordNoShow } from '../../app/records/fieldwork/no-show'
import { recordRefusal } from '../../app/records/fieldwork/refusal'
import { planApproach } from '../../app/records/intake/plan'
import { withdraw } from '../../app/records/withdrawal'
import { freshDatabase } from '../database'
import { CLOSES, MET, OPENS, REPLIED } from '../people'
import { codeOf, must, type World } from '../world'
import { type CalendarWorld, calendarWorld } from './calendar-world'

const database = await freshDatabase()
let world: World
let calendar: CalendarWorld
beforeEach(async () => {
  calendar = await calendarWorld(database)
  ;({ world } = calendar)
})

describe('what stood', () => {
  test('is given to somebody else, or to nobody yet', async () => {
    expect(
      codeOf(
        await reassign(world.db, world.on(REPLIED), {
          registrationId: calendar.registrationId,
          wave: 'T1',
          interviewer: 'I8',
          knowingly: false,
        }),
      ),
    ).toBe('no_appointment')
    must(await calendar.plan())
    const give = (interviewer: string | null) =>
      reassign(world.db, world.on(REPLIED), {
        registrationId: calendar.registrationId,
        wave: 'T1',
        interviewer,
        knowingly: false,
      })
    must(await give('I8'))
    must(await give(null))
    expect(codeOf(await give('I1'))).toBe('not_qualified_then')
    expect(await calendar.rows()).toEqual([
      `T1 1 ${MET} 600 room I7 moved`,
      `T1 2 ${MET} 600 room I8 moved`,
      `T1 3 ${MET} 600 room  planned`,
    ])
  })

  test('is cancelled with a reason, and another day is to be planned', async () => {
    must(await calendar.plan())
    const cancel = (reason: string) =>
      cancelAppointment(world.db, world.on(REPLIED), { registrationId: calendar.registrationId, wave: 'T1', reason })
    expect(await cancel('zo maar')).toMatchObject({ refusal: { code: 'required', field: 'reason' } })
    must(await cancel('client_cannot'))
    expect(codeOf(await cancel('client_cannot'))).toBe('no_appointment')
    expect([await calendar.rows(), await calendar.plannedOn()]).toEqual([[`T1 1 ${MET} 600 room I7 cancelled`], null])
  })

  test('a supervisor who names the same day leaves time and interviewer; another day takes them away', async () => {
    await world.interviewed('Evers')
    must(await calendar.plan({ wave: 'T2', on: OPENS }, OPENS))
    const say = (appointmentOn: Day) =>
      planAppointment(world.db, world.on(OPENS), { registrationId: calendar.registrationId, wave: 'T2', appointmentOn })
    must(await say(OPENS))
    expect(await calendar.rows()).toEqual([`T2 1 ${OPENS} 600 room I7 planned`])
    must(await say(CLOSES))
    expect(await calendar.rows()).toEqual([`T2 1 ${OPENS} 600 room I7 moved`, `T2 2 ${CLOSES}    planned`])
  })

  test('a day planned at the case stands in the calendar, and goes with it', async () => {
    must(await planApproach(world.db, world.on(REPLIED), { registrationId: calendar.registrationId, plannedOn: MET }))
    expect(await calendar.rows()).toEqual([`T1 1 ${MET}    planned`])
    must(await planApproach(world.db, world.on(REPLIED), { registrationId: calendar.registrationId, plannedOn: null }))
    expect(await calendar.rows()).toEqual([`T1 1 ${MET}    cancelled`])
  })

  test('was held', async () => {
    must(await calendar.plan())
    must(await world.consented('Evers'))
    const interview = {
      registrationId: calendar.registrationId,
      wave: 'T1',
      on: MET,
      contacts: 3,
      interviewer: 'I8',
      minutes: 25,
    }
    must(await holdInterview(world.db, world.on(MET), interview))
    expect(await calendar.rows()).toEqual([`T1 1 ${MET} 600 room I7 held`])
  })

  test('was a no-show: each is its own appointment, the third ends the case', async () => {
    for (const nth of [0, 1, 2]) {
      const on = addDays(MET, nth)
      must(await calendar.plan({ on, knowingly: true }, on))
      expect(
        must(await recordNoShow(world.db, world.on(on), { registrationId: calendar.registrationId, wave: 'T1', on })),
      ).toEqual({
        noShows: nth + 1,
        closed: nth === 2,
      })
    }
    expect((await calendar.rows()).map((row) => row.split(' ').at(-1))).toEqual(['no_show', 'no_show', 'no_show'])
    expect(codeOf(await calendar.plan({ on: addDays(MET, 5), knowingly: true }, addDays(MET, 3)))).toBe('case_left')
  })

  test('a no-show leaves what is planned later, and asks for another day at the second wave too', async () => {
    await world.interviewed('Evers')
    must(await calendar.plan({ wave: 'T2', on: addDays(OPENS, 7) }, OPENS))
    must(
      await recordNoShow(world.db, world.on(OPENS), { registrationId: calendar.registrationId, wave: 'T2', on: OPENS }),
    )
    expect(await calendar.rows()).toEqual([`T2 1 ${addDays(OPENS, 7)} 600 room I7 planned`])
    const then = addDays(OPENS, 7)
    must(
      await recordNoShow(world.db, world.on(then), { registrationId: calendar.registrationId, wave: 'T2', on: then }),
    )
    expect(await calendar.rows()).toEqual([`T2 1 ${then} 600 room I7 no_show`])
    expect(
      (await world.db.waveWindow.findFirstOrThrow({ where: { registrationId: calendar.registrationId } }))
        .appointmentOn,
    ).toBeNull()
  })

  test('is cancelled when the client refuses or withdraws', async () => {
    must(await calendar.plan())
    must(
      await recordRefusal(world.db, world.on(MET), {
        registrationId: calendar.registrationId,
        wave: 'T1',
        on: MET,
        reason: 'no_time',
      }),
    )
    expect(await calendar.rows()).toEqual([`T1 1 ${MET} 600 room I7 cancelled`])
    const second = await world.approached('Fokkens')
    must(await calendar.plan({ registrationId: second.registrationId }))
    must(await withdraw(world.db, world.on(REPLIED), { clientId: second.clientId, collected: 'keep' }))
    expect(await calendar.rows(second.registrationId)).toEqual([`T1 1 ${MET} 600 room I7 cancelled`])
  })
})

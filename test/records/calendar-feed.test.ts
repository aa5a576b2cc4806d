import { beforeEach, expect, test } from 'vitest'
import { addDays, type Day, toColumn } from '../../app/protocol/day'
import { cancelAppointment, reassign } from '../../app/records/appointments/change-standing'
import { feedBehind, feedOf, issueFeed, revokeFeed } from '../../app/records/appointments/feed'
import { endInterviewer } from '../../app/records/interviewers/interviewer'
import { freshDatabase } from '../database'
import { MET, REPLIED } from '../people'
import { connected } from '../platform/connect'
import { codeOf, must } from '../world'
import { type CalendarWorld, calendarWorld } from './calendar-world'

const database = await freshDatabase()
let calendar: CalendarWorld
beforeEach(async () => {
  calendar = await calendarWorld(database)
  await today(REPLIED)
})

const today = (day: Day) =>
  connected(database.urls.owner, (owner) =>
    owner.query(
      `INSERT INTO study.clock (study_id, today, target) VALUES ($1, $2, $2)
       ON CONFLICT (study_id) DO UPDATE SET today = $2, target = $2`,
      [calendar.world.study.id, day],
    ),
  )
const issue = async (code = 'I7') => {
  const { db, on } = calendar.world
  return must(await issueFeed(db, on(REPLIED), code)).token
}
const entries = async (token: string) => (await feedBehind(calendar.world.db, token))?.entries

test('an address shows the interviews of one interviewer, by pseudonym', async () => {
  const token = await issue()
  expect(await feedBehind(calendar.world.db, token)).toEqual({ code: 'I7', entries: [] })
  must(await calendar.plan())
  must(await calendar.other({ at: 700, interviewer: 'I8' }))
  const { pseudonym } = await calendar.world.db.dyad.findUniqueOrThrow({
    where: { registrationId: calendar.registrationId },
  })
  const own = await entries(token)
  expect(own).toMatchObject([
    { pseudonym, wave: 'T1', on: MET, at: 600, location: 'Utrecht', room: 'Kamer 1', cancelled: false },
  ])
  // the address leads to no key of the study
  expect(JSON.stringify(own)).not.toContain(calendar.registrationId)
})

test('whatever happens to it, it stays the same event, each time a later one', async () => {
  const token = await issue()
  const { db, on } = calendar.world
  const which = { registrationId: calendar.registrationId, wave: 'T1' }
  const seen: { uid: string; seq: number; cancelled: boolean }[] = []
  const see = async () => {
    const [one] = (await entries(token)) ?? []
    if (one) seen.push({ uid: one.uid, seq: one.seq, cancelled: one.cancelled })
  }
  must(await calendar.plan())
  await see()
  must(await calendar.plan({ at: 660 }))
  await see()
  must(await reassign(db, on(REPLIED), { ...which, interviewer: 'I8', knowingly: false }))
  await see()
  must(await reassign(db, on(REPLIED), { ...which, interviewer: 'I7', knowingly: false }))
  await see()
  must(await cancelAppointment(db, on(REPLIED), { ...which, reason: 'no_room' }))
  await see()
  must(await calendar.plan())
  await see()
  expect(new Set(seen.map(({ uid }) => uid)).size).toBe(1)
  expect(seen.map(({ cancelled }) => cancelled)).toEqual([false, false, true, false, true, false])
  const numbers = seen.map(({ seq }) => seq)
  expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other))
})

test('what lies more than thirty days back is gone from it', async () => {
  const token = await issue()
  must(await calendar.plan())
  await today(addDays(MET, 30))
  expect(await entries(token)).toHaveLength(1)
  await today(addDays(MET, 31))
  expect(await entries(token)).toEqual([])
})

test('a new address ends the one before; one that was taken back, or of somebody who stopped, opens nothing', async () => {
  const { db, on, study } = calendar.world
  const [first, second] = [await issue(), await issue()]
  expect([await feedBehind(db, first), (await feedBehind(db, second))?.code]).toEqual([null, 'I7'])
  expect(await feedOf(db, study, 'I7')).toBe(REPLIED)
  must(await revokeFeed(db, on(REPLIED), 'I7'))
  expect(codeOf(await revokeFeed(db, on(REPLIED), 'I7'))).toBe('over_already')
  expect([await feedBehind(db, second), await feedOf(db, study, 'I7')]).toEqual([null, null])
  const third = await issue()
  must(await endInterviewer(db, on(REPLIED), 'I7'))
  expect(await feedBehind(db, third)).toBeNull()
  expect(codeOf(await issueFeed(db, on(REPLIED), 'I7'))).toBe('unknown_interviewer')
})

test('what is kept of an address does not open it', async () => {
  const token = await issue()
  const rows = await calendar.world.db.calendarFeed.findMany({ where: { issuedOn: toColumn(REPLIED) } })
  for (const { hash } of rows) {
    expect(Buffer.from(hash).toString('base64url')).not.toBe(token)
    expect(await feedBehind(calendar.world.db, Buffer.from(hash).toString('base64url'))).toBeNull()
  }
})

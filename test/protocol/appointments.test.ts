import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Booked, clashesOf, overlap, type Slot, type Wanted } from '../../app/protocol/appointments/clashes'
import { readTime, WHOLE_DAY } from '../../app/protocol/appointments/clock-time'
import { daysFrom, mondayOf, weekdayOf } from '../../app/protocol/appointments/week'
import { addDays, day } from '../../app/protocol/day'
import { noShowOutlook } from '../../app/protocol/no-shows'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'

const TUESDAY = day('2012-03-13')
const wanted = (changes: Partial<Wanted> = {}): Wanted => ({
  on: TUESDAY,
  at: 600,
  minutes: 45,
  location: 'Utrecht',
  room: { id: 'a', location: 'Utrecht', hours: [] },
  interviewer: { code: 'I1', hours: [], away: [] },
  talkOn: null,
  ...changes,
})
const booked = (changes: Partial<Booked> = {}): Booked => ({
  on: TUESDAY,
  at: 600,
  minutes: 45,
  pseudonym: '7KM-2QX-9RA',
  roomId: null,
  interviewer: null,
  ...changes,
})
const codes = (one: Wanted, others: Booked[] = []) => clashesOf(one, others).map(({ code }) => code)

const slot = fc.record({
  on: fc.integer({ min: 0, max: 2 }).map((n) => addDays(TUESDAY, n)),
  at: fc.option(fc.integer({ min: 0, max: WHOLE_DAY - 1 })),
  minutes: fc.integer({ min: 5, max: 480 }),
})
/** Every minute that an interview takes, the slow way. */
const taken = ({ on, at, minutes }: Slot) =>
  new Set(at === null ? [] : Array.from({ length: minutes }, (_, n) => `${on} ${at + n}`))

describe('two interviews', () => {
  test('overlap when, and only when, there is a minute that both take; whichever comes first', () => {
    fc.assert(
      fc.property(slot, slot, (one, other) => {
        const both = [...taken(one)].some((minute) => taken(other).has(minute))
        expect(overlap(one, other)).toBe(both)
        expect(overlap(other, one)).toBe(both)
      }),
    )
  })

  test('a room or a person is never there twice, whatever else is known, and that is never planned over', () => {
    fc.assert(
      fc.property(slot, fc.array(slot, { maxLength: 6 }), fc.boolean(), (mine, others, sameRoom) => {
        const theirs = others.map((one) => booked({ ...one, ...(sameRoom ? { roomId: 'a' } : { interviewer: 'I1' }) }))
        const hard = clashesOf(wanted(mine), theirs).filter(({ soft }) => !soft)
        const twice = theirs.filter((one) => overlap(one, mine)).length
        expect(hard.filter(({ code }) => code === (sameRoom ? 'room_taken' : 'interviewer_busy'))).toHaveLength(twice)
      }),
    )
  })

  test('what cannot be planned over is said first', () => {
    fc.assert(
      fc.property(slot, fc.array(slot, { maxLength: 6 }), (mine, others) => {
        const away = [{ from: TUESDAY, until: TUESDAY }]
        const busy = wanted({ ...mine, interviewer: { code: 'I1', hours: [], away } })
        const soft = clashesOf(
          busy,
          others.map((one) => booked({ ...one, interviewer: 'I1' })),
        ).map((one) => one.soft)
        expect(soft).toEqual(soft.toSorted())
      }),
    )
  })
})

test('one after the other is no clash, nor another room or person', () => {
  expect(codes(wanted(), [booked({ roomId: 'a', at: 645 }), booked({ interviewer: 'I1', at: 555 })])).toEqual([])
  expect(codes(wanted(), [booked({ roomId: 'b', interviewer: 'I2' })])).toEqual([])
})

test('a room: its location, its hours, a time', () => {
  const hours = [{ weekday: 2, from: 540, until: 645 }]
  const inHours = (at: number | null, on = TUESDAY) =>
    codes(wanted({ at, on, room: { id: 'a', location: 'Utrecht', hours } }))
  expect(inHours(600)).toEqual([])
  expect(inHours(601)).toEqual(['room_closed'])
  expect(inHours(600, addDays(TUESDAY, 1))).toEqual(['room_closed'])
  expect(inHours(null)).toEqual(['room_needs_time'])
  expect(codes(wanted({ location: 'Almere' }))).toEqual(['room_elsewhere'])
})

test('an interviewer: away, not available, and a day with another one without a time', () => {
  const hours = [{ weekday: 2, from: 540, until: 720, location: 'Almere' }]
  const away = [{ from: TUESDAY, until: addDays(TUESDAY, 3) }]
  expect(codes(wanted({ interviewer: { code: 'I1', hours, away } }))).toEqual([
    'interviewer_away',
    'interviewer_not_available',
  ])
  expect(codes(wanted({ room: null, location: 'Almere', interviewer: { code: 'I1', hours, away: [] } }))).toEqual([])
  expect(codes(wanted({ at: null, room: null }), [booked({ interviewer: 'I1' })])).toEqual(['interviewer_same_day'])
})

test('the first interview is on the day of the talk, and none goes on after midnight', () => {
  expect(codes(wanted({ talkOn: TUESDAY }))).toEqual([])
  expect(codes(wanted({ talkOn: addDays(TUESDAY, 1) }))).toEqual(['not_the_talk'])
  expect(codes(wanted({ at: 1_400 }))).toEqual(['past_midnight'])
})

test('a week begins on Monday', () => {
  expect([weekdayOf(TUESDAY), mondayOf(TUESDAY), weekdayOf(day('2012-03-18'))]).toEqual([2, '2012-03-12', 7])
  expect(daysFrom(mondayOf(day('2012-03-18')))).toHaveLength(7)
  expect(daysFrom(mondayOf(TUESDAY)).map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test.each([
  ['00:00', 0],
  ['09:05', 545],
  ['23:59', 1_439],
  ['24:00', undefined],
  ['9:05', undefined],
  ['09:60', undefined],
  ['', undefined],
])('%s is read as %s', (text, minute) => {
  expect(readTime(text)).toBe(minute)
})

test('a no-show is told beforehand: another appointment, then the end of the case, or of the wave', () => {
  const [t1, t2] = werkalliantie.waves
  expect([0, 1, 2].map((soFar) => noShowOutlook(werkalliantie, t1, soFar))).toEqual([
    { nth: 1, of: 3, ends: null },
    { nth: 2, of: 3, ends: null },
    { nth: 3, of: 3, ends: 'case' },
  ])
  expect(noShowOutlook(werkalliantie, t2, 2)).toEqual({ nth: 3, of: 3, ends: 'wave' })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { words } from '../../../app/i18n/catalogue'
import { addDays, type Day, day } from '../../../app/protocol/day'
import type { Course } from '../../../app/protocol/planner/course'
import { courseAsOf } from '../../../app/protocol/planner/course-as-of'
import { CAUSES, ENDINGS, type Piece } from '../../../app/protocol/planner/piece'
import { plan } from '../../../app/protocol/planner/plan'
import { type PieceState, stateOf } from '../../../app/protocol/planner/state'
import { werkalliantie } from '../../../app/protocol/studies/werkalliantie'
import { anchoredBy, waveNamed, windowOf } from '../../../app/protocol/waves'
import { WORK_KINDS } from '../../../app/protocol/work'
import { course, days } from './random-course'

const WARNING = 28
const FAR = day('2100-01-01')
const of = (one: Course) => plan(werkalliantie, one)
const RUNS = { numRuns: 2000 }
const always = (says: (course: Course, on: Day, later: Day) => void) =>
  fc.assert(
    fc.property(course, days, fc.nat(500), (one, on, more) => says(one, on, addDays(on, more))),
    RUNS,
  )

/** How far a piece that does not end comes with the days. */
const RANKS: readonly PieceState[] = ['later', 'open', 'closing', 'due', 'overdue', 'missed']
const OVER: readonly PieceState[] = ['missed', 'done', 'dropped']

test('there is one piece of each kind at each wave', () => {
  always((one) => {
    const keys = of(one).map(({ kind, wave }) => `${kind} ${wave}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

test('a piece opens by its fact, is due no earlier than that unless a day was told, and closes no earlier than it opens', () => {
  always((one) => {
    for (const { kind, opens, due, closes, because } of of(one)) {
      if (closes !== null) expect(closes >= opens).toBe(true)
      if (!['interview', 'appointment', 'resume'].includes(kind)) expect(due >= opens).toBe(true)
      // a talk is planned for a day to come; all else follows its fact
      if (because.fact !== 'talk_planned' && because.fact !== 'talk_told') expect(because.on <= opens).toBe(true)
    }
  })
})

test('windows are those of the protocol', () => {
  always((one) => {
    for (const piece of of(one).filter(({ kind }) => kind === 'appointment')) {
      const anchor = piece.because.on
      expect(piece).toMatchObject(windowOf(waveNamed(werkalliantie, piece.wave), anchor))
      const [anchoring] = werkalliantie.waves.filter((wave) =>
        anchoredBy(werkalliantie, wave.name).some(({ name }) => name === piece.wave),
      )
      expect(one.waves[anchoring?.name ?? '']?.client?.openedOn).toBe(anchor)
    }
  })
})

test('with the days a piece goes one way: later, open, closing, due, overdue, missed; what ended stays so', () => {
  always((one, on, later) => {
    for (const piece of of(one)) {
      const [now, then] = [on, later].map((at) => stateOf(piece, at, WARNING)) as [PieceState, PieceState]
      if (piece.ended && piece.ended.on <= on) expect([now, then]).toEqual([piece.ended.how, piece.ended.how])
      else if (!piece.ended || piece.ended.on > later)
        expect(RANKS.indexOf(then)).toBeGreaterThanOrEqual(RANKS.indexOf(now))
    }
  })
})

test('in the end every piece stands in a state that the protocol knows: over, or overdue while it has no last day', () => {
  always((one) => {
    for (const piece of of(one)) {
      const state = stateOf(piece, FAR, WARNING)
      expect(OVER.includes(state) || (state === 'overdue' && piece.closes === null)).toBe(true)
    }
  })
})

test('nothing is left to do about a client who withdrew', () => {
  always((one, on) => {
    for (const { ended } of of({ ...one, withdrawnOn: on })) {
      expect(ended).not.toBeNull()
      expect((ended as NonNullable<Piece['ended']>).on <= on).toBe(true)
    }
  })
})

test('what was known on a day is known on every later one', () => {
  always((one, on, later) => {
    expect(courseAsOf(courseAsOf(one, later), on)).toEqual(courseAsOf(one, on))
    expect(courseAsOf(one, FAR)).toEqual(one)
  })
})

test('a fact of tomorrow changes nothing of today', () => {
  fc.assert(
    fc.property(course, course, days, (one, other, on) => {
      const tomorrow = addDays(on, 1)
      const known = courseAsOf(one, on)
      const told = { reportedOn: tomorrow, contacts: 4, nextContactOn: tomorrow }
      const more = {
        ...known,
        withdrawnOn: known.withdrawnOn ?? tomorrow,
        contacts: [...known.contacts, told],
        departures: [...known.departures, { step: 'T2', leftOn: tomorrow, returnedOn: null }],
        undelivered: known.undelivered ?? { on: tomorrow },
        endedOn: [...known.endedOn, ...other.endedOn.filter((day) => day > on)],
      }
      expect(of(courseAsOf(more, on))).toEqual(of(known))
    }),
    RUNS,
  )
})

test('every fact and every kind of work has words', () => {
  expect(Object.keys(words.workCauses)).toEqual(Object.keys(CAUSES))
  expect(Object.keys(words.workEndings)).toEqual([...ENDINGS])
  expect(Object.keys(words.workFollows)).toEqual(WORK_KINDS.filter((kind) => kind !== 'reconciliation'))
})

test('the explanation says which fact, what follows, and by which rule', () => {
  const { workCauses, workFollows, workWhy } = words
  const fact = workCauses.anchor_held.en({ wave: 'T1', on: '2012-03-03' })
  const follows = workFollows.appointment.en({ wave: 'T2', opens: '2012-09-03', due: '2012-12-03' })
  expect(workWhy.because.en({ fact, follows, cite: CAUSES.anchor_held })).toBe(
    'T1 interview held on 3 March 2012 → the T2 window opens 3 September 2012 (§4.2)',
  )
})

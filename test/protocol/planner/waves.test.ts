import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '../../../app/protocol/day'
import { plan } from '../../../app/protocol/planner/plan'
import { talkAid } from '../../../app/protocol/studies/talk-aid'
import { werkalliantie } from '../../../app/protocol/studies/werkalliantie'
import { waveNamed } from '../../../app/protocol/waves'
import { at, CLOSES, held, MET, MET_ONCE, OPENS, piece, STARTED, WAVE } from './one-case'

describe('a questionnaire (§3)', () => {
  test('waits for the supervisor from the link to the day of non-response', () => {
    expect(piece(MET_ONCE, 'questionnaire')).toMatchObject({
      wave: 'T1',
      opens: MET,
      due: addDays(MET, 21),
      because: { fact: 'link_sent', on: MET, cite: '§3' },
      ended: null,
    })
    expect(piece(MET_ONCE, 'questionnaire', 'T2')).toBeUndefined()
  })

  test.each([
    ['is done when it is filled in', 3, null, 'done', 'filled_in', 3],
    ['also when it had been closed', 21, 20, 'done', 'filled_in', 21],
    ['is missed when it is closed in the end', null, 21, 'missed', 'closed_unanswered', 21],
    ['is dropped when it is closed before', null, 4, 'dropped', 'closed_unanswered', 4],
  ] as const)('%s', (_, completed, closed, how, fact, on) => {
    const days = (count: number | null) => (count === null ? null : addDays(MET, count))
    const supervisor = { openedOn: MET, completedOn: days(completed), closedOn: days(closed) }
    const found = piece(at(MET_ONCE, 'T1', { supervisor }), 'questionnaire')
    expect(found?.ended).toEqual({ how, fact, on: addDays(MET, on) })
  })
})

describe('an interview within a window (§4)', () => {
  test('opens six months after T1, and is due on its last day while no day was planned', () => {
    expect(piece(MET_ONCE, 'appointment')).toEqual({
      kind: 'appointment',
      wave: 'T2',
      opens: OPENS,
      due: CLOSES,
      closes: CLOSES,
      because: { fact: 'anchor_held', on: MET, cite: '§4.2' },
      ended: null,
    })
    const planned = at(MET_ONCE, 'T2', { appointmentOn: addDays(OPENS, 10) })
    expect(piece(planned, 'appointment')).toMatchObject({ opens: OPENS, due: addDays(OPENS, 10), closes: CLOSES })
  })

  test.each([
    ['is done with the interview', at(MET_ONCE, 'T2', held(OPENS)), 'done', 'interview_held', OPENS],
    [
      'is dropped when the client is lost to the wave',
      { ...MET_ONCE, departures: [{ step: 'T2', leftOn: OPENS, returnedOn: null }] },
      'dropped',
      'wave_lost',
      OPENS,
    ],
    ['is dropped without consent to ask again', at(MET_ONCE, 'T2', { consent: false }), 'dropped', 'no_consent', MET],
    [
      'since the day on which it was taken back',
      at(MET_ONCE, 'T2', { consent: false, takenBackOn: OPENS }),
      'dropped',
      'no_consent',
      OPENS,
    ],
    ['is dropped when the client withdraws', { ...MET_ONCE, withdrawnOn: CLOSES }, 'dropped', 'withdrawn', CLOSES],
  ] as const)('%s', (_, course, how, fact, on) => {
    expect(piece(course, 'appointment')?.ended).toEqual({ how, fact, on })
  })

  test('a third wave counts from the second', () => {
    const t3 = { ...waveNamed(werkalliantie, 'T2'), name: 'T3' }
    const window = { anchor: 'T2', opensAfterMonths: 12, closesAfterMonths: 15 }
    const longer = { ...werkalliantie, waves: [...werkalliantie.waves, { ...t3, window }] }
    const again = plan(longer, at(at(MET_ONCE, 'T2', held(OPENS)), 'T3', WAVE))
    expect(again.find(({ wave }) => wave === 'T3')).toMatchObject({ opens: addMonths(OPENS, 12), ended: null })
    expect(plan(longer, MET_ONCE).some(({ wave }) => wave === 'T3')).toBe(false)
  })

  test('a study without windows has none', () => {
    const talked = { ...MET_ONCE, waves: { talk: { ...WAVE, ...held(MET) } } }
    expect(plan(talkAid, talked).map(({ kind }) => kind)).not.toContain('appointment')
  })
})

describe('an interview that was broken off (§3)', () => {
  const broken = (wave: string, on = MET) =>
    at(MET_ONCE, wave, { client: { openedOn: on, completedOn: null, brokenOffOn: on } })

  test('can be taken up again until the window that it anchors opens', () => {
    expect(piece(broken('T1'), 'resume')).toEqual({
      kind: 'resume',
      wave: 'T1',
      opens: MET,
      due: addDays(OPENS, -1),
      closes: addDays(OPENS, -1),
      because: { fact: 'broken_off', on: MET, cite: '§3' },
      ended: null,
    })
  })

  test('at the next talk that was told since', () => {
    const next = { reportedOn: MET, contacts: 3, nextContactOn: addDays(MET, 7) }
    expect(piece({ ...broken('T1'), contacts: [...MET_ONCE.contacts, next] }, 'resume')?.due).toBe(addDays(MET, 7))
  })

  test('within its own window, when it has one', () => {
    const second = broken('T2', addDays(CLOSES, -7))
    expect(piece(second, 'resume', 'T2')).toMatchObject({ opens: addDays(CLOSES, -7), closes: CLOSES, ended: null })
    const unasked = at(second, 'T2', { consent: false, takenBackOn: CLOSES })
    expect(piece(unasked, 'resume', 'T2')?.ended).toEqual({ how: 'dropped', fact: 'no_consent', on: CLOSES })
  })

  test('ends with too many contacts, too late, or closed as it was', () => {
    const fifth = { reportedOn: addDays(MET, 9), contacts: 5, nextContactOn: null }
    const over = piece({ ...broken('T1'), contacts: [...MET_ONCE.contacts, fifth] }, 'resume')
    expect(over?.ended).toEqual({ how: 'missed', fact: 'contacts_over', on: addDays(MET, 9) })
    const late = piece(broken('T2', addDays(CLOSES, 1)), 'resume', 'T2')
    expect(late).toMatchObject({ closes: addDays(CLOSES, 1), ended: { how: 'missed', fact: 'too_late' } })
    const client = { openedOn: MET, completedOn: MET, brokenOffOn: MET }
    const closed = piece(at(MET_ONCE, 'T1', { client }), 'resume')
    expect(closed?.ended).toEqual({ how: 'missed', fact: 'closed_as_it_was', on: MET })
  })
})

describe('the follow-up (§5)', () => {
  const over = addMonths(STARTED, 24)

  test('is looked up when it is over, of participants only', () => {
    const because = { fact: 'supervision_started', on: STARTED, cite: '§5' }
    expect(piece(MET_ONCE, 'follow_up')).toMatchObject({
      wave: 'follow_up',
      opens: over,
      due: over,
      because,
      ended: null,
    })
    expect(piece(at(MET_ONCE, 'T1', { client: null }), 'follow_up')).toBeUndefined()
    expect(piece({ ...MET_ONCE, startedOn: null }, 'follow_up')).toBeUndefined()
  })

  test('is done when the register told how it ended, by then or before', () => {
    const found = piece({ ...MET_ONCE, endedOn: [CLOSES, OPENS] }, 'follow_up')
    expect(found?.ended).toEqual({ how: 'done', fact: 'ending_told', on: OPENS })
  })
})

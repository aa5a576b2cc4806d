import { describe, expect, test } from 'vitest'
import { addDays } from '../../../app/protocol/day'
import { ASKED, at, held, MET, MET_ONCE, NEW, OPENS, piece, REPLIED } from './one-case'

const WAITS = { ...NEW, inquiry: { sentOn: ASKED, repliedOn: null } }
const ANSWERED = { ...NEW, inquiry: { sentOn: ASKED, repliedOn: REPLIED } }
const left = (step: string, leftOn = REPLIED, returnedOn: typeof leftOn | null = null) => [{ step, leftOn, returnedOn }]

test('nothing known, nothing to do', () => {
  expect(piece(NEW, 'inquiry')).toBeUndefined()
  expect(piece(NEW, 'screening')).toBeUndefined()
  expect(piece(NEW, 'interview')).toBeUndefined()
})

describe('an inquiry (§2.2)', () => {
  test('waits for an answer until the day of non-response', () => {
    expect(piece(WAITS, 'inquiry')).toEqual({
      kind: 'inquiry',
      wave: 'intake',
      opens: ASKED,
      due: addDays(ASKED, 21),
      closes: null,
      because: { fact: 'inquiry_sent', on: ASKED, cite: '§2.2' },
      ended: null,
    })
  })

  test.each([
    ['is done with the answer', ANSWERED, { how: 'done', fact: 'reply_came', on: REPLIED }],
    [
      'is missed when nobody answered in time',
      { ...WAITS, departures: left('inquiry', addDays(ASKED, 21)) },
      { how: 'missed', fact: 'case_left', on: addDays(ASKED, 21) },
    ],
    [
      'is dropped when the case leaves before that',
      { ...WAITS, departures: left('inquiry') },
      { how: 'dropped', fact: 'case_left', on: REPLIED },
    ],
    ['goes on when it came back', { ...WAITS, departures: left('inquiry', REPLIED, MET) }, null],
    [
      'is dropped when the client withdraws',
      { ...WAITS, withdrawnOn: MET },
      { how: 'dropped', fact: 'withdrawn', on: MET },
    ],
  ] as const)('%s', (_, course, ended) => {
    expect(piece(course, 'inquiry')?.ended).toEqual(ended)
  })
})

describe('criteria to find out (§2.1)', () => {
  test('wait from the day of the answer', () => {
    expect(piece(ANSWERED, 'screening')).toMatchObject({ opens: REPLIED, due: REPLIED, closes: null, ended: null })
  })

  test.each([
    [
      'are found out with the judgement',
      { judgements: [{ on: REPLIED, replacedOn: null }] },
      { how: 'done', fact: 'judged', on: REPLIED },
    ],
    ['again when it stands no more', { judgements: [{ on: REPLIED, replacedOn: MET }] }, null],
    [
      'are found out when the case leaves by them',
      { departures: left('criteria', MET) },
      { how: 'done', fact: 'case_left', on: MET },
    ],
    [
      'are needless when it leaves elsewhere',
      { departures: left('approach', MET) },
      { how: 'dropped', fact: 'case_left', on: MET },
    ],
  ] as const)('%s', (_, facts, ended) => {
    expect(piece({ ...ANSWERED, ...facts }, 'screening')?.ended).toEqual(ended)
  })
})

describe('a first interview (§3)', () => {
  const pair = { boundOn: REPLIED, sinceOn: REPLIED, unboundOn: null, plannedOn: null }
  const PAIR = { ...ANSWERED, pair }
  const told = (nextContactOn: typeof MET | null) => ({ reportedOn: REPLIED, contacts: 2, nextContactOn })

  test.each([
    [
      'on the day that was planned',
      { pair: { ...pair, plannedOn: MET }, contacts: [told(REPLIED)] },
      MET,
      'talk_planned',
    ],
    ['at the next talk that was told', { contacts: [told(null), told(MET)] }, MET, 'talk_told'],
    ['as soon as there is a pair', { contacts: [told(MET), told(null)] }, REPLIED, 'pair_bound'],
    ['or another supervisor', { pair: { ...pair, sinceOn: MET } }, MET, 'pair_bound'],
  ] as const)('%s', (_, facts, due, fact) => {
    const found = piece({ ...PAIR, ...facts }, 'interview')
    expect(found).toMatchObject({ wave: 'T1', opens: REPLIED, due, closes: null, because: { fact, cite: '§3' } })
  })

  test('ends when it is held, or the pair does', () => {
    expect(piece(MET_ONCE, 'interview')?.ended).toEqual({ how: 'done', fact: 'interview_held', on: MET })
    const undone = { ...PAIR, pair: { ...pair, unboundOn: MET } }
    expect(piece(undone, 'interview')?.ended).toEqual({ how: 'dropped', fact: 'pair_ended', on: MET })
  })
})

describe('an address at which nobody is reached (§2.2)', () => {
  test('is to be mended from the day on which mail came back, until the case leaves', () => {
    const back = { ...WAITS, undelivered: { on: REPLIED } }
    expect(piece(back, 'address')).toMatchObject({ wave: 'intake', opens: REPLIED, due: REPLIED, ended: null })
    expect(piece(WAITS, 'address')).toBeUndefined()
    const over = { ...back, departures: left('inquiry', MET) }
    expect(piece(over, 'address')?.ended).toEqual({ how: 'dropped', fact: 'case_left', on: MET })
    expect(piece({ ...back, departures: left('T2', MET) }, 'address')?.ended).toBeNull()
    const declined = { ...back, declinedOn: MET }
    expect(piece(declined, 'address')?.ended).toEqual({ how: 'dropped', fact: 'declined', on: MET })
  })

  test('is still to be mended while anything is or will be asked: a pair to come, a window, a questionnaire of a case that left', () => {
    const back = { undelivered: { on: MET } }
    expect(
      piece({ ...ANSWERED, ...back, judgements: [{ on: REPLIED, replacedOn: null }] }, 'address')?.ended,
    ).toBeNull()
    expect(piece({ ...MET_ONCE, ...back }, 'address')?.ended).toBeNull()
    const refused = { ...MET_ONCE, ...back, departures: left('approach', MET) }
    expect(piece(at(refused, 'T1', { client: null }), 'address')?.ended).toBeNull()
  })

  test('is needless once the last wave is held or lost and its questionnaire answered or closed', () => {
    const over = addDays(OPENS, 9)
    const filled = at({ ...MET_ONCE, undelivered: { on: OPENS } }, 'T1', {
      supervisor: { openedOn: MET, completedOn: REPLIED, closedOn: null },
    })
    const asked = { openedOn: OPENS, completedOn: over, closedOn: null }
    const done = at(filled, 'T2', { ...held(OPENS), supervisor: asked })
    expect(piece(done, 'address')?.ended).toEqual({ how: 'dropped', fact: 'nothing_to_ask', on: over })
    const closed = at(filled, 'T2', { supervisor: { ...asked, completedOn: null, closedOn: over } })
    const lost = { ...closed, departures: left('T2', OPENS) }
    expect(piece(lost, 'address')?.ended).toEqual({ how: 'dropped', fact: 'nothing_to_ask', on: over })
    expect(piece(at(filled, 'T2', held(OPENS)), 'address')?.ended).toMatchObject({ fact: 'nothing_to_ask' })
    expect(piece(at(done, 'T2', { supervisor: { ...asked, completedOn: null } }), 'address')?.ended).toBeNull()
  })
})

import { describe, expect, test } from 'vitest'
import { day } from '../../app/protocol/day'
import { type CellFacts, clientCell, supervisorCell, type WaveFacts } from '../../app/protocol/matrix'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'

const [T1, T2] = werkalliantie.waves
const NOTHING: WaveFacts = {
  client: null,
  supervisor: null,
  window: null,
  lost: null,
  withdrew: false,
  supervisorDeclined: false,
  plannedOn: null,
}
const MET = day('2012-01-10')
const CLOSES = day('2012-10-10')
const window = { opens: day('2012-07-10'), closes: CLOSES }
const begun: CellFacts = {
  openedOn: MET,
  completedOn: null,
  closedOn: null,
  brokenOffOn: null,
  erasedOn: null,
  answered: true,
}

describe('the client’s side', () => {
  test.each([
    ['nothing is known yet', {}, { state: 'expected', from: null, until: null }],
    ['an interview is planned', { plannedOn: MET }, { state: 'expected', from: MET, until: MET }],
    ['a window is to come', { window }, { state: 'expected', from: window.opens, until: CLOSES }],
    ['broken off', { client: begun, window }, { state: 'partial', since: MET, until: CLOSES }],
    ['held', { client: { ...begun, completedOn: MET } }, { state: 'complete', on: MET, asItWas: false }],
    [
      'broken off, and taken up again',
      { client: { ...begun, completedOn: CLOSES, brokenOffOn: MET } },
      { state: 'complete', on: CLOSES, asItWas: false },
    ],
    [
      'closed as it was',
      { client: { ...begun, completedOn: CLOSES, brokenOffOn: CLOSES } },
      { state: 'complete', on: CLOSES, asItWas: true },
    ],
    ['erased', { client: { ...begun, completedOn: MET, erasedOn: CLOSES } }, { state: 'erased', on: CLOSES }],
    ['lost', { window, lost: 'supervision_ended' }, { state: 'missing', reason: 'supervision_ended', partly: false }],
    [
      'withdrawn after a beginning',
      { client: begun, lost: 'x', withdrew: true },
      { state: 'missing', reason: 'withdrew', partly: true },
    ],
  ] as const)('%s', (_, facts, expected) => {
    expect(clientCell({ ...NOTHING, ...facts })).toEqual(expected)
  })
})

describe('the supervisor’s side', () => {
  const asked = { ...begun, answered: false }
  test.each([
    ['comes with the interview', T1, { plannedOn: MET }, { state: 'expected', from: MET, until: null }],
    ['asked', T1, { supervisor: asked }, { state: 'expected', from: MET, until: day('2012-01-31') }],
    ['begun', T1, { supervisor: begun }, { state: 'partial', since: MET, until: day('2012-01-31') }],
    [
      'never answered',
      T1,
      { supervisor: { ...asked, closedOn: CLOSES } },
      { state: 'missing', reason: 'no_reply', partly: false },
    ],
    [
      'declined',
      T2,
      { supervisor: asked, supervisorDeclined: true },
      { state: 'missing', reason: 'supervisor_declined', partly: false },
    ],
    ['asked although the client is lost', T2, { window, lost: 'refused', supervisor: asked }, { state: 'expected' }],
    ['nobody was approached', T1, { lost: 'no_time' }, { state: 'missing', reason: 'no_time', partly: false }],
  ] as const)('%s', (_, wave, facts, expected) => {
    expect(supervisorCell(wave, { ...NOTHING, ...facts })).toMatchObject(expected)
  })

  test('what came stays, whoever declined since', () => {
    const facts = { ...NOTHING, supervisor: { ...begun, completedOn: MET }, supervisorDeclined: true, withdrew: true }
    expect(supervisorCell(T1, facts)).toEqual({ state: 'complete', on: MET, asItWas: false })
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { words } from '../../app/i18n/catalogue'
import { INTAKE_STEPS, PLACES, type Place, placeOf, STAGE_NAMES, STAGES, stageOf } from '../../app/protocol/stages'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { MOVES, type Move, mayNow, placesFor, TRANSITIONS } from '../../app/protocol/transitions'
import type { Exit, Transition } from '../../app/protocol/transitions/transition'

const { reasons, waves } = werkalliantie
const TABLE: Readonly<Record<Move, Transition>> = TRANSITIONS
const later = waves.filter(({ name }) => name in reasons).map(({ name }) => name)
/** The steps (or later waves) at which an exit lets a case leave, with the codes that it may have there. */
const ways = ({ step, reasons: codes }: Exit) =>
  (step === 'wave' ? later : [step]).map((at) => ({
    at,
    codes: codes === 'any' ? Object.keys(reasons[at as keyof typeof reasons]) : codes,
  }))

const NOTHING = {
  left: {},
  inquired: false,
  replied: false,
  criteriaMet: false,
  approachable: false,
  paired: false,
  planned: false,
  interviewed: false,
}

describe('where a case stands follows from its facts (protocol §2)', () => {
  const course = [
    ['to_inquire', {}],
    ['awaiting_reply', { inquired: true }],
    ['to_screen', { replied: true }],
    ['to_judge', { criteriaMet: true }],
    ['to_approach', { approachable: true }],
    ['to_approach', { paired: true }],
    ['planned', { planned: true }],
    ['interviewed', { interviewed: true }],
  ] as const

  test('each fact brings it on', () => {
    let facts = NOTHING
    for (const [stage, more] of course) {
      facts = { ...facts, ...more }
      expect(stageOf(facts)).toEqual({ stage, leftStep: null, leftReason: null })
    }
  })

  test('leaving at a step of intake ends it wherever it was; losing a wave does not', () => {
    const known = fc.record({
      inquired: fc.boolean(),
      replied: fc.boolean(),
      criteriaMet: fc.boolean(),
      approachable: fc.boolean(),
      paired: fc.boolean(),
      planned: fc.boolean(),
      interviewed: fc.boolean(),
    })
    fc.assert(
      fc.property(known, fc.constantFrom(...INTAKE_STEPS), (facts, step) => {
        const left = stageOf({ ...facts, left: { T2: 'refused', [step]: 'withdrew' } })
        expect(left).toEqual({ stage: 'left', leftStep: step, leftReason: 'withdrew' })
        expect(placeOf(left)).toBe(`left_${step}`)
        const goes = stageOf({ ...facts, left: { T2: 'refused' } })
        expect(goes).toEqual(stageOf({ ...facts, left: {} }))
        expect([goes.stage === 'left', PLACES.includes(placeOf(goes))]).toEqual([false, true])
      }),
    )
  })

  test('a step has a stage to stand in, and they come in its order', () => {
    const steps = STAGE_NAMES.flatMap((stage) => STAGES[stage].step ?? [])
    expect([...new Set(steps)]).toEqual([...INTAKE_STEPS])
  })
})

describe('what may be done where', () => {
  test.each(MOVES.flatMap((move) => PLACES.map((place) => [move, place] as const)))(
    '%s at %s: yes, or a code with words',
    (move, place) => {
      const may = mayNow(move, place)
      expect(may === true || may in words.refusals).toBe(true)
      expect(placesFor(move).includes(place)).toBe(may === true)
    },
  )

  /** Codes as the verbs give them; y is yes. In the order of PLACES. */
  test.each([
    ['inquire', 'y already_inquired*6 case_left*5'],
    ['record_reply', 'not_inquired y already_replied*5 not_inquired y already_replied*3'],
    ['close_inquiry', 'not_inquired y already_replied*5 case_left*5'],
    ['screen', 'not_replied*2 y*2 already_approached*3 case_left*5'],
    ['judge', 'not_replied*2 not_screened y already_judged*3 case_left*5'],
    ['approach', 'not_judged*4 y already_approached*2 case_left*5'],
    ['plan_interview', 'not_approached*4 y*2 already_held case_left*5'],
    ['hold_interview', 'not_approached*4 y*3 not_approached*4 case_left'],
    ['lose_before_wave', 'not_approached*4 not_anchored*2 y not_approached*4 case_left'],
    ['reconsider', 'already_back*7 y*2 case_left*2 y'],
    ['decline_for', 'y*12'],
    ['withdraw', 'y*12'],
  ] as const)('%s: %s', (move, codes) => {
    const expected = codes.split(' ').flatMap((one) => {
      const [code = '', times = '1'] = one.split('*')
      return Array<string>(Number(times)).fill(code)
    })
    expect(PLACES.map((place) => mayNow(move, place)).map((may) => (may === true ? 'y' : may))).toEqual(expected)
  })

  test('every stage can be reached, and a way leads out at every step and wave', () => {
    const reached = new Set<Place>(TRANSITIONS.register.to)
    const add = ({ to, exits }: Transition) => {
      for (const stage of to) if (stage !== 'left') reached.add(stage)
      for (const { step } of exits) if (step !== 'wave') reached.add(`left_${step}`)
    }
    for (let before = -1; before < reached.size; ) {
      before = reached.size
      for (const move of MOVES) if (placesFor(move).some((place) => reached.has(place))) add(TABLE[move])
    }
    expect(PLACES.filter((place) => !reached.has(place))).toEqual([])
    const out = MOVES.flatMap((move) => TABLE[move].exits.flatMap(ways)).map(({ at }) => at)
    expect(new Set(out)).toEqual(new Set(Object.keys(reasons)))
  })

  test('every reason of the study is used, and the table names none that it does not have', () => {
    const used = new Map(Object.keys(reasons).map((step) => [step, new Set<string>()]))
    for (const move of MOVES)
      for (const { at, codes } of TABLE[move].exits.flatMap(ways))
        for (const code of codes) {
          expect(Object.keys(reasons[at as keyof typeof reasons]), `${move} at ${at}`).toContain(code)
          used.get(at)?.add(code)
        }
    for (const [step, codes] of Object.entries(reasons))
      expect([...(used.get(step) ?? [])].sort(), step).toEqual(Object.keys(codes).sort())
  })

  test('a reason is asked exactly where somebody can choose one', () => {
    for (const move of MOVES.filter((one) => one !== 'register')) {
      const { exits, reason } = TABLE[move]
      const chosen = exits.some((exit) => exit.reasons === 'any') && move !== 'screen'
      expect([move, reason !== 'none']).toEqual([move, chosen])
    }
  })
})

import { describe, expect, test } from 'vitest'
import { FEWEST } from '../../app/protocol/fewest'
import type { CaseSeen, Measured } from '../../app/protocol/report/case'
import { type Covariates, covariatesOf, inOrder } from '../../app/protocol/report/covariates'
import { gathering } from '../../app/protocol/report/gathering'
import { sampleWithin } from '../../app/protocol/report/sample'
import { talkAid } from '../../app/protocol/studies/talk-aid'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { expected, itemsOf, rowsOf, type Summary } from './cohort'

const NOBODY: Covariates = { gender: null, age_band: null, region: null, level: null, risk: null }
const BARE: CaseSeen = { covariates: NOBODY, measurements: [], held: [], lost: {}, outcomes: [] }

const rules = werkalliantie.outcomes.filter(({ variant }) => variant === 'published')

/** The cohort as files, by supervision: what was answered, held and lost. */
function cohort(): CaseSeen[] {
  const found = new Map<string, { measurements: Measured[]; held: string[]; lost: Record<string, string> }>()
  const of = (supervision: string | undefined) => {
    const before = found.get(supervision ?? '') ?? { measurements: [], held: [], lost: {} }
    found.set(supervision ?? '', before)
    return before
  }
  for (const wave of ['T1', 'T2'])
    for (const perspective of ['client', 'supervisor'] as const)
      for (const row of rowsOf(`answers-${wave.toLowerCase()}-${perspective}`)) {
        const mark = row.mark ? { mark: Number(row.mark) } : {}
        const answers = { ...itemsOf(row), ...mark }
        of(row.supervision).measurements.push({ wave, perspective, unreliable: false, answers })
        if (perspective === 'client') of(row.supervision).held.push(wave)
      }
  for (const { supervision, reason = '' } of rowsOf('t2-not-held')) of(supervision).lost = { T2: reason }
  const outcomesOf = (supervision: string) =>
    rules.map(({ outcome }) => (expected.outcome_ids[outcome]?.includes(supervision) ? 'yes' : 'no') as 'yes' | 'no')
  return [...found].map(([supervision, one]) => ({ ...BARE, ...one, outcomes: outcomesOf(supervision) }))
}

const gathered = (cases: readonly CaseSeen[], study = werkalliantie as Parameters<typeof gathering>[0], of = rules) => {
  const { add, found } = gathering(study, of)
  for (const one of cases) add(one)
  return found()
}
const close = (given: object | null | undefined, wanted: Summary) => {
  for (const [figure, value] of Object.entries(wanted))
    expect((given as Record<string, number> | null)?.[figure], figure).toBeCloseTo(value, 4)
}

describe('of the cohort', () => {
  const { sides, pairs, attrition, outcomes, changes } = gathered(cohort())

  test.each(['T1', 'T2'])('%s: scores, reliability and pairs are what another implementation found', (wave) => {
    for (const perspective of ['client', 'supervisor'] as const) {
      const key = `${perspective}_${wave.toLowerCase()}`
      const side = sides.find((one) => one.wave === wave && one.perspective === perspective)
      for (const [scale, wanted] of Object.entries(expected.scores[key] ?? {})) close(side?.measures[scale]?.of, wanted)
      for (const [scale, wanted] of Object.entries(expected.alpha[key] ?? {}))
        expect(side?.consistency[scale]?.alpha, scale).toBeCloseTo(wanted, 4)
      expect(side?.measures.mark?.n).toBeGreaterThan(FEWEST)
    }
    const within = pairs.find((one) => one.wave === wave)
    for (const [scale, { n, r, absolute, relative }] of Object.entries(expected.dyads[wave.toLowerCase()] ?? {})) {
      const found = within?.measures[scale]
      expect([found?.n, found?.r]).toEqual([n, expect.closeTo(r, 4)])
      close(found?.absolute, absolute)
      close(found?.relative, relative)
      expect(found?.spots.reduce((total, { count }) => total + count, 0)).toBe(n)
    }
  })

  test('those who stayed stand beside those who were lost, by what they scored first', () => {
    const [loss] = attrition
    const lost = Object.values(expected.t2.lost).reduce((sum, n) => sum + n, 0)
    expect([loss?.wave, loss?.from, loss?.categories.gender.unknown]).toEqual(['T2', 'T1', [201, lost]])
    expect(loss?.scores['client trust']?.n).toEqual([201, lost])
    expect(loss?.scores['client trust']?.of?.g).not.toBeNull()
  })

  test('those with an outcome stand beside those without', () => {
    for (const { outcome, counts, scores } of outcomes) {
      expect(counts.yes, outcome).toBe(expected.outcome_ids[outcome]?.length)
      // a supervisor who answered about somebody else's no-show is no client with a score
      expect(scores['client trust']?.n[0], outcome).toBe(counts.yes)
      expect(scores['client trust']?.of?.g, outcome).not.toBeNull()
    }
  })

  test('a change is of the same people at both waves', () => {
    expect(changes.map(({ wave, from, perspective }) => `${from} ${wave} ${perspective}`)).toEqual([
      'T1 T2 client',
      'T1 T2 supervisor',
    ])
    expect(changes[0]?.measures.trust?.n).toBe(201)
  })
})

const answersOf = (value: number) => ({ i04: value, i13: value, i14: value, i17: value })
const measured = (wave: string, perspective: 'client' | 'supervisor', value: number): Measured => ({
  wave,
  perspective,
  unreliable: false,
  answers: answersOf(value),
})
const people = (n: number, one: Partial<CaseSeen>) => Array.from({ length: n }, () => ({ ...BARE, ...one }))

test('no comparison is made with a group that is too small, and nothing of it is told', () => {
  const held = { held: ['T1'], measurements: [measured('T1', 'client', 4)], covariates: { ...NOBODY, gender: 'male' } }
  const compare = (few: number) => {
    const lost = { ...held, lost: { T2: 'refused' } }
    const stayed = { ...held, held: ['T1', 'T2'] }
    return gathered([...people(FEWEST, stayed), ...people(few, lost)]).attrition[0]
  }
  const enough = compare(FEWEST)
  expect(enough?.scores['client friction']?.of?.groups.map(({ mean }) => mean)).toEqual([4, 4])
  expect(enough?.categories.gender.categories?.map(({ counts }) => counts)).toEqual([[FEWEST, FEWEST]])
  const few = compare(FEWEST - 1)
  expect(few?.scores['client friction']).toEqual({ n: [FEWEST, FEWEST - 1], of: null })
  expect(few?.categories.gender).toEqual({ n: [FEWEST, FEWEST - 1], unknown: [0, 0], categories: null })
})

test('of too few pairs there is neither a number nor a point', () => {
  const both = { measurements: [measured('T1', 'client', 4), measured('T1', 'supervisor', 6)] }
  const at = (n: number) => gathered(people(n, both)).pairs[0]?.measures.friction
  expect(at(FEWEST - 1)).toEqual({ n: FEWEST - 1, r: null, relative: null, absolute: null, spots: [] })
  expect(at(FEWEST)).toMatchObject({ r: null, relative: { mean: -2 }, spots: [{ x: 4, y: 6, count: FEWEST }] })
})

test('what was found unreliable is counted and left out of everything', () => {
  const [reliable, not] = [measured('T1', 'client', 4), { ...measured('T1', 'client', 7), unreliable: true }]
  const theirs = measured('T1', 'supervisor', 5)
  const { sides, pairs } = gathered([
    ...people(FEWEST, { measurements: [reliable, theirs] }),
    ...people(3, { measurements: [not, theirs] }),
  ])
  const [client, supervisor] = sides
  expect([client?.n, client?.unreliable, client?.measures.friction?.of?.mean]).toEqual([FEWEST, 3, 4])
  expect([supervisor?.n, pairs[0]?.measures.friction?.n]).toEqual([FEWEST + 3, FEWEST])
})

test('nobody yet, and another study, have a report too', () => {
  const empty = gathered([])
  expect(empty.sides.every(({ n }) => n === 0)).toBe(true)
  expect(empty.attrition[0]?.scores['client trust']).toEqual({ n: [0, 0], of: null })
  const other = gathered(people(FEWEST, { measurements: [measured('talk', 'client', 3)] }), talkAid, [])
  expect(other.sides[0]).toMatchObject({ wave: 'talk', n: FEWEST, measures: { friction: { of: { mean: 3 } } } })
  expect([other.changes, other.attrition, other.outcomes]).toEqual([[], [], []])
})

test('categories are those of the study’s own tables, in their order', () => {
  const facts = { gender: 'female', birthYear: 1990, registeredIn: 2012, region: 'Utrecht', supervisionLevel: 2 }
  expect(covariatesOf({ ...facts, riskCategory: 'high' })).toEqual({
    gender: 'female',
    age_band: 'from_18_to_22',
    region: 'Utrecht',
    level: '2',
    risk: 'high',
  })
  expect(covariatesOf({ ...facts, birthYear: 1920, riskCategory: null })).toMatchObject({
    age_band: 'from_61',
    risk: null,
  })
  expect(inOrder('risk', ['high', 'odd', 'low'])).toEqual(['low', 'high', 'odd'])
  expect(inOrder('region', ['Utrecht', 'Brabant'])).toEqual(['Brabant', 'Utrecht'])
})

test('a sample stands within its population by category, the unknown apart', () => {
  const alike = (gender: string | null, population: number, sample: number) => ({
    covariates: { ...NOBODY, gender },
    population,
    sample,
  })
  const { gender, risk } = sampleWithin([alike('female', 50, 10), alike('male', 50, 30), alike(null, 5, 1)])
  expect([gender.sample, gender.population, gender.unknown]).toEqual([40, 100, { sample: 1, population: 5 }])
  expect(gender.categories?.map(({ category, difference }) => [category, difference])).toEqual([
    ['male', expect.closeTo(0.5345, 4)],
    ['female', expect.closeTo(-0.5345, 4)],
  ])
  expect(risk).toEqual({ sample: 0, population: 0, unknown: { sample: 41, population: 105 }, categories: null })
  expect(sampleWithin([alike('male', 50, FEWEST - 1)]).gender.categories).toBeNull()
})

import { expect, test } from 'vitest'
import { coarsened, wordsOf } from '../../../app/protocol/disclosure/coarsen'
import { disclosureOf } from '../../../app/protocol/disclosure/disclosure'
import type { QuasiIdentifier } from '../../../app/protocol/disclosure/quasi-identifier'
import { sharedNumbersOf } from '../../../app/protocol/disclosure/shared-numbers'
import { identifierOfCovariate, identifierOfItem, quasiValuesOf } from '../../../app/protocol/disclosure/values'
import { studyProtocols } from '../../../app/protocol/studies/registry'
import { werkalliantie } from '../../../app/protocol/studies/werkalliantie'

const { quasiIdentifiers } = werkalliantie
const named = (name: string) => quasiIdentifiers.find((one) => one.name === name) as QuasiIdentifier

test.each(studyProtocols)(
  '$code: every ladder ends in leaving out, and each rung holds all values of the one below',
  (study) => {
    for (const { name, values, ladder } of study.quasiIdentifiers) {
      expect(ladder.at(-1)?.groups, name).toBeNull()
      let below = Object.keys(values)
      for (const { groups, cost } of ladder) {
        expect(cost).toBeGreaterThan(0)
        if (groups === null) continue
        const named = groups.flatMap(({ holds }) => ('from' in holds ? [] : holds))
        if (named.length > 0) expect([...named].sort(), name).toEqual([...below].sort())
        below = groups.map((group) => group.name)
        expect(new Set([...named, ...below]).size, `${name}: no name stands for two things`).toBe(
          named.length + below.length,
        )
      }
    }
  },
)

test.each(studyProtocols)(
  '$code: every asked column is asked there, and its options are what the ladder names',
  (study) => {
    for (const { name, from, values, ladder } of study.quasiIdentifiers)
      for (const source of from) {
        if (!('item' in source)) continue
        const asked = study.waves.find((wave) => wave.name === source.wave)?.instruments[source.perspective] ?? []
        const items = study.instruments.filter((one) => asked.includes(one.name)).flatMap((one) => one.items)
        expect(
          items.some(({ code }) => code === source.item),
          name,
        ).toBe(true)
        const told = identifierOfItem(study, source)
        const known = [...Object.keys(values), ...(ladder[0]?.groups ?? []).map((group) => group.name)]
        for (const option of Object.values(told?.names ?? {})) expect(known, name).toContain(option)
      }
  },
)

test('ages go to the bands of §7.2, then to three, then out; what is not known stays so', () => {
  const ages = [17, 18, 22, 23, 30, 31, 40, 41, 50, 51, 60, 61, 97, null]
  expect(ages.map((age) => coarsened(named('age'), 1, age))).toEqual([
    'under_18',
    'from_18_to_22',
    'from_18_to_22',
    'from_23_to_30',
    'from_23_to_30',
    'from_31_to_40',
    'from_31_to_40',
    'from_41_to_50',
    'from_41_to_50',
    'from_51_to_60',
    'from_51_to_60',
    'from_61',
    'from_61',
    null,
  ])
  expect(new Set(ages.map((age) => coarsened(named('age'), 2, age)))).toEqual(
    new Set(['to_22', 'from_23_to_40', 'from_41', null]),
  )
  expect(new Set(ages.map((age) => coarsened(named('age'), 3, age)))).toEqual(new Set([null]))
  expect(wordsOf(named('age'), 'to_22')?.en).toBe('22 or younger')
  expect(wordsOf(named('age'), 33)).toBeNull()
})

const measurement = (wave: string, perspective: 'client' | 'supervisor', answers: Record<string, number>) => ({
  wave,
  perspective,
  answers,
})

test('values come from the register, and where it knows nothing from the first wave that asked', () => {
  const read = quasiValuesOf(werkalliantie)
  const bare = {
    gender: null,
    birthYear: null,
    startedOn: '2012-02-01' as never,
    location: 'Utrecht',
    region: 'Utrecht',
    organisation: 'RN',
    supervisionLevel: 2,
    riskCategory: 'low',
    measurements: [],
  }
  expect(read(bare)).toEqual({
    gender: null,
    age: null,
    location: 'Utrecht',
    region: 'Utrecht',
    organisation: 'RN',
    level: 2,
    risk: 'low',
    sanction: null,
    work: null,
    living: null,
  })
  const answered = {
    ...bare,
    measurements: [
      measurement('T2', 'client', { work: 4, living: 1 }),
      measurement('T1', 'client', { gender: 1, age_band: 3, work: 1 }),
      measurement('T1', 'supervisor', { legal_framework: 2, gender: 2 }),
    ],
  }
  expect(read(answered)).toMatchObject({
    gender: 'male',
    age: 'from_23_to_30',
    sanction: 'conditional_release',
    work: 'paid',
    living: 'alone',
  })
  expect(read({ ...answered, gender: 'female', birthYear: 1980 })).toMatchObject({ gender: 'female', age: 32 })
  expect(identifierOfCovariate(werkalliantie, 'age_at_start')?.name).toBe('age')
  expect(identifierOfCovariate(werkalliantie, 'location')?.name).toBe('location')
  expect(identifierOfCovariate(werkalliantie, 'started_day')).toBeUndefined()
})

test('a hundred thousand people are measured within the memory and the patience there are', async () => {
  const people = function* () {
    for (let at = 0; at < 100_000; at++)
      yield {
        values: {
          gender: at % 9 === 0 ? 'female' : 'male',
          age: 18 + ((at * 7) % 50),
          location: `r${at % 5} ${at % 2}`,
          region: `r${at % 5}`,
          organisation: `o${at % 3}`,
          level: 1 + ((at >> 3) % 3),
          risk: ['low', 'low_medium', 'high_medium', 'high'][(at >> 5) % 4] ?? null,
          sanction: ['conditional_sentence', 'conditional_release', 'other', null][(at >> 2) % 4] ?? null,
          work: ['paid', 'school', 'unpaid', 'none', 'other'][(at >> 4) % 5] ?? null,
          living: ['alone', 'parents', 'no_home', null][(at >> 7) % 4] ?? null,
        },
        numbers: { supervisor: [`s${at >> 1}`], interviewer: [`i${at % 20}`] },
        outcomes: { dropout: at % 8 === 0 ? ('yes' as const) : ('no' as const) },
      }
  }
  const found = await disclosureOf(quasiIdentifiers, people(), { outcomes: ['dropout'] })
  expect([found.rows, found.suggestion?.rowsBelow, found.listed.length]).toEqual([100_000, 0, 50])
})

test('numbers are those of every wave that is released, and of the first', () => {
  const at = (wave: string, supervisorId: string, interviewer: string | null) => [
    { wave, perspective: 'client' as const, supervisorId, interviewer },
    { wave, perspective: 'supervisor' as const, supervisorId, interviewer: null },
  ]
  const one = { supervisorId: 's1', measurements: [...at('T1', 's1', 'i1'), ...at('T2', 's2', 'i2')] }
  expect(sharedNumbersOf(werkalliantie, ['T1'])(one)).toEqual({ supervisor: ['s1'], interviewer: ['i1'] })
  expect(sharedNumbersOf(werkalliantie, ['T2'])(one)).toEqual({ supervisor: ['s1', 's2'], interviewer: ['i1', 'i2'] })
  const alone = { supervisorId: 's1', measurements: at('T1', 's1', null) }
  expect(sharedNumbersOf(werkalliantie, ['T1', 'T2'])(alone)).toEqual({ supervisor: ['s1'], interviewer: [] })
})

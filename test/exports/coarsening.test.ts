import { describe, expect, test } from 'vitest'
import { shapes } from '../../app/exports/shapes/shapes'
import type { Variable } from '../../app/exports/table/table'
import { coarsened } from '../../app/protocol/disclosure/coarsen'
import type {
  Covariate,
  QuasiIdentifier,
  QuasiValue,
  Source,
  Steps,
} from '../../app/protocol/disclosure/quasi-identifier'
import { identifierOfItem } from '../../app/protocol/disclosure/values'
import { TABLES, type TableName } from '../../app/protocol/release-spec'
import type { ReleasedCase } from '../../app/protocol/released'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { asked, everything, subjectOf, wholeCase } from './shaped-cases'

const { quasiIdentifiers } = werkalliantie
const made = (coarsening: Steps) => shapes(werkalliantie, asked(werkalliantie), { ...everything, coarsening })
const ONE = wholeCase({ events: [{ event: 'ended', on: wholeCase().includedOn, kind: 'completed', reason: null }] })

/** Somebody of whom one column of a quasi-identifier says this, and who is like everybody else in all others. */
type Somebody = { readonly value: QuasiValue; readonly one: ReleasedCase }

const KNOWN: Readonly<Record<Covariate, (at: number) => { value: QuasiValue; told: Partial<ReleasedCase> }>> = {
  gender: (at) => known('gender', ['male', 'female', 'other'][at % 3] as string),
  age_at_start: (at) => ({ value: 17 + at, told: { birthYear: Number(ONE.startedOn.slice(0, 4)) - 17 - at } }),
  location: (at) => ({ value: `place ${at % 3}`, told: { location: `place ${at % 3}` } }),
  // another region is another place
  region: (at) => ({ value: `region ${at % 3}`, told: { region: `region ${at % 3}`, location: `place ${at % 3}` } }),
  organisation: (at) => ({
    value: `firm ${at % 3}`,
    told: { organisation: `firm ${at % 3}`, location: `at ${at % 3}` },
  }),
  supervision_level: (at) => known('supervisionLevel', 1 + (at % 3)),
  risk_category: (at) => known('riskCategory', ['low', 'low_medium', 'high_medium', 'high'][at % 4] as string),
}
const known = (field: 'gender' | 'supervisionLevel' | 'riskCategory', value: string | number) => ({
  value,
  told: { [field]: value },
})

function peopleOf(source: Source): Somebody[] {
  if ('covariate' in source)
    return Array.from({ length: source.covariate === 'age_at_start' ? 60 : 4 }, (_, at) =>
      KNOWN[source.covariate](at),
    ).map(({ value, told }) => ({
      value,
      one: { ...ONE, ...told },
    }))
  return Object.entries(identifierOfItem(werkalliantie, source)?.names ?? {}).map(([code, value]) => ({
    value,
    one: {
      ...ONE,
      measurements: ONE.measurements.map((found) =>
        found.wave === source.wave && found.perspective === source.perspective
          ? { ...found, answers: { ...found.answers, [source.item]: Number(code) } }
          : found,
      ),
    },
  }))
}

/** Every value of every table, as a text: two people are told apart when theirs differ. */
const writtenWith = (coarsening: Steps) => {
  const tables = made(coarsening)
  return ({ one }: Somebody) => JSON.stringify(tables.map(({ rowsOf }) => rowsOf(subjectOf(one))))
}

const columns = quasiIdentifiers.flatMap((identifier) => identifier.from.map((source) => ({ identifier, source })))
const nameOf = (source: Source) => ('covariate' in source ? source.covariate : `${source.wave} ${source.item}`)

describe.each(columns.map(({ identifier, source }) => [nameOf(source), identifier, source] as const))(
  '%s',
  (_, identifier, source) => {
    const people = peopleOf(source)
    const rungs = Array.from({ length: identifier.ladder.length + 1 }, (__, at) => at)

    test.each(rungs)('after %i rungs tells in no table more than its group, and no less', (taken) => {
      const written = writtenWith({ [identifier.name]: taken })
      const byGroup = new Map<QuasiValue, string>()
      for (const somebody of people) {
        const group = coarsened(identifier, taken, somebody.value)
        const seen = byGroup.get(group)
        if (seen === undefined) byGroup.set(group, written(somebody))
        else expect(written(somebody) === seen, `${somebody.value} is told apart`).toBe(true)
      }
      // the answers of the items table are empty where they are grouped: the groups are told by the others
      expect(new Set(byGroup.values()).size).toBe(byGroup.size)
    })
  },
)

const everyStep = (all: readonly QuasiIdentifier[]): Steps[] => {
  const most = Math.max(...all.map(({ ladder }) => ladder.length))
  return Array.from({ length: most + 1 }, (_, rung) =>
    Object.fromEntries(all.map(({ name, ladder }) => [name, Math.min(rung, ladder.length)])),
  )
}

test.each(everyStep(quasiIdentifiers))(
  'the names stay as they are, each code has one meaning and words: %j',
  (steps) => {
    const coarse = made(steps)
    for (const [at, { table }] of made({}).entries()) {
      const told = coarse[at]?.table.variables ?? []
      expect(told.map(({ name, kind }) => [name, kind])).toEqual(table.variables.map(({ name, kind }) => [name, kind]))
    }
    for (const { table, rowsOf } of coarse) {
      const people = columns.flatMap(({ source }) => peopleOf(source))
      for (const { name, values, missing = [], width } of table.variables) {
        const codes = [...(values ?? []), ...missing].map(({ code }) => code)
        expect([name, new Set(codes).size]).toEqual([name, codes.length])
        for (const { code, label } of values ?? []) {
          expect([name, Boolean(label.nl && label.en)]).toEqual([name, true])
          if (typeof code === 'string') expect([name, Buffer.byteLength(code) <= width]).toEqual([name, true])
        }
      }
      for (const row of people.flatMap(({ one }) => rowsOf(subjectOf(one))))
        for (const [place, { name, values, missing = [] }] of table.variables.entries())
          if (values && row[place] !== null && ![...values, ...missing].some(({ code }) => code === row[place]))
            throw new Error(`${table.name}.${name} has no words for ${row[place]}`)
    }
  },
)

function told(coarsening: Steps, table: TableName, one: ReleasedCase, row = 0) {
  const found = made(coarsening)[TABLES.indexOf(table)]
  if (!found) throw new RangeError('no such table')
  const variable = (name: string) => found.table.variables.find((each) => each.name === name) as Variable
  const value = (name: string) => found.rowsOf(subjectOf(one))[row]?.[found.table.variables.indexOf(variable(name))]
  return { variable, value, meaning: (name: string) => variable(name).values?.find(({ code }) => code === value(name)) }
}
const answers = (wave: string, who: string, more: Record<string, number>): ReleasedCase => ({
  ...ONE,
  measurements: ONE.measurements.map((found) =>
    found.wave === wave && found.perspective === who ? { ...found, answers: { ...found.answers, ...more } } : found,
  ),
})

test('a group has a code of its own, words, and a variable that says how precise it is', () => {
  const { variable, value, meaning } = told({ age: 1, risk: 1 }, 'wide', ONE)
  expect([value('age_at_start'), meaning('age_at_start')?.label.en]).toEqual([103, '23 to 30'])
  expect(variable('age_at_start')).toMatchObject({ kind: 'integer', measure: 'ordinal' })
  expect(variable('age_at_start').note?.en).toBe('Less precise in this release: in age bands.')
  expect([value('risk_category'), meaning('risk_category')?.label.nl]).toEqual(['lower', 'Laag of laag gemiddeld'])
  expect(variable('gender').note).toBeUndefined()
})

test('who was never asked, or did not answer, stays so; what is left out is empty for everybody', () => {
  const one = answers('T1', 'client', {})
  const silent = {
    ...one,
    measurements: one.measurements.map((found) => ({ ...found, unanswered: { work: 'no_answer' as const } })),
  }
  expect(told({ work: 1 }, 'wide', silent).value('t1_client_work')).toBe(-9)
  expect(told({ work: 2 }, 'wide', silent).value('t1_client_work')).toBe(null)
  expect(told({ work: 2 }, 'wide', silent).variable('t1_client_work').note?.en).toMatch(/^Left out of this release/)
})

test('of a question that both sides are asked about themselves only the client’s answer is told less precisely', () => {
  const one = answers('T1', 'supervisor', { age_band: 4 })
  const { variable, value } = told({ age: 2 }, 'individual', one, 1)
  expect([value('perspective'), value('q_age_band')]).toEqual(['supervisor', 4])
  expect(variable('q_age_band').note?.en).toBe('T1, client: Less precise in this release: in three age bands.')
  const client = told({ age: 2 }, 'individual', answers('T1', 'client', { age_band: 4 }))
  expect([client.value('q_age_band'), client.meaning('q_age_band')?.label.en]).toEqual([202, '23 to 40'])
})

test('a row for each answer says that it is released less precisely', () => {
  const one = answers('T1', 'client', { work: 3 })
  const rows = (coarsening: Steps) => {
    const found = made(coarsening)[TABLES.indexOf('items')]
    const at = (name: string) => found?.table.variables.findIndex((each) => each.name === name) ?? -1
    return found
      ?.rowsOf(subjectOf(one))
      .filter((row) => row[at('item')] === 'work')
      .map((row) => ['value', 'code', 'missing'].map((name) => row[at(name)]))
  }
  expect(rows({})).toEqual([
    [3, 3, null],
    [null, null, 'left_open'],
  ])
  expect(rows({ work: 1 })).toEqual([
    [null, null, 'less_precise'],
    [null, null, 'left_open'],
  ])
  expect(rows({ work: 2 })).toEqual([
    [null, null, 'less_precise'],
    [null, null, 'less_precise'],
  ])
})

test.each(['supervisor', 'interviewer'])('without the numbers of the %s no table says who shares one', (number) => {
  const other = `${number}-other`
  const shared: ReleasedCase = {
    ...ONE,
    ...(number === 'supervisor' && { supervisorId: other }),
    measurements: ONE.measurements.map((one) => ({
      ...one,
      ...(number === 'supervisor' ? { supervisorId: other } : { interviewer: other }),
    })),
  }
  const differ = (coarsening: Steps) =>
    writtenWith(coarsening)({ value: null, one: ONE }) !== writtenWith(coarsening)({ value: null, one: shared })
  expect([differ({}), differ({ [number]: 1 })]).toEqual([true, false])
  const { variable } = told({ [number]: 1 }, 'individual', ONE)
  expect(variable(number).note?.en).toMatch(/Left out of this release/)
})

import { describe, expect, test } from 'vitest'
import { shapes } from '../../app/exports/shapes/shapes'
import { lintName } from '../../app/exports/table/names'
import { addDays } from '../../app/protocol/day'
import { type TableName, wholeRelease } from '../../app/protocol/release-spec'
import { studyProtocols } from '../../app/protocol/studies/registry'
import { asked, ended, INCLUDED, measurement, report, rowsIn, SECOND, STARTED, wholeCase } from './shaped-cases'

describe.each(studyProtocols)('the tables of $code', (study) => {
  const made = (['days', 'calendar'] as const).flatMap((dates) =>
    shapes(study, asked(study), { ...wholeRelease(study, 'to try'), dates }),
  )

  test.each(made.map(({ table }) => [table.name, table] as const))('%s has names that fit, and words', (_, table) => {
    const taken = new Set<string>()
    for (const { name, label, kind, width, missing = [], values = [] } of table.variables) {
      expect([name, lintName(name, taken)]).toEqual([name, []])
      taken.add(name)
      expect([name, Boolean(label.nl && label.en)]).toEqual([name, true])
      expect([name, width > 0]).toEqual([name, kind === 'text'])
      expect([name, missing.length <= 3]).toEqual([name, true])
      // each code means one thing, and is of the kind of its variable
      const codes = [...values, ...missing].map(({ code }) => code)
      expect([name, new Set(codes).size]).toEqual([name, codes.length])
      for (const { code, label: meaning } of [...values, ...missing]) {
        expect([name, typeof code]).toEqual([name, kind === 'text' ? 'string' : 'number'])
        expect([name, Boolean(meaning.nl && meaning.en)]).toEqual([name, true])
      }
    }
    for (const name of table.key) expect([name, taken.has(name)]).toEqual([name, true])
    for (const name of ['dyad', 'client', 'location', 'supervisor', 'started_day'])
      expect([name, taken.has(name)]).toEqual([name, true])
    expect([...taken].some((name) => /^interviewer/.test(name))).toBe(true)
    for (const rule of study.outcomes) expect(rule.column).toMatch(/^[a-z][a-z0-9_]{0,19}$/)
  })
})

describe('one row a dyad', () => {
  test('has numbers of the release, scores, how the two differ and how they changed', () => {
    const [row] = rowsIn('wide', wholeCase())
    expect(row).toMatchObject({
      supervisor: 'sup-S1',
      interviewer_t1: 'int-I7',
      location: 'loc-Utrecht',
      t1_client_day: 0,
      t1_sup_day: 3,
      started_day: -10,
      age_at_start: 27,
      t1_client_i01: 6,
      t1_client_contacts: 3,
      t1_client_frame_alpha: 6,
      t1_sup_bond_published: 4,
      t1_rel_bond_published: 2,
      t1_abs_bond_published: 2,
      t2_client_chg_bond_published: -1,
      t2_sup_chg_bond_published: 0,
      t2_sup_same_pair: 1,
    })
  })

  test('a client of whom only the first wave is there has nothing of the second', () => {
    const { measurements, ...rest } = wholeCase()
    const [row] = rowsIn('wide', { ...rest, measurements: measurements.filter(({ wave }) => wave === 'T1') })
    expect(row).toMatchObject({ t2_client_day: null, t2_rel_bond_published: null, t2_client_chg_bond_published: null })
  })

  test('another supervisor at the second wave has a number of their own, and did not change', () => {
    const one = wholeCase()
    const other = { samePair: false, supervisorId: 'S2' }
    const measurements = one.measurements.map((each) => (each.wave === 'T2' ? { ...each, ...other } : each))
    const [row] = rowsIn('wide', { ...one, measurements })
    expect(row).toMatchObject({
      supervisor: 'sup-S1',
      supervisor_t2: 'sup-S2',
      t2_client_same_pair: 0,
      t2_rel_bond_published: 1,
      t2_client_chg_bond_published: -1,
      t2_sup_chg_bond_published: null,
    })
  })

  test('covariates are those of the day of inclusion, with the day on which they were told', () => {
    const covariates = [
      { name: 'offence', value: 'theft_before', asOf: addDays(INCLUDED, -40) },
      { name: 'offence', value: 'violence', asOf: addDays(INCLUDED, -4) },
      { name: 'risc_3', value: '7', asOf: INCLUDED },
      { name: 'risc_4', value: '9', asOf: addDays(INCLUDED, 1) },
    ]
    const [row] = rowsIn('wide', wholeCase({ covariates }))
    expect(row).toMatchObject({
      offence: 'violence',
      offence_day: -4,
      risc_3: 7,
      risc_3_day: 0,
      risc_4: null,
      risc_4_day: null,
    })
    // a later row of the same case knows more
    const later = rowsIn('individual', wholeCase({ covariates }))
    expect(later.map(({ risc_4 }) => risc_4)).toEqual([null, 9, 9, 9])
  })

  test('outcomes have a value, a number for models, a day, before or after T2, and the facts with their days', () => {
    const events = [report(30), report(400), ended(500, 'negative', 'repeated_absence')]
    const [row] = rowsIn('wide', wholeCase({ events }))
    expect(row).toMatchObject({
      report_24m: 'yes',
      report_24m_01: 1,
      report_24m_day: 30,
      report_24m_relative: 'before_t2',
      report_24m_why: 'early_intervention_report @ 30; early_intervention_report @ 400',
      dropout_24m: 'yes',
      dropout_24m_relative: 'after_t2',
      dropout_24m_why: 'ended:negative:repeated_absence @ 500',
      lapses: 'yes',
      lapses_why: 'did_not_appear @ 192',
      action_24m: 'missing',
      action_24m_01: -1,
      action_24m_why: 'not_in_register',
    })
    expect(rowsIn('wide', wholeCase({ events }), { dates: 'calendar' })[0]).toMatchObject({
      t1_client_day: INCLUDED,
      started_day: STARTED,
      dropout_24m_day: addDays(INCLUDED, 500),
      dropout_24m_why: `ended:negative:repeated_absence @ ${addDays(INCLUDED, 500)}`,
    })
    expect(rowsIn('wide', wholeCase(), {}, '2012-12-31')[0]).toMatchObject({
      report_24m: 'not_yet_known',
      report_24m_01: -2,
    })
  })

  test('whom an outcome is compared with is chosen', () => {
    const one = wholeCase({ events: [ended(100, 'neutral', 'moved')] })
    const dropout = (leftOut: string[]) => rowsIn('wide', one, { leftOut })[0]?.dropout_24m
    expect([dropout(['early_positive', 'neutral']), dropout(['early_positive'])]).toEqual(['missing', 'no'])
  })

  test('who did not say yes to linkage has no event, no time, and outcomes of answers only', () => {
    const one = wholeCase({ events: [report(30)] })
    const [linked] = rowsIn('wide', one)
    expect(linked?.lapses_01).not.toBeNull()
    const granted = { ...one.granted, register_linkage: false }
    const [row] = rowsIn('wide', { ...one, granted })
    expect(row).toMatchObject({
      report_24m: null,
      report_24m_01: -3,
      report_24m_why: null,
      lapses: linked?.lapses,
      lapses_01: linked?.lapses_01,
      action_told_01: linked?.action_told_01,
      action_24m_01: -3,
    })
    expect(rowsIn('events', { ...one, granted })).toEqual([])
    expect(rowsIn('person_time', { ...one, granted })).toEqual([])
  })

  test('holds what was chosen, and nothing else', () => {
    const chosen = {
      waves: ['T1'],
      instruments: ['wa-gk-client'],
      definitions: ['alpha'],
      outcomes: ['negative_dropout.published'],
    }
    const names = Object.keys(rowsIn('wide', wholeCase(), chosen)[0] ?? {})
    expect(names.filter((name) => /^t2|_published$|^report|_gender$|sup_i01/.test(name))).toEqual([])
    expect(names).toEqual(expect.arrayContaining(['t1_client_i01', 't1_client_bond_alpha', 'dropout_24m_why']))
  })
})

describe('one row per person and wave', () => {
  test('in the order of its key, with questions under names that no key has', () => {
    const rows = rowsIn('individual', wholeCase())
    expect(rows.map(({ wave, perspective, day: on }) => [wave, perspective, on])).toEqual([
      ['T1', 'client', 0],
      ['T1', 'supervisor', 3],
      ['T2', 'client', 191],
      ['T2', 'supervisor', 192],
    ])
    expect(
      rows.map(({ q_i01, bond_published, q_did_not_appear }) => [q_i01, bond_published, q_did_not_appear]),
    ).toEqual([
      [6, 6, null],
      [4, 4, null],
      [5, 5, null],
      [4, 4, 2],
    ])
    expect(rows[0]).toMatchObject({ gender: 'female', q_gender: null, interviewer: 'int-I7' })
  })

  test('a supervisor’s answers go only where the client’s of that wave go', () => {
    const one = wholeCase()
    const measurements = one.measurements.filter(
      ({ wave, perspective }) => wave === 'T1' || perspective === 'supervisor',
    )
    const waves = (table: TableName) => new Set(rowsIn(table, { ...one, measurements }).map(({ wave }) => wave))
    for (const table of ['individual', 'pairwise', 'items'] as const) expect([...waves(table)]).toEqual(['T1'])
  })
})

describe('two rows per dyad and wave', () => {
  test('each side is once the actor and once the partner', () => {
    const rows = rowsIn('pairwise', wholeCase())
    const seen = rows.map((row) => [
      row.wave,
      row.role,
      row.actor_bond_published,
      row.partner_bond_published,
      row.actor_i01,
      row.partner_i01,
    ])
    expect(seen).toEqual([
      ['T1', -1, 6, 4, 6, 4],
      ['T1', 1, 4, 6, 4, 6],
      ['T2', -1, 5, 4, 5, 4],
      ['T2', 1, 4, 5, 4, 5],
    ])
    // what one side alone is asked is nobody's partner's
    expect(Object.keys(rows[0] ?? {}).filter((name) => /did_not_appear|i23/.test(name))).toEqual([])
  })

  test('without a questionnaire both rows stand, one half empty', () => {
    const one = wholeCase({ measurements: [measurement('T1', 'client', INCLUDED, 6)] })
    const rows = rowsIn('pairwise', one)
    expect(rows.map((row) => [row.actor_bond_published, row.partner_bond_published])).toEqual([
      [6, null],
      [null, 6],
    ])
  })
})

describe('one row per item', () => {
  test('has the answer, or why there is none', () => {
    const answers = { ...measurement('T2', 'supervisor', SECOND, 4).answers, did_not_appear: 9, instruction: 0 }
    const given = measurement('T2', 'supervisor', SECOND, 4, {
      answers,
      unanswered: { risk_with_client: 'not_asked', competence: 'no_answer' },
    })
    const rows = rowsIn('items', wholeCase({ measurements: [measurement('T2', 'client', SECOND, 5), given] }))
    const of = (code: string) => {
      const found = rows.find(({ item, perspective }) => item === code && perspective === 'supervisor')
      return [found?.instrument, found?.value, found?.code, found?.missing]
    }
    expect(of('i01')).toEqual(['wa-gk-supervisor@1', 4, 4, null])
    expect(of('instruction')).toEqual(['lapses@1', 0, 0, null])
    expect(of('did_not_appear')).toEqual(['lapses@1', null, 9, 'no_value'])
    expect(of('risk_with_client')).toEqual(['changes-supervisor@1', null, null, 'not_asked'])
    expect(of('competence')).toEqual(['changes-supervisor@1', null, null, 'no_answer'])
    expect(of('official_warning')).toEqual(['lapses@1', null, null, 'left_open'])
    const keys = rows.map((row) => ['wave', 'perspective', 'instrument', 'item'].map((name) => row[name]).join(' '))
    expect(keys).toEqual(keys.toSorted())
    expect(new Set(keys).size).toBe(keys.length)
  })
})

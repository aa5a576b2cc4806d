import { describe, expect, test } from 'vitest'
import { readSpec } from '../../app/protocol/read-spec'
import { FORMATS, keptSpec, TABLES, wholeRelease } from '../../app/protocol/release-spec'
import { studyProtocols } from '../../app/protocol/studies/registry'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'

const whole = wholeRelease(werkalliantie, 'analysis')
const read = (given: object) => readSpec(werkalliantie, { ...whole, ...given })

describe('what is asked of a release', () => {
  test.each(studyProtocols)('of $code is read as it was written, also from JSON', (study) => {
    const asked = wholeRelease(study, 'analysis')
    expect(readSpec(study, asked)).toEqual({ ok: true, value: asked })
    expect(readSpec(study, JSON.parse(JSON.stringify(asked)))).toEqual({ ok: true, value: asked })
    expect([asked.tables, asked.formats, asked.dates]).toEqual([TABLES, FORMATS, 'days'])
  })

  test('stands in the order of the study, each once', () => {
    const given = {
      waves: ['T2', 'T1', 'T2'],
      tables: ['items', 'wide'],
      instruments: ['wa-gk-client', 'lapses', 'lapses'],
    }
    expect(read(given)).toMatchObject({
      value: { waves: ['T1', 'T2'], tables: ['wide', 'items'], instruments: ['lapses', 'wa-gk-client'] },
    })
    expect(read({ outcomes: [], definitions: [], leftOut: [] })).toMatchObject({ ok: true })
    const steps = read({ coarsening: { risk: 1, region: 0, age: 3 } })
    expect(steps.ok && Object.entries(steps.value.coarsening)).toEqual([
      ['age', 3],
      ['risk', 1],
    ])
    expect(read({ purpose: '  APIM, chapter 3 ' })).toMatchObject({ value: { purpose: 'APIM, chapter 3' } })
  })

  test('keeps of a population what was said of it', () => {
    const population = {
      region: 'Utrecht',
      location: '',
      interviewedAt: 'T2',
      startedFrom: '2012-01-01',
      startedTo: null,
    }
    expect(read({ population })).toMatchObject({
      ok: true,
      value: { population: { region: 'Utrecht', interviewedAt: 'T2', startedFrom: '2012-01-01' } },
    })
    const said = read({ population })
    expect(said.ok && Object.keys(said.value.population)).toEqual(['region', 'interviewedAt', 'startedFrom'])
  })

  test.each([
    [{ tables: ['wide', 'narrow'] }, 'unknown_choice', 'tables'],
    [{ tables: [] }, 'unknown_choice', 'tables'],
    [{ tables: 'wide' }, 'unknown_choice', 'tables'],
    [{ waves: ['T3'] }, 'unknown_choice', 'waves'],
    [{ waves: undefined }, 'unknown_choice', 'waves'],
    [{ instruments: ['No Name'] }, 'unknown_choice', 'instruments'],
    [{ instruments: [] }, 'unknown_choice', 'instruments'],
    [{ definitions: ['beta'] }, 'unknown_choice', 'definitions'],
    [{ outcomes: ['negative_dropout'] }, 'unknown_choice', 'outcomes'],
    [{ leftOut: ['moved'] }, 'unknown_choice', 'leftOut'],
    [{ dates: 'weeks' }, 'unknown_choice', 'dates'],
    [{ formats: ['xls'] }, 'unknown_choice', 'formats'],
    [{ language: 'de' }, 'unknown_choice', 'language'],
    [{ purpose: ' ' }, 'required', 'purpose'],
    [{ purpose: 'x'.repeat(501) }, 'too_long', 'purpose'],
    [{ population: null }, 'required', 'population'],
    [{ population: { age: '18' } }, 'unknown_choice', 'age'],
    [{ population: { region: 3 } }, 'unknown_choice', 'region'],
    [{ population: { interviewedAt: 'T9' } }, 'unknown_choice', 'interviewedAt'],
    [{ population: { startedFrom: '31-12-2012' } }, 'no_day', 'startedFrom'],
    [{ population: { startedFrom: '2012-02-01', startedTo: '2012-01-31' } }, 'ends_before_it_begins', 'startedTo'],
    [{ coarsening: ['age'] }, 'unknown_choice', 'coarsening'],
    [{ coarsening: null }, 'unknown_choice', 'coarsening'],
    [{ coarsening: { shoe_size: 1 } }, 'unknown_choice', 'coarsening.shoe_size'],
    [{ coarsening: { age: 4 } }, 'unknown_choice', 'coarsening.age'],
    [{ coarsening: { age: 0.5 } }, 'unknown_choice', 'coarsening.age'],
    [{ coarsening: { age: '1' } }, 'unknown_choice', 'coarsening.age'],
  ])('%j is refused: %s at %s', (given, code, field) => {
    expect(read(given)).toMatchObject({ ok: false, refusal: { code, field } })
  })

  test('tells all as precisely as it is when nothing is said of that, as in specs that were kept before', () => {
    const { coarsening: _, ...before } = whole
    expect(readSpec(werkalliantie, before)).toMatchObject({ ok: true, value: { coarsening: {} } })
    expect(keptSpec(before)).toEqual(whole)
    expect(keptSpec({ ...before, coarsening: { age: 1 } })).toEqual({ ...whole, coarsening: { age: 1 } })
  })

  test.each([null, 'wide', [], 3])('%j is no request', (given) => {
    expect(readSpec(werkalliantie, given)).toMatchObject({ ok: false, refusal: { code: 'required' } })
  })
})

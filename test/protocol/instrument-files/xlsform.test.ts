import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instrumentNotes, instrumentRefusals } from '../../../app/i18n/words/instrument-files'
import { pinOf } from '../../../app/protocol/instruments/battery'
import { likeOurs } from '../../../app/protocol/instruments/files/like'
import { fits } from '../../../app/protocol/instruments/fits'
import { werkalliantie } from '../../../app/protocol/studies/werkalliantie'
import { readOf, short, xlsform } from './written'

const CHOICES = ['list_name|name|label', 'yn|yes|Yes', 'yn|no|No', 'n|1|One', 'n|2|Two', 'n|3|Three']
const form = (...survey: string[]) =>
  xlsform(['type|name|label|relevant|constraint|required|parameters|appearance', ...survey], CHOICES)
const last = (...survey: string[]) => {
  const { instruments, refused } = form(...survey)
  return refused[0]?.code ?? instruments.flatMap(({ items }) => items).at(-1)
}

test.each<[string, unknown]>([
  [`\${a} = 'yes'`, [{ item: 'a', among: [1] }]],
  [`selected(\${a}, 'no')`, [{ item: 'a', among: [2] }]],
  [`selected(\${m}, '2')`, [{ item: 'm___2', among: [1] }]],
  [`not(selected(\${m}, '2'))`, [{ item: 'm___2', among: [0] }]],
  [
    `\${n} != '2' and \${a} = 'yes'`,
    [
      { item: 'n', among: [1, 3] },
      { item: 'a', among: [1] },
    ],
  ],
  [`\${a} = 'yes' or \${a} = 'no'`, [{ item: 'a', among: [1, 2] }]],
  [`\${a} = 'perhaps'`, 'condition_unknown_answer'],
  [`count-selected(\${m}) > 1`, 'condition_unsupported'],
  [`if(\${n} > 1, true(), false())`, 'condition_unsupported'],
])('relevant %s', (relevant, expected) => {
  const { instruments, refused } = form(
    'select_one yn|a|A?',
    'select_multiple n|m|M?',
    'select_one n|n|N?',
    `integer|z|Z?|${relevant}|. >= 0 and . < 10`,
  )
  expect(refused[0]?.code ?? instruments[0]?.items.at(-1)?.askedWhen).toEqual(expected)
})

test.each<[string, boolean]>([
  [`not(selected(\${m}, '2'))`, true],
  [`not(selected(\${a}, 'yes'))`, true],
  [`\${n} != '2'`, true],
  [`\${a} = 'yes' and not(\${n} > 2)`, true],
  [`not(\${n} != '2')`, false],
  [`\${n} != ''`, false],
  [`selected(\${m}, '2')`, false],
])('what a form would ask without an answer, and we do not, is said: %s', (relevant, said) => {
  const { notes, refused } = form(
    'select_one yn|a|A?',
    'select_multiple n|m|M?',
    'select_one n|n|N?',
    `select_one yn|z|Z?|${relevant}`,
  )
  expect(refused).toEqual([])
  expect(short(notes).includes('5 not_equal_needs_an_answer')).toBe(said)
})

test('a condition of a group holds for all in it, besides their own', () => {
  const item = last(
    'select_one yn|a|A?',
    `begin_group|g|G|\${a} = 'yes'`,
    'select_one yn|b|B?',
    `select_one yn|c|C?|\${b} = 'no'`,
  )
  expect(item).toMatchObject({
    code: 'c',
    askedWhen: [
      { item: 'a', among: [1] },
      { item: 'b', among: [2] },
    ],
  })
})

test.each<[string, unknown]>([
  ['integer|q|Q?||. >= 1 and . <= 7', { kind: 'number', min: 1, max: 7 }],
  ['integer|q|Q?||. > 0 and . < 8', { kind: 'number', min: 1, max: 7 }],
  ['integer|q|Q?||(. >= 1) and (. <= 7)', { kind: 'number', min: 1, max: 7 }],
  ['integer|q|Q?||((.>=1)and(.<=7))', { kind: 'number', min: 1, max: 7 }],
  ['integer|q|Q?||(. >= 1 and . <= 7', 'constraint'],
  ['integer|q|Q?||not(. > 7)', 'constraint'],
  ['integer|q|Q?||. > 1(0) and . < 20', 'constraint'],
  ['range|q|Q?||||start=1 end=5 step=1', { kind: 'number', min: 1, max: 5 }],
  ['range|q|Q?', { kind: 'number', min: 0, max: 10 }],
  ['select one from yn|q|Q?|||yes', { kind: 'choice', required: true }],
  ['range|q|Q?||||start=0 end=1 step=0.1', 'range_step'],
  ['integer|q|Q?||. < 100000', 'constraint'],
  ['integer|q|Q?||. mod 2 = 0', 'constraint'],
  ['select_one yn|q|Q?||. != 1', 'constraint'],
  ['integer|q|Q?||. > 9 and . < 3', 'bounds'],
  ['select_one gone|q|Q?', 'unknown_list'],
  ['select_one yn or_other|q|Q?', 'or_other'],
  ['select_one_from_file x.csv|q|Q?', 'choices_from_elsewhere'],
  ['rank n|q|Q?', 'ranking'],
  ['geopoint|q|Q?', 'media'],
  ['acknowledge|q|Q?', 'acknowledged'],
  ['datetime|q|Q?', 'date_or_time'],
  ['poem|q|Q?', 'unknown_type'],
  ['|q|Q?', 'unknown_type'],
  [`integer|q|Are you \${a}?`, 'text_with_answers'],
  ['integer|q|', 'text_missing'],
  ['integer|q-1|Q?', 'bad_code'],
  ['end_group||', 'end_without_begin'],
])('a row %s', (row, expected) => {
  const found = last(row)
  if (typeof expected === 'string') expect(found).toBe(expected)
  else expect(found).toMatchObject(expected as object)
})

test('what repeats is refused line by line, and what stands behind it goes on', () => {
  const { refused, instruments } = form(
    'begin repeat|r|Children',
    'integer|age|How old?',
    'end repeat||',
    'select_one yn|q|Q?',
  )
  expect(short(refused)).toEqual(['2 repeat', '3 in_repeat'])
  expect(instruments[0]?.items.map(({ code }) => code)).toEqual(['q'])
})

test('a line that is too wide is said, on the sheet of the answers too', () => {
  const { refused } = xlsform(
    ['type|name|label', 'select_one yn|a|A?', 'integer|b|B?|x'],
    ['list_name|name|label', 'yn|1|Ja', 'yn|2|Nee|more|still more'],
  )
  expect(refused).toEqual([
    { line: 3, column: '', code: 'wrong_number_of_columns' },
    { line: 3, column: 'choices', code: 'wrong_number_of_columns' },
  ])
})

test('Dutch and English each in their place, and one for both where the other is missing', () => {
  const { instruments, notes } = xlsform(
    [
      'type|name|label::English (en)|label::Nederlands (nl)|hint::nl',
      'select_one yn|a|Do you?|Doet u?|',
      'select_one yn|b|Both?||let op',
    ],
    ['list_name|name|label:Nederlands|label:English', 'yn|1|Ja|Yes', 'yn|0|Nee|'],
  )
  expect(instruments[0]?.items.map(({ text }) => text)).toEqual([
    { nl: 'Doet u?', en: 'Do you?' },
    { nl: 'Both? (let op)', en: 'Both? (let op)' },
  ])
  expect(instruments[0]?.items[0]?.options?.map(({ label }) => label)).toEqual([
    { nl: 'Ja', en: 'Yes' },
    { nl: 'Nee', en: 'Nee' },
  ])
  expect(short(notes)).toEqual(['3 note_behind_question', '3 one_language'])
})

test('a form in neither language has its first, as it stands', () => {
  const { instruments } = xlsform(
    ['type|name|label::Deutsch (de)|label::Türkçe (tr)', 'select_one yn|a|Ja?|Evet?'],
    CHOICES,
  )
  expect(instruments[0]?.items[0]?.text).toEqual({ nl: 'Ja?', en: 'Ja?' })
})

test('licensed words for our own structure: the same codes, rules and parts, as a next version', async () => {
  const ours = werkalliantie.instruments.find((one) => pinOf(one) === 'wa-gk-client@1')
  if (!ours) throw new Error('no instrument')
  const rows = ours.items.map(({ code, kind }) =>
    kind === 'mark' ? `range,${code},Cijfer` : `select_one agree,${code},Zin ${code}`,
  )
  const file = (lines: readonly string[], points = 7) =>
    readOf(
      [
        'survey,,,',
        ',type,name,label',
        ...lines.map((line) => `,${line}`),
        'choices,,,',
        ',list_name,name,label',
        ...Array.from({ length: points }, (_, at) => `,agree,${at + 1},stap ${at + 1}`),
      ].join('\n'),
      { name: 'wa-gk-client' },
    )
  const dressed = async (lines: readonly string[], points?: number) => {
    const [read] = (await file(lines, points)).instruments
    if (!read) throw new Error('nothing read')
    return likeOurs(ours, { ...read, version: 2 })
  }
  const worn = await dressed([...rows].reverse())
  expect(worn).toMatchObject({ ok: true, value: { name: 'wa-gk-client', version: 2, perspective: 'client' } })
  if (worn.ok) {
    expect(worn.value.items.map(({ text, ...rest }) => rest)).toEqual(ours.items.map(({ text, ...rest }) => rest))
    expect(worn.value.items[0]?.text.nl).toBe(`Zin ${ours.items[0]?.code}`)
    expect(worn.value.agreement.map(({ nl }) => nl)).toEqual([1, 2, 3, 4, 5, 6, 7].map((step) => `stap ${step}`))
  }
  expect(await dressed(rows.slice(1))).toMatchObject({
    refusal: { code: 'structure_incomplete', codes: ours.items[0]?.code },
  })
  expect(await dressed([...rows, 'select_one agree,x99,More'])).toMatchObject({
    refusal: { code: 'not_in_structure', codes: 'x99' },
  })
  expect(await dressed(rows, 5)).toMatchObject({ refusal: { code: 'other_scale' } })
})

const cell = (...values: string[]) => fc.constantFrom(...values)
const anyRow = fc
  .tuple(
    cell(
      'select_one yn',
      'select_multiple n',
      'integer',
      'range',
      'note',
      'begin_group',
      'end_group',
      'begin_repeat',
      'end_repeat',
      'text',
      'hidden',
      '',
    ),
    cell('a', 'b', 'c', ''),
    cell('Text?', '', `Of \${a}`),
    cell('', `\${a} = 'yes'`, `selected(\${b}, '1')`, `\${c} > 1`, '?'),
    cell('', '. > 0', 'x'),
    cell('', 'yes', 'sometimes()'),
    cell('', 'start=0'),
    cell('', 'label', 'minimal'),
  )
  .map((cells) => cells.join('|'))

test('nothing is lost without a word: each row is there, refused or noted, and what is read can be asked', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 12 }), (rows) => {
      const { instruments, notes, refused } = form(...rows)
      const codes = new Set(instruments.flatMap(({ items }) => items.map(({ code }) => code)))
      for (const [at, row] of rows.entries()) {
        const [type = '', name = '', , , , , , appearance] = row.split('|')
        if (/group|repeat|^note$/.test(type) || appearance === 'label' || row.replaceAll('|', '') === '') continue
        const there = [...codes].some((code) => code === name || code.startsWith(`${name}___`))
        const said = [...refused, ...notes].some(({ line }) => line === at + 2)
        if (!there && !said) throw new Error(`nothing said of line ${at + 2}: ${row}`)
      }
      for (const { code } of notes) expect(instrumentNotes).toHaveProperty(code)
      for (const { code } of refused) expect(instrumentRefusals).toHaveProperty(code)
      expect(fits(instruments, 'client').ok).toBe(true)
    }),
    { numRuns: 400 },
  )
})

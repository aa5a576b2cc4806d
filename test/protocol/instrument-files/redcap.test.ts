import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instrumentNotes, instrumentRefusals } from '../../../app/i18n/words/instrument-files'
import { fits } from '../../../app/protocol/instruments/fits'
import { readOf, redcap, redcapLines, short } from './written'

type Field = Parameters<typeof redcap>[0][number]
const itemsOf = (fields: readonly Field[]) => redcap(fields).instruments.flatMap(({ items }) => items)
const askedWhen = (condition: string, ...before: Field[]) => {
  const { instruments, refused } = redcap([...before, { name: 'last', condition }])
  return refused[0]?.code ?? instruments.flatMap(({ items }) => items).at(-1)?.askedWhen
}

const CHOICES = '1, One | 2, Two | 3, Three'
const ONE: Field = { name: 'a', type: 'radio', choices: CHOICES }
const MANY: Field = { name: 'm', type: 'checkbox', choices: CHOICES }
const AGE: Field = { name: 'age', type: 'text', validation: 'integer', min: '0', max: '99' }

test.each<[string, unknown]>([
  [`[a] = '1'`, [{ item: 'a', among: [1] }]],
  ['[a]=2', [{ item: 'a', among: [2] }]],
  [`[a] <> "1"`, [{ item: 'a', among: [2, 3] }]],
  [`[a] != ''`, [{ item: 'a', among: [1, 2, 3] }]],
  [`[a] = '1' or [a] = '3'`, [{ item: 'a', among: [1, 3] }]],
  [
    `([a] = '1' OR [a] = '2') AND [m(3)] = '1'`,
    [
      { item: 'a', among: [1, 2] },
      { item: 'm___3', among: [1] },
    ],
  ],
  [`[a] <> '1' and [a] <> '2'`, [{ item: 'a', among: [3] }]],
  [`[m(2)] = '0'`, [{ item: 'm___2', among: [0] }]],
  [`[age] >= 97`, [{ item: 'age', among: [97, 98, 99] }]],
  [`not([a] = '1')`, [{ item: 'a', among: [2, 3] }]],
  [`[a] = '1' or [m(1)] = '1'`, 'condition_unsupported'],
  [`[a] = '1' or [a] = '2' and [m(1)] = '1'`, 'condition_unsupported'],
  [`[a] = '1' and [a] = '2'`, 'condition_never'],
  [`[a] = '4'`, 'condition_unknown_answer'],
  [`[m(9)] = '1'`, 'condition_unknown_answer'],
  [`[m] = '1'`, 'condition_unsupported'],
  [`[b] = '1'`, 'condition_unknown_item'],
  [`[last] = '1'`, 'depends_on_later'],
  [`[event_1_arm_1][a] = '1'`, 'condition_unsupported'],
  [`datediff([a], 'today', 'd') > 3`, 'condition_unsupported'],
  [`[a] = [age]`, 'condition_unsupported'],
  [`[a] = '1' and`, 'condition_unsupported'],
  ['('.repeat(3000), 'condition_unsupported'],
])('branching logic %s', (condition, expected) => {
  expect(askedWhen(condition, ONE, MANY, AGE)).toEqual(expected)
})

test.each<[string, boolean]>([
  [`[m(2)] = '0'`, true],
  [`[m(2)] <> '1'`, true],
  [`[m(2)] <> '0'`, false],
  [`not([a] = '1')`, true],
  [`[a] <> '1'`, true],
  [`[a] <> ''`, false],
])('what REDCap would ask without an answer is said: %s', (condition, said) => {
  const { notes, refused } = redcap([ONE, MANY, { name: 'last', condition }])
  expect(refused).toEqual([])
  expect(short(notes).includes('4 not_equal_needs_an_answer')).toBe(said)
})

test('a group of a matrix is passed over, and said once', () => {
  const { notes, instruments } = redcap([
    { name: 'a', matrix: 'm' },
    { name: 'b', matrix: 'm' },
  ])
  expect(instruments[0]?.items).toHaveLength(2)
  expect(notes.filter(({ column }) => column === 'Matrix Group Name')).toMatchObject([{ line: 2, code: 'passed_over' }])
})

test('what depends on a field that is left out is left out too, down to the last', () => {
  const { refused } = redcap([
    { name: 'a', type: 'notes' },
    { name: 'b', condition: `[a] = '1'` },
    { name: 'c', condition: `[b] = '1'` },
  ])
  expect(short(refused)).toEqual(['2 free_text', '3 depends_on_refused', '4 depends_on_refused'])
})

test.each<[Field, string]>([
  [{ type: 'radio' }, 'choices_missing'],
  [{ type: 'radio', choices: 'Yes | No' }, 'choice_without_code'],
  [{ type: 'radio', choices: '1, Yes | , No' }, 'choice_without_code'],
  [{ type: 'radio', choices: '1, Yes | 2,' }, 'choice_without_code'],
  [{ type: 'radio', choices: '1, Yes | 1, No' }, 'duplicate_choice'],
  [{ type: 'radio', choices: '1, Yes | 01, No' }, 'duplicate_choice'],
  [{ type: 'radio', choices: '1, Yes | ABC, No' }, 'codes_mixed'],
  [{ type: 'radio', choices: '1, Yes | 1.5, No' }, 'codes_mixed'],
  [{ type: 'radio', choices: '1, Yes | 70000, No' }, 'code_too_large'],
  [{ type: 'radio', choices: `1, Yes | ${'9'.repeat(400)}, No` }, 'code_too_large'],
  [{ type: 'checkbox', choices: 'a-b, Yes | a_b, No' }, 'duplicate_choice'],
  [{ type: 'text', validation: 'integer', min: '5', max: '5' }, 'bounds'],
  [{ type: 'text', validation: 'integer', min: '0', max: '100000' }, 'bounds'],
  [{ type: 'text', validation: 'integer', min: 'today' }, 'bounds'],
  [{ type: 'slider', min: '10', max: '1' }, 'bounds'],
  [{ type: 'text', validation: 'number_1dp' }, 'decimal'],
  [{ type: 'text', validation: 'datetime_seconds_dmy' }, 'date_or_time'],
  [{ type: 'text', validation: 'email' }, 'free_text'],
  [{ type: 'sql' }, 'choices_from_database'],
  [{ type: 'radio1' }, 'unknown_type'],
  [{ label: '' }, 'text_missing'],
  [{ label: '<br>&nbsp;' }, 'text_missing'],
  [{ name: '1a' }, 'bad_code'],
  [{ name: 'toString' }, 'bad_code'],
  [{ form: '' }, 'form_missing'],
  [{ identifier: 'Y' }, 'identifier'],
  [{ annotation: '@HIDDEN-SURVEY' }, 'action_tag'],
  [{ label: 'You said [first], why?' }, 'text_with_answers'],
  [{ name: 'first' }, 'duplicate_code'],
])('a field that cannot be is refused by itself: %o', (field, code) => {
  const { refused, instruments } = redcap([{ name: 'first' }, field])
  expect(short(refused)).toEqual([`3 ${code}`])
  expect(instruments.flatMap(({ items }) => items.map((item) => item.code))).toEqual(['first'])
})

test('negative codes, an order of their own, and a label with commas and brackets stay as they are', () => {
  const [item] = itemsOf([{ type: 'dropdown', choices: '-9, I do not know | 2, Two, or more [of them] | 1, One' }])
  expect(item).toMatchObject({ kind: 'choice', min: -9, max: 2 })
  expect(item?.options?.map(({ code, label }) => [code, label.en])).toEqual([
    [-9, 'I do not know'],
    [2, 'Two, or more [of them]'],
    [1, 'One'],
  ])
})

test('several answers are questions of their own, as REDCap calls them; required holds for each', () => {
  const items = itemsOf([{ ...MANY, choices: '1, One | -99, None | AbC, Other', label: 'Which?', required: 'y' }])
  expect(items.map(({ code, text, required }) => [code, text.en, required])).toEqual([
    ['m___1', 'Which? One', true],
    ['m____99', 'Which? None', true],
    ['m___abc', 'Which? Other', true],
  ])
})

test('HTML goes, what only looks like it stays', () => {
  const text = (label: string) => itemsOf([{ label }])[0]?.text.nl
  expect(text('<p style="x">Hoe <b>vaak</b>?</p>')).toBe('Hoe vaak?')
  expect(text('<script>alert(1)</script>Hoe<br/>vaak &amp; waar&#8217;s &euml;&#x20AC;')).toBe('Hoe vaak & waar’s ë€')
  expect(text('Jonger dan < 18 jaar, of ouder > 65 &lt;b&gt;')).toBe('Jonger dan < 18 jaar, of ouder > 65 <b>')
  expect(text('&#0;&#x110000;&#xd800;x')).toBe('x')
})

test('headings and texts between fields become parts and what is read before them', () => {
  const text = (label: string, more: Field = {}): Field => ({ name: 't', type: 'descriptive', label, ...more })
  const { instruments, refused } = redcap([
    { name: 'a' },
    { name: 'b', section: '<b>Work</b>' },
    text('Now about pay.'),
    text('Be honest.'),
    { name: 'c' },
    text('Thank you.'),
    text('Only sometimes.', { condition: `[a] = '1'` }),
    text('No question at all.', { form: 'other' }),
  ])
  expect(instruments).toMatchObject([
    {
      name: 'form',
      blocks: [
        { name: 'part-1', title: { en: 'Form' }, order: 'fixed' },
        { name: 'part-2', title: { en: 'Work' } },
        { name: 'part-3', title: { en: 'Work' }, intro: { en: 'Now about pay. Be honest.' } },
      ],
      items: [{ block: 'part-1' }, { block: 'part-2' }, { block: 'part-3' }],
    },
  ])
  expect(instruments[0]?.blocks?.[0]).not.toHaveProperty('intro')
  expect(short(refused)).toEqual(['7 text_without_question', '8 text_with_condition', '9 text_without_question'])
})

test.each(['<script>', '<script ', '<!--', '[a:', '[a(', '&#1', '< '])(
  'a cell of a megabyte of %s refuses its line, and one of 20,000 characters is read',
  (piece) => {
    const fill = (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
    expect(short(redcap([{ label: fill(1_000_000) }]).refused)).toEqual(['2 too_long'])
    const { instruments, refused } = redcap([{ label: `x${fill(19_000)}` }])
    expect(instruments.length + refused.length).toBe(1)
  },
)

test('2,500 fields that each hang on the one before are all read', () => {
  const fields = Array.from({ length: 2_500 }, (_, at) => ({
    name: `q${at}`,
    condition: at ? `[q${at - 1}] = '1'` : '',
  }))
  const { instruments, refused } = redcap(fields)
  expect(refused).toEqual([])
  expect(instruments[0]?.items).toHaveLength(2_500)
})

test('Windows-1252, line ends within cells, semicolons and a line that is broken', async () => {
  const [head = [], field = []] = redcapLines([{ label: 'Hoe vaak\r\nbent u “één keer” geweest?' }]).map(
    ({ cells }) => cells,
  )
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')
  const text = [line(head), line(field), '"broken', line(['q2', ...field.slice(1)])].join('\r\n')
  const windows = Buffer.from(text.replaceAll('“', '\x93').replaceAll('”', '\x94'), 'latin1')
  for (const bytes of [windows, Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
    const { instruments, refused } = await readOf(bytes)
    expect(instruments[0]?.items.map((item) => [item.code, item.text.nl])).toEqual([
      ['q1', 'Hoe vaak bent u “één keer” geweest?'],
      ['q2', 'Hoe vaak bent u “één keer” geweest?'],
    ])
    expect(short(refused)).toEqual(['4 broken_quote'])
  }
})

const cell = (...values: string[]) => fc.constantFrom(...values)
const anyField: fc.Arbitrary<Field> = fc.record(
  {
    name: cell('a', 'b', 'c', 'd', '', '9'),
    form: cell('one', 'two', ''),
    section: cell('', '', 'Part'),
    type: cell(
      'radio',
      'checkbox',
      'yesno',
      'truefalse',
      'text',
      'slider',
      'descriptive',
      'calc',
      'notes',
      'dropdown',
      '?',
    ),
    label: cell('Text?', 'Text [a]', '<b></b>', ''),
    choices: cell(CHOICES, '', 'x, X | y, Y', '1, A | b, B', 'lo | | hi'),
    note: cell('', 'note'),
    validation: cell('', 'integer', 'number', 'date_dmy'),
    min: cell('', '0', '-5', 'x'),
    max: cell('', '9', '99999'),
    identifier: cell('', '', 'y'),
    condition: cell('', `[a] = '1'`, `[b(1)] = '1'`, `[c] > 2`, `[d] <> ''`, `[a] = '1' or [c] = '1'`, '!'),
    required: cell('', 'y'),
    annotation: cell('', '@HIDDEN', '@LATITUDE'),
  },
  { requiredKeys: [] },
)

test('nothing is lost without a word: each line is there or refused, each code has words, each instrument can be asked', () => {
  fc.assert(
    fc.property(fc.array(anyField, { maxLength: 12 }), (fields) => {
      const { instruments, notes, refused } = redcap(fields)
      const codes = new Set(instruments.flatMap(({ items }) => items.map(({ code }) => code)))
      for (const [at, field] of fields.entries()) {
        const name = field.name ?? 'q1'
        const there = [...codes].some((code) => code === name || code.startsWith(`${name}___`))
        const said = refused.some(({ line }) => line === at + 2)
        const isText = field.type === 'descriptive'
        if (!there && !said && !isText) throw new Error(`nothing said of line ${at + 2}: ${JSON.stringify(field)}`)
      }
      for (const { code } of notes) expect(instrumentNotes).toHaveProperty(code)
      for (const { code } of refused) expect(instrumentRefusals).toHaveProperty(code)
      expect(fits(instruments, 'client').ok).toBe(true)
    }),
    { numRuns: 400 },
  )
})

test('the headings of the interface for programs are the same table', async () => {
  const { format, instruments, refused } = await readOf(
    [
      'field_name,form_name,field_type,field_label,select_choices_or_calculations,branching_logic',
      `a,demo,radio,One?,"${CHOICES}",`,
      `b,demo,yesno,Two?,,"[a] = '2'"`,
    ].join('\n'),
  )
  expect([format, refused]).toEqual(['redcap', []])
  expect(instruments[0]?.items).toMatchObject([{ code: 'a' }, { code: 'b', askedWhen: [{ item: 'a', among: [2] }] }])
})

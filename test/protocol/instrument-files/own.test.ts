import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvTable } from '../../../app/exports/csv'
import { OWN } from '../../../app/protocol/instruments/files/own-cells'
import { ownRows } from '../../../app/protocol/instruments/files/own-write'
import { readInstruments } from '../../../app/protocol/instruments/files/read'
import { studyProtocols } from '../../../app/protocol/studies/registry'
import type { Instrument, Item, Words } from '../../../app/protocol/study'
import { readOf, short } from './written'

const asCsv = (instrument: Instrument): string => csvTable(OWN, ownRows(instrument))

const text = fc
  .string({ unit: fc.constantFrom(...'ab é€"\';|=:\\,@+-\n1?'), minLength: 1, maxLength: 12 })
  .map((written) => `a${written}z`)
const words: fc.Arbitrary<Words> = fc.record({ nl: text, en: text })
const small = fc.integer({ min: -32_768, max: 32_767 })

const item: fc.Arbitrary<Omit<Item, 'code'>> = fc.oneof(
  fc
    .record({
      kind: fc.constant('number' as const),
      ends: fc.uniqueArray(small, { minLength: 2, maxLength: 2 }),
      text: words,
    })
    .map(({ ends, ...rest }) => ({ ...rest, min: Math.min(...ends), max: Math.max(...ends) })),
  fc.record({ text: words }).map((rest) => ({ ...rest, kind: 'mark' as const, min: 1, max: 10 })),
  fc
    .record({
      text: words,
      codes: fc.uniqueArray(small, { minLength: 1, maxLength: 4 }),
      labels: fc.array(words, { minLength: 4, maxLength: 4 }),
      names: fc.uniqueArray(text, { minLength: 4, maxLength: 4 }),
    })
    .map(({ codes, labels, names, ...rest }) => ({
      ...rest,
      kind: 'choice' as const,
      min: Math.min(...codes),
      max: Math.max(...codes),
      options: codes.map((code, at) => ({
        code,
        name: names[at] ?? '',
        label: labels[at] ?? { nl: '', en: '' },
      })),
    })),
  fc.record({ text: words }).map((rest) => ({ ...rest, kind: 'agreement' as const, min: 1, max: 3 })),
)

const instrument: fc.Arbitrary<Instrument> = fc
  .record({
    title: words,
    perspective: fc.constantFrom('client' as const, 'supervisor' as const),
    version: fc.integer({ min: 1, max: 999 }),
    items: fc.array(item, { minLength: 1, maxLength: 8 }),
    required: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    blocks: fc.option(fc.array(fc.record({ title: words, intro: fc.option(words) }), { minLength: 1, maxLength: 3 })),
    scale: fc.array(words, { minLength: 3, maxLength: 3 }),
  })
  .map(({ items, required, blocks, scale, ...rest }) => {
    const per = Math.ceil(items.length / (blocks?.length ?? 1))
    const numbered = items.map((one, at) => ({
      code: `q${at}`,
      ...one,
      ...(required[at] ? { required: true as const } : {}),
      ...(blocks ? { block: `b${Math.floor(at / per)}` } : {}),
      ...(at > 0 && items[0] ? { askedWhen: [{ item: 'q0', among: [items[0].min] }] } : {}),
    }))
    const used = blocks?.slice(0, Math.ceil(items.length / per)).map(({ title, intro }, at) => ({
      name: `b${at}`,
      title,
      ...(intro ? { intro } : {}),
      order: at % 2 ? ('random' as const) : ('fixed' as const),
    }))
    return {
      ...rest,
      name: 'some-name',
      agreement: items.some(({ kind }) => kind === 'agreement') ? scale : [],
      ...(used ? { blocks: used } : {}),
      items: numbered,
    }
  })

test('what is written as our own file is read back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(instrument, async (written) => {
      const { instruments, refused, notes } = await readOf(asCsv(written))
      expect(refused).toEqual([])
      expect(notes).toEqual([])
      expect(instruments).toEqual([written])
    }),
    { numRuns: 200 },
  )
})

test.each(
  studyProtocols.flatMap((study) => study.instruments.map((one) => [`${study.code} ${one.name}`, one] as const)),
)('%s of the protocol goes through a file without loss', async (_, written) => {
  const { instruments, refused } = await readOf(asCsv(written))
  expect(refused).toEqual([])
  // what a file cannot leave out: in which part a question stands
  const [first] = written.blocks ?? []
  const items = written.items.map((one) => (first ? { ...one, block: one.block ?? first.name } : one))
  expect(instruments).toEqual([{ ...written, items }])
})

const HEAD = 'instrument;version;perspective;code;kind;text_nl;text_en;min;max;options;missing;required;asked_when'
const own = (...lines: string[]) => readOf([HEAD, ...lines].join('\n'))

test('a short file: what a row does not say is as on the row above', async () => {
  const { instruments, notes, refused } = await own(
    'motivatie;2;client;m1;choice;Wilt u dit?;Do you want this?;;;"0=Nee|No; 1=Ja|Yes";;ja;',
    ';;;m2;number;Hoe vaak?;;0;9;;9;;m1=1',
  )
  expect(refused).toEqual([])
  expect(instruments).toMatchObject([{ name: 'motivatie', version: 2, perspective: 'client' }])
  expect(short(notes)).toEqual(['3 one_language'])
})

test.each([
  ['Motivatie;1;client;m1;number;V;Q;0;9;;;;', 'bad_instrument_name'],
  ['m;0;client;m1;number;V;Q;0;9;;;;', 'version_unread'],
  ['n;1;;m1;number;V;Q;0;9;;;;', 'perspective_missing'],
  ['m;1;supervisor;m1;number;V;Q;0;9;;;;', 'other_side'],
  ['m;1;client;1m;number;V;Q;0;9;;;;', 'bad_code'],
  ['m;1;client;constructor;number;V;Q;0;9;;;;', 'bad_code'],
  ['m;1;client;m1;text;V;Q;0;9;;;;', 'unknown_type'],
  ['m;1;client;m1;number;;;0;9;;;;', 'text_missing'],
  ['m;1;client;m1;choice;V;Q;;;;;;', 'choices_missing'],
  ['m;1;client;m1;choice;V;Q;;;Nee|No;;;', 'options_unread'],
  ['m;1;client;m1;choice;V;Q;;;"1=a;1=b";;;', 'duplicate_choice'],
  ['m;1;client;m1;choice;V;Q;;;99999=a;;;', 'code_too_large'],
  ['m;1;client;m1;agreement;V;Q;;;"0=a;1=b";;;', 'codes_mixed'],
  ['m;1;client;m1;number;V;Q;9;0;;;;', 'bounds'],
  ['m;1;client;m1;number;V;Q;0;40000;;;;', 'bounds'],
  ['m;1;client;m1;number;V;Q;0;1.5;;;;', 'bounds'],
  ['m;1;client;m1;number;V;Q;0;9;;x;;', 'missing_unread'],
  ['m;1;client;m1;number;V;Q;0;9;;;maybe;', 'required_unread'],
  ['m;1;client;m1;number;V;Q;0;9;;;;m0>1', 'condition_unread'],
])('a row that cannot be is refused by itself: %s', async (line, code) => {
  const { instruments, refused } = await own('m;1;client;m0;number;V;Q;0;9;;;;', line)
  expect(short(refused)).toEqual([`3 ${code}`])
  expect(instruments.flatMap(({ items }) => items.map((one) => one.code))).toEqual(['m0'])
})

test('what depends on a refused question is refused too, and said so', async () => {
  const { refused } = await own(
    'm;1;client;m1;poem;V;Q;0;9;;;;',
    'm;1;client;m2;number;V;Q;0;9;;;;m1=1',
    'm;1;client;m3;number;V;Q;0;9;;;;m2=1',
    'm;1;client;m4;number;V;Q;0;9;;;;m4=1',
    'm;1;client;m5;number;V;Q;0;9;;;;',
    'm;1;client;m5;number;V;Q;0;9;;;;',
    'm;1;client;m6;number;V;Q;0;9;;;;m5=10',
  )
  expect(short(refused)).toEqual([
    '2 unknown_type',
    '3 depends_on_refused',
    '4 depends_on_refused',
    '5 depends_on_refused',
    '7 duplicate_code',
    '8 condition_unknown_answer',
  ])
})

test('a file of another kind, and one without the columns that it needs, is told what it seems to be', () => {
  const sheet = (...lines: string[]) => ({
    sheets: [{ name: null, rows: lines.map((line, at) => ({ line: at + 1, cells: line.split(';') })) }],
    unread: [],
  })
  const codeOf = (format: 'own' | 'redcap' | 'xlsform', ...lines: string[]) => {
    const read = readInstruments(format, sheet(...lines), { perspective: 'client' })
    return read.ok ? 'done' : read.refusal
  }
  const dictionary = 'Variable / Field Name;Form Name;Field Type;Field Label'
  expect(codeOf('own', dictionary)).toMatchObject({ code: 'other_format', seems: 'redcap' })
  expect(codeOf('redcap', HEAD)).toMatchObject({ code: 'other_format', seems: 'own' })
  expect(codeOf('redcap', 'survey;;', ';type;name')).toMatchObject({ code: 'other_format', seems: 'xlsform' })
  expect(codeOf('own', 'naam;leeftijd')).toMatchObject({ code: 'column_missing', column: 'instrument, code, kind' })
  expect(codeOf('redcap', 'naam;leeftijd')).toMatchObject({ code: 'column_missing' })
  expect(codeOf('xlsform', 'naam;leeftijd')).toMatchObject({ code: 'sheet_missing', name: 'survey' })
  expect(codeOf('own')).toMatchObject({ code: 'file_empty' })
})

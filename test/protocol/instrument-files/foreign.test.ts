import { expect, test } from 'vitest'
import { workbookOf } from '../../platform/sheets/workbook'
import { foreign, readOf, short, writtenIn } from './written'

/** How often each code is said. */
const counted = (remarks: readonly { readonly code: string }[]) => {
  const all: Record<string, number> = {}
  for (const { code } of remarks) all[code] = (all[code] ?? 0) + 1
  return all
}
const sizes = (instruments: readonly { readonly name: string; readonly items: readonly unknown[] }[]) =>
  instruments.map(({ name, items }) => `${name} ${items.length}`)

test('a dictionary of a longitudinal project: eight forms, and each of its 95 fields is there or says why not', async () => {
  const { format, instruments, notes, refused } = await readOf(foreign('redcap-longitudinal.csv'))
  expect(format).toBe('redcap')
  expect(sizes(instruments)).toEqual([
    'demographics 32',
    'contact-info 2',
    'baseline-data 1',
    'patient-morale-questionnaire 4',
    'visit-blood-workup 4',
    'visit-observed-behavior 12',
    'completion-data 5',
    'completion-project-questionnaire 11',
  ])
  expect(counted(refused)).toEqual({
    free_text: 10,
    date_or_time: 7,
    file_field: 1,
    identifier: 5,
    decimal: 19,
    calculated: 2,
  })
  expect(counted(notes)).toEqual({
    one_language: 1,
    passed_over: 2,
    bounds_missing: 8,
    split_per_answer: 5,
    slider_typed_in: 1,
  })
  const items = instruments.flatMap((instrument) => instrument.items)
  // five fields with five answers each
  expect(items.length + refused.length - 5 * 4).toBe(95)
  expect(items.find(({ code }) => code === 'num_children')?.askedWhen).toEqual([
    { item: 'sex', among: [0] },
    { item: 'given_birth', among: [1] },
  ])
  expect(items.find(({ code }) => code === 'specify_mood')).toEqual({
    code: 'specify_mood',
    kind: 'number',
    min: 0,
    max: 100,
    block: 'part-3',
    text: {
      nl: "Specify the patient's mood (0 = Very sad, 50 = Indifferent, 100 = Very happy)",
      en: "Specify the patient's mood (0 = Very sad, 50 = Indifferent, 100 = Very happy)",
    },
  })
})

test('a dictionary with marks of HTML, choices without numbers and a text with an answer in it', async () => {
  const { instruments, notes, refused } = await readOf(foreign('redcap-to-omop.csv'))
  expect(sizes(instruments)).toEqual(['demographics 16', 'visit-data 3'])
  expect(short(refused)).toEqual([
    '2 free_text',
    '3 identifier',
    '4 identifier',
    '5 identifier',
    '11 date_or_time',
    '12 free_text',
    '13 text_with_answers',
    '16 calculated',
    '18 date_or_time',
    '19 free_text',
  ])
  expect(short(notes)).toEqual([
    '2 one_language',
    '7 split_per_answer',
    '10 split_per_answer',
    '14 bounds_missing',
    '15 slider_typed_in',
    '15 passed_over',
  ])
  expect(instruments[0]?.items.find(({ code }) => code === 'smoking_product___unk')?.text.en).toBe(
    'Types of inhaled smoking products. Check all that apply. Unknown',
  )
})

test('an XLSForm with lists of words, of numbers and of several answers', async () => {
  const { format, instruments, notes, refused } = await readOf(foreign('xlsform-select.csv'), { name: 'select' })
  expect(format).toBe('xlsform')
  expect(instruments).toMatchObject([{ name: 'select', title: { en: 'select' } }])
  const [color, number, ...tags] = instruments[0]?.items ?? []
  expect(color?.options).toEqual([
    { code: 1, name: 'red', label: { nl: 'Red', en: 'Red' } },
    { code: 2, name: 'green', label: { nl: 'Green', en: 'Green' } },
    { code: 3, name: 'blue', label: { nl: 'Blue', en: 'Blue' } },
  ])
  expect(number).toMatchObject({ kind: 'choice', min: 1, max: 11 })
  expect(tags.map(({ code }) => code)).toEqual(['tags___cool', 'tags___active', 'tags___recent'])
  expect(short(notes)).toEqual(['3 codes_renumbered', '3 one_language', '5 split_per_answer'])
  expect(short(refused)).toEqual(['6 constraint'])
})

test('an XLSForm with every type, as a CSV and as a workbook: the same questions, and the same said of the rest', async () => {
  const bytes = foreign('xlsform-workshop.csv')
  const asCsv = await readOf(bytes)
  expect(sizes(asCsv.instruments)).toEqual(['all-types 11'])
  expect(asCsv.instruments[0]?.blocks?.map(({ title, intro }) => [title.nl, intro?.nl])).toEqual([
    ['Persönliche Angaben', undefined],
    ['Ausführliches Feedback', undefined],
    ['Programmierkenntnisse', 'Wie schätzen Sie Ihre Kenntnisse ein?'],
    ['Anmeldedaten', undefined],
  ])
  expect(counted(asCsv.refused)).toEqual({
    calculated: 1,
    free_text: 10,
    decimal: 1,
    date_or_time: 3,
    ranking: 2,
    text_without_question: 2,
    or_other: 2,
  })
  expect(counted(asCsv.notes)).toEqual({
    passed_over: 8,
    bounds_missing: 2,
    one_language: 1,
    codes_renumbered: 5,
    split_per_answer: 1,
  })

  const asWorkbook = await readOf(await sameAsWorkbook(bytes))
  expect(asWorkbook.instruments).toEqual(asCsv.instruments)
  const codes = ({ code }: { readonly code: string }) => code
  expect(asWorkbook.refused.map(codes)).toEqual(asCsv.refused.map(codes))
  expect(asWorkbook.notes.map(codes)).toEqual(asCsv.notes.map(codes))
})

/** The parts of the CSV as sheets of an .xlsx. */
async function sameAsWorkbook(bytes: Buffer): Promise<Buffer> {
  const [sheet] = (await writtenIn(bytes)).sheets
  const sheets: { name: string; rows: string[][] }[] = []
  for (const { cells } of sheet?.rows ?? []) {
    const [name = '', ...row] = cells
    if (name !== '') sheets.push({ name, rows: [] })
    else sheets.at(-1)?.rows.push(row)
  }
  return workbookOf(sheets)
}

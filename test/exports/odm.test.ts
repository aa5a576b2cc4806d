import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OdmStudy } from '../../app/exports/odm/metadata'
import { odmFile } from '../../app/exports/odm/odm-file'
import { shapes } from '../../app/exports/shapes/shapes'
import type { Imprint, Row, Table, Value } from '../../app/exports/table/table'
import { batteryNow, pinOf } from '../../app/protocol/instruments/battery'
import { wholeRelease } from '../../app/protocol/release-spec'
import { studyProtocols } from '../../app/protocol/studies/registry'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import type { Instrument } from '../../app/protocol/study'
import { filledWith, IMPRINT } from './made-tables'
import { all, complaintsOf, type Node, read, textOf } from './xml'

const imprint: Imprint = { ...IMPRINT, purpose: 'Proef met é, ë, & en <haken>' }
const asked = (wave: string, perspective: 'client' | 'supervisor'): Instrument[] =>
  batteryNow(werkalliantie, wave, perspective)
const chosen = wholeRelease(werkalliantie, 'a test')
const [ITEMS, EVENTS] = shapes(werkalliantie, asked, { ...chosen, tables: ['items', 'events'] }).map(
  ({ table }) => table,
) as [Table, Table]
/** A row of a table with these values; all others are empty. */
const rowOf = ({ variables }: Table, values: Readonly<Record<string, Value>>): Row =>
  variables.map(({ name }) => values[name] ?? null)
const answer = (dyad: string, code: Value = 7, item = 'i01'): Row =>
  rowOf(ITEMS, { dyad, wave: 'T1', perspective: 'client', instrument: 'wa-gk-client@1', item, code, day: 0 })
const written = async (
  items: readonly Row[],
  events?: readonly Row[],
  what: OdmStudy = { study: werkalliantie, asked },
) => {
  const tables = { items: filledWith(ITEMS, items), ...(events && { events: filledWith(EVENTS, events) }) }
  let file = ''
  for await (const piece of odmFile(what, tables, imprint)) file += piece
  return file
}
const valid = (file: string) => complaintsOf(file, 'odm-1.3.2', 'ODM1-3-2.xsd')

const READ = ['dyad', 'wave', 'instrument', 'item', 'code', 'missing', 'day']
/** The rows that a file gives back: who, wave, instrument, item, value or why there is none, and the day. */
function rowsOf(file: Node): unknown[][] {
  return all(file, 'SubjectData').flatMap((subject) =>
    all(subject, 'StudyEventData').flatMap((event) =>
      all(event, 'FormData')
        .filter(({ attributes }) => attributes.FormOID !== 'F.register')
        .flatMap((form) => {
          const items = all(form, 'ItemData').map(({ attributes, ...item }) => [
            attributes.ItemOID?.split('.').at(-1),
            attributes.IsNull ? null : Number(attributes.Value),
            all({ attributes, ...item }, 'FlagValue')[0]?.text ?? null,
          ])
          const day = items.find(([code]) => code === 'day')?.[1]
          return items
            .filter(([code]) => code !== 'day')
            .map((item) => [
              subject.attributes.SubjectKey,
              event.attributes.StudyEventOID?.slice(3),
              form.attributes.FormOID?.slice(2),
              ...item,
              day,
            ])
        }),
    ),
  )
}

const CASES = werkalliantie.waves.flatMap(({ name }) =>
  (['client', 'supervisor'] as const).flatMap((side) =>
    asked(name, side).flatMap((form) => form.items.map((item) => ({ wave: name, side, form, item }))),
  ),
)

/** A value, or why there is none, for each question of some pairs. */
const pairs = fc.uniqueArray(fc.stringMatching(/^[2-9A-Z]{6}$/), { maxLength: 4 }).chain((dyads) =>
  fc.tuple(
    ...dyads.sort().map((dyad) =>
      fc.tuple(
        ...CASES.map(({ wave, side, form, item }) =>
          fc
            .oneof(
              fc.integer({ min: item.min, max: item.max }).map((value) => [value, null] as const),
              fc.constantFrom('left_open', 'no_answer', 'not_asked').map((why) => [null, why] as const),
            )
            .map(([code, missing]) =>
              rowOf(ITEMS, {
                dyad,
                wave,
                perspective: side,
                instrument: pinOf(form),
                item: item.code,
                code,
                missing,
                day: 12,
              }),
            ),
        ),
      ),
    ),
  ),
)

test('what was answered is read back from a file that CDISC’s schema accepts', async () => {
  await fc.assert(
    fc.asyncProperty(pairs, async (found) => {
      const rows = found.flat()
      const file = await written(rows)
      expect(await valid(file)).toEqual([])
      expect(await written(rows)).toBe(file)
      expect(rowsOf(read(file)).sort()).toEqual(
        rows.map((row) => READ.map((name) => row[ITEMS.variables.findIndex((one) => one.name === name)])).sort(),
      )
    }),
    { numRuns: 5 },
  )
})

test('a file says what was asked: both languages, codes, ends, and when a question is not asked', async () => {
  const file = await written([])
  expect(await valid(file)).toEqual([])
  const tree = read(file)
  const [root] = all(tree, 'ODM')
  expect(root?.attributes).toMatchObject({
    FileType: 'Snapshot',
    FileOID: 'werkalliantie.2015-06-30',
    CreationDateTime: '2015-06-30T00:00:00',
  })
  expect(all(tree, 'StudyDescription')[0]?.text).toBe(imprint.purpose)
  expect(all(tree, 'StudyEventDef').map(({ attributes }) => attributes.Name)).toEqual(['T1', 'T2'])
  const [T2] = all(tree, 'StudyEventDef').filter(({ attributes }) => attributes.Name === 'T2')
  expect(all(T2 as Node, 'FormRef').map(({ attributes }) => attributes.FormOID)).toEqual([
    'F.changes-client@1',
    'F.wa-gk-client@1',
    'F.changes-supervisor@1',
    'F.wa-gk-supervisor@1',
    'F.lapses@1',
  ])
  const item = (oid: string) => all(tree, 'ItemDef').find(({ attributes }) => attributes.OID === oid) as Node
  const i04 = item('I.wa-gk-client@1.i04')
  expect(textOf(i04, 'TranslatedText', 'nl')).toBe('Het kost mij moeite om me aan de voorwaarden te houden.')
  expect(textOf(i04, 'TranslatedText', 'en')).toBe('It costs me effort to keep to the conditions.')
  const list = all(tree, 'CodeList').find(
    ({ attributes }) => attributes.OID === all(i04, 'CodeListRef')[0]?.attributes.CodeListOID,
  ) as Node
  expect(all(list, 'CodeListItem').map(({ attributes }) => attributes.CodedValue)).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
  ])
  expect(all(item('I.wa-gk-client@1.mark'), 'CheckValue').map((one) => one.text)).toEqual(['1', '10'])
  const how = all(tree, 'ItemRef').find(
    ({ attributes }) => attributes.ItemOID === 'I.changes-client@1.community_service_how',
  )
  const condition = all(tree, 'ConditionDef').find(
    ({ attributes }) => attributes.OID === how?.attributes.CollectionExceptionConditionOID,
  ) as Node
  expect(textOf(condition, 'TranslatedText', 'en')).toBe('Not asked, unless community_service = 1 (Yes)')
})

test('whatever is pointed at is there', async () => {
  for (const study of studyProtocols) {
    const versions = (wave: string, side: 'client' | 'supervisor') =>
      (study.fields.length > 0 ? study.fields : [undefined]).flatMap((field) =>
        batteryNow(study, wave, side, field?.name),
      )
    const file = await written([], [], { study, asked: versions })
    expect(await valid(file)).toEqual([])
    const tree = read(file)
    const oids = new Set<string | undefined>()
    const walk = ({ attributes, children }: Node): void => {
      if (attributes.OID) oids.add(attributes.OID)
      children.forEach(walk)
    }
    walk(tree)
    const pointed = ['StudyEvent', 'Form', 'ItemGroup', 'Item', 'CodeList', 'MeasurementUnit'].flatMap((kind) =>
      all(tree, `${kind}Ref`).map(({ attributes }) => attributes[`${kind}OID`]),
    )
    const conditions = all(tree, 'ItemRef').flatMap(
      ({ attributes }) => attributes.CollectionExceptionConditionOID ?? [],
    )
    expect([...pointed, ...conditions].filter((oid) => !oids.has(oid))).toEqual([])
  }
})

const told = (dyad: string, day: number, reason: Value = null) => rowOf(EVENTS, { dyad, day, event: 'ended', reason })

test('what the register told follows the waves, also of a pair without answers', async () => {
  const file = await written([answer('B')], [told('A', 300, 'é, ë, & < > "'), told('B', 10), told('B', 20)])
  expect(await valid(file)).toEqual([])
  const tree = read(file)
  const found = all(tree, 'SubjectData').map((subject) => [
    subject.attributes.SubjectKey,
    all(subject, 'StudyEventData').map(({ attributes }) => attributes.StudyEventOID),
    all(subject, 'FormData').map(({ attributes }) => attributes.FormRepeatKey),
  ])
  expect(found).toEqual([
    ['A', ['SE.FU'], ['1']],
    ['B', ['SE.T1', 'SE.FU'], [undefined, '1', '2']],
  ])
  const values = all(tree, 'ItemData').filter(({ attributes }) => attributes.ItemOID === 'I.register.reason')
  expect(values.map(({ attributes }) => attributes.Value ?? attributes.IsNull)).toEqual(['é, ë, & < > "', 'Yes', 'Yes'])
})

test('the schema does complain', async () => {
  const file = await written([])
  expect((await valid(file.replaceAll('ItemOID', 'Item'))).length).toBeGreaterThan(0)
})

test('a row that no instrument explains, or out of order, makes no file', async () => {
  await expect(written([answer('A', 1, 'none')])).rejects.toThrow('does not ask none')
  await expect(written([answer('B'), answer('A')])).rejects.toThrow('not sorted')
})

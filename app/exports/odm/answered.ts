import { pinOf } from '../../protocol/instruments/battery'
import type { Instrument, Item } from '../../protocol/study'
import type { Row, Table, Value } from '../table/table'
import { element, escaped, opening } from '../xml/write'
import { blocksOf, formsOf, type OdmStudy } from './metadata'
import { blockOf, DAY, eventOid, formOid, groupOid, itemOid, WHY_EMPTY } from './oids'

/** The answers of one pair, as they come in; `written` gives its StudyEventData and forgets them. */
type Answered = { readonly add: (row: Row) => void; readonly written: () => string }

/** What a form of one wave holds so far: the text of each of its groups. */
type Filling = { readonly form: Instrument; readonly groups: string[]; day: Value; used: boolean }
/** Where an answer goes: its form, the place of its group there, and how its element begins. */
type Cell = { readonly into: Filling; readonly group: number; readonly begin: string }

const COLUMNS = ['wave', 'instrument', 'item', 'code', 'missing', 'day'] as const
type Columns = Readonly<Record<(typeof COLUMNS)[number], number>>

/** Which column of the table of items is which. Throws a RangeError when one of them is not there. */
function columnsOf({ variables }: Table): Columns {
  const at = (name: string) => {
    const place = variables.findIndex((variable) => variable.name === name)
    if (place < 0) throw new RangeError(`the items have no column ${name}`)
    return place
  }
  return Object.fromEntries(COLUMNS.map((name) => [name, at(name)])) as Columns
}

/**
 * Nobody's answers yet. Takes the study and the table of items, a row for each question of a measurement: its wave, its
 * instrument (name@version), the question, the code of the answer or why there is none, and the day of the measurement.
 */
export function answered(what: OdmStudy, items: Table): Answered {
  const columns = columnsOf(items)
  const waves = what.study.waves.map(({ name }) => {
    const forms = formsOf(what, name).map(
      (form): Filling => ({ form, groups: blocksOf(form).map(() => ''), day: null, used: false }),
    )
    return { name, forms, cells: new Map(forms.map((into) => [pinOf(into.form), cellsOf(into)])) }
  })
  const places = new Map(waves.map(({ name, cells }) => [name as Value, cells]))
  return {
    add: (row) => {
      const cell = places
        .get(row[columns.wave] ?? null)
        ?.get(String(row[columns.instrument]))
        ?.get(String(row[columns.item]))
      if (!cell)
        throw new RangeError(`${row[columns.instrument]} does not ask ${row[columns.item]} at ${row[columns.wave]}`)
      const { into } = cell
      into.used = true
      into.day = row[columns.day] ?? null
      into.groups[cell.group] += cell.begin + endOf(row[columns.code] ?? null, row[columns.missing] ?? null)
    },
    written: () => waves.map(({ name, forms }) => eventElement(name, forms)).join(''),
  }
}

/** By item: all that does not depend on who answered is written beforehand. */
function cellsOf(into: Filling): Map<string, Cell> {
  const blocks = blocksOf(into.form)
  return new Map(
    into.form.items.map((item: Item) => [
      item.code,
      {
        into,
        group: blocks.indexOf(blockOf(into.form, item)),
        begin: `<ItemData ItemOID="${escaped(itemOid(into.form, item))}"`,
      },
    ]),
  )
}

/** An answer as it was given; without one it is null (ODM 1.3.2, §3.1.4.1.1.1.1.1), and a flag says why. */
function endOf(code: Value, missing: Value): string {
  if (code !== null) return ` Value="${code}"/>`
  const why = element('FlagValue', { CodeListOID: WHY_EMPTY }, String(missing))
  return ` IsNull="Yes"><Annotation SeqNum="1"><Flag>${why}</Flag></Annotation></ItemData>`
}

function eventElement(wave: string, forms: readonly Filling[]): string {
  const written = forms.filter(({ used }) => used).map(formElement)
  return written.length === 0
    ? ''
    : `${opening('StudyEventData', { StudyEventOID: eventOid(wave) })}${written.join('')}</StudyEventData>`
}

/** Writes a form, and empties it for the next pair. */
function formElement(filling: Filling): string {
  const { form, groups, day } = filling
  const blocks = blocksOf(form)
  const written = groups.map((items, at) =>
    items === ''
      ? ''
      : `${opening('ItemGroupData', { ItemGroupOID: groupOid(form, blocks[at] as string) })}${items}</ItemGroupData>`,
  )
  groups.fill('')
  filling.used = false
  const dated = element('ItemGroupData', { ItemGroupOID: DAY.group }, [
    element('ItemData', { ItemOID: DAY.item, ...(day === null ? { IsNull: 'Yes' } : { Value: day }) }),
  ])
  return `${opening('FormData', { FormOID: formOid(form) })}${dated}${written.join('')}</FormData>`
}

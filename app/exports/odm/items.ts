import { pinOf } from '../../protocol/instruments/battery'
import type { Instrument, Item } from '../../protocol/study'
import type { Words } from '../../protocol/words'
import type { Coded, Variable } from '../table/table'
import { type Attributes, element } from '../xml/write'
import { type CodeLists, inBoth } from './code-lists'
import { conditionOid, DAY, itemOid, registerItemOid } from './oids'

/** Of text ODM wants to know how long it can be; ours are codes, when nothing else is said. */
const SOME_LENGTH = 64

/** A question: its words, its codes or its ends. Every answer is a whole number. */
export function itemDef(instrument: Instrument, item: Item, lists: CodeLists): string {
  const codes = item.options ?? (item.kind === 'agreement' ? agreementOf(instrument) : [])
  const oid = itemOid(instrument, item)
  const length = Math.max(String(item.min).length, String(item.max).length)
  return element('ItemDef', { OID: oid, Name: item.code, DataType: 'integer', Length: length }, [
    inBoth('Question', item.text),
    ...(codes.length > 0
      ? [listRef(lists.oidOf(`${pinOf(instrument)}.${item.code}`, 'integer', codes))]
      : [rangeCheck('GE', item.min), rangeCheck('LE', item.max)]),
  ])
}

const agreementOf = ({ agreement }: Instrument) => agreement.map((label, at) => ({ code: at + 1, label }))
const listRef = (oid: string): string => element('CodeListRef', { CodeListOID: oid })
const rangeCheck = (comparator: 'GE' | 'LE', value: number): string =>
  element('RangeCheck', { Comparator: comparator, SoftHard: 'Hard' }, [element('CheckValue', {}, String(value))])

/** The unit of days, and the item that counts them, unless the release has them as dates. */
export const dayUnit = (): string =>
  element('MeasurementUnit', { OID: DAY.unit, Name: 'days' }, [inBoth('Symbol', { nl: 'dagen', en: 'days' })])
export const dayDef = (day: Variable): string =>
  element('ItemDef', { OID: DAY.item, Name: day.name, ...typeOf(day) }, [
    inBoth('Description', day.label),
    ...(day.kind === 'integer' ? [element('MeasurementUnitRef', { MeasurementUnitOID: DAY.unit })] : []),
  ])

/** What the register tells in a column of the table of events. */
export function registerItemDef(variable: Variable, lists: CodeLists): string {
  const { name, label, question, values = [], missing = [] } = variable
  const codes: readonly Coded[] = [...values, ...missing]
  return element('ItemDef', { OID: registerItemOid(name), Name: name, ...typeOf(variable) }, [
    inBoth('Description', label),
    ...(question ? [inBoth('Question', question)] : []),
    ...(values.length > 0 ? [listRef(lists.oidOf(`register.${name}`, codeType(variable), codes))] : []),
  ])
}

const codeType = ({ kind }: Variable) => (kind === 'integer' ? 'integer' : kind === 'number' ? 'float' : 'text')

function typeOf({ kind, width }: Variable): Attributes {
  if (kind === 'integer') return { DataType: 'integer', Length: 10 }
  if (kind === 'number') return { DataType: 'float', Length: 20, SignificantDigits: 6 }
  return kind === 'day' ? { DataType: 'date' } : { DataType: 'text', Length: width || SOME_LENGTH }
}

/** When a question is not asked: ODM wants the condition of the exception, which is that none of these answers was given. */
export function conditionDef(others: readonly Instrument[], instrument: Instrument, item: Item): string {
  const needed = (item.askedWhen ?? []).map((when) => {
    const on = [instrument, ...others].flatMap(({ items }) => items).find(({ code }) => code === when.item)
    return { code: when.item, words: when.among.map((code) => wordsOf(on, code)) }
  })
  const said = (language: 'nl' | 'en', unless: string, or: string, and: string) =>
    `${unless} ${needed.map(({ code, words }) => `${code} = ${words.map((one) => one[language]).join(` ${or} `)}`).join(` ${and} `)}`
  const oid = conditionOid(instrument, item)
  const words = {
    nl: said('nl', 'Niet gevraagd, tenzij', 'of', 'en'),
    en: said('en', 'Not asked, unless', 'or', 'and'),
  }
  return element('ConditionDef', { OID: oid, Name: oid }, [inBoth('Description', words)])
}

function wordsOf(item: Item | undefined, code: number): Words {
  const label = item?.options?.find((option) => option.code === code)?.label
  return label ? { nl: `${code} (${label.nl})`, en: `${code} (${label.en})` } : { nl: String(code), en: String(code) }
}

import type { AskedWhen, Item, Words } from '../../study'
import { isSmall } from './question'

/** The columns of our own file, in the order in which it is written. */
export const OWN = [
  'instrument',
  'version',
  'perspective',
  'title_nl',
  'title_en',
  'block',
  'block_title_nl',
  'block_title_en',
  'block_order',
  'intro_nl',
  'intro_en',
  'code',
  'kind',
  'text_nl',
  'text_en',
  'min',
  'max',
  'options',
  'missing',
  'required',
  'asked_when',
] as const
export type OwnColumn = (typeof OWN)[number]
export type Option = NonNullable<Item['options']>[number]

/** Texts in which `;` and `|` are no separators. */
const escaped = (text: string): string => text.replace(/[\\;|:=]/g, '\\$&')
const unescaped = (text: string): string => text.replace(/\\([\\;|:=])/g, '$1').trim()
/** The pieces between separators that no backslash stands before. */
function pieces(text: string, separator: ';' | '|' | ':' | '='): string[] {
  const found: string[] = []
  let start = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at += 1
    else if (text[at] === separator) {
      found.push(text.slice(start, at))
      start = at + 1
    }
  }
  return [...found, text.slice(start)]
}

/** `0=Nee|No; 1=Ja|Yes`, with `0:no=…` where an answer has a name of its own. */
export const optionsText = (options: readonly Option[]): string =>
  options
    .map(({ code, name, label }) => {
      const called = name === String(code) ? '' : `:${escaped(name)}`
      return `${code}${called}=${escaped(label.nl)}|${escaped(label.en)}`
    })
    .join('; ')

/** The answers that a cell lists; undefined when it cannot be read so. A label in one language is that in both. */
export function optionsIn(cell: string): readonly Option[] | undefined {
  const options: Option[] = []
  for (const piece of pieces(cell, ';')) {
    if (piece.trim() === '') continue
    const [head = '', ...label] = pieces(piece, '=')
    const [code = '', name, ...more] = pieces(head, ':')
    const [nl = '', en = nl, ...rest] = pieces(label.join('='), '|').map(unescaped)
    if (!/^\s*-?\d{1,6}\s*$/.test(code) || more.length > 0 || rest.length > 0 || label.length === 0) return undefined
    if (nl === '' && en === '') return undefined
    const number = Number(code)
    options.push({ code: number, name: name ? unescaped(name) : String(number), label: { nl: nl || en, en: en || nl } })
  }
  return options
}

/** `member=1,2; other=0`. */
export const askedWhenText = (conditions: readonly AskedWhen[]): string =>
  conditions.map(({ item, among }) => `${item}=${among.join(',')}`).join('; ')

/** The conditions of a cell; undefined when it cannot be read so. */
export function askedWhenIn(cell: string): readonly AskedWhen[] | undefined {
  const conditions: AskedWhen[] = []
  for (const piece of cell.split(';').map((part) => part.trim())) {
    if (piece === '') continue
    const [, item = '', codes = ''] = /^(\w+)\s*=\s*(-?\d+(?:\s*,\s*-?\d+)*)$/.exec(piece) ?? []
    const among = numbersIn(codes)
    if (item === '' || !among) return undefined
    conditions.push({ item, among })
  }
  return conditions
}

/** `8, 9`; undefined when something else stands there, or nothing. */
export function numbersIn(cell: string): readonly number[] | undefined {
  const numbers = cell.split(/[,;]/).map((part) => (/^-?\d{1,6}$/.test(part.trim()) ? Number(part) : Number.NaN))
  return numbers.every(isSmall) ? numbers : undefined
}

/** Two cells as a text in both languages, and whether it had to be the same in both; undefined when both are empty. */
export function wordsOf(nl: string, en: string): { readonly words: Words; readonly one: boolean } | undefined {
  if (nl === '' && en === '') return undefined
  return { words: { nl: nl || en, en: en || nl }, one: nl === '' || en === '' }
}

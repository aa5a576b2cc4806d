import { MARK, type Planted } from './marked'

/** Something to look through: what it is, and all of its text. */
export type Haystack = { readonly where: string; readonly text: string }
/** What was found where, as it stood there. */
export type Find = { readonly where: string; readonly found: string }

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
const MARKED = new RegExp(`[^\\s"'<>,;]{0,20}${MARK}[^\\s"'<>,;]{0,20}`, 'gi')
const MONTHS = [
  ['jan'],
  ['feb'],
  ['mrt', 'maart', 'mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov'],
  ['dec'],
]
const MONTH = MONTHS.flat().join('|')
const [D, M, Y] = ['(?<d>0?[1-9]|[12]\\d|3[01])', '(?<m>0?[1-9]|1[0-2])', '(?<y>19\\d\\d)']
// a day in the ways in which people and machines write one; without marks in between only where it stands alone
const DAYS = [
  `(?<!\\d)${Y}([-/. ])${M}\\2${D}(?!\\d)`,
  `(?<!\\d)${D}([-/. ])${M}\\2(?<y>(?:19)?\\d\\d)(?!\\d)`,
  '(?<![0-9a-z])(?<y>19\\d\\d)(?<m>\\d\\d)(?<d>\\d\\d)(?![0-9a-z])',
  '(?<![0-9a-z])(?<d>\\d\\d)(?<m>\\d\\d)(?<y>19\\d\\d)(?![0-9a-z])',
  `(?<!\\d)${D}(?:st|nd|rd|th)?[ -](?<w>${MONTH})[a-z]*\\.?[ ,-]+${Y}(?!\\d)`,
  `(?<w>${MONTH})[a-z]*\\.? ${D}(?:st|nd|rd|th)?,? ${Y}(?!\\d)`,
].map((pattern) => new RegExp(pattern, 'gi'))

const two = (text = '') => text.padStart(2, '0')
const isoOf = ({ y = '', m, d, w }: Record<string, string | undefined>) => {
  const month = m ?? `${MONTHS.findIndex((names) => names.includes((w ?? '').toLowerCase())) + 1}`
  return `${y.length === 2 ? `19${y}` : y}-${two(month)}-${two(d)}`
}

/** Telephone numbers are written in many ways: their last nine digits, whatever stands in between. */
const NINE = 9
const digitsOf = (text: string) => text.replace(/\D/g, '').slice(-NINE)

/** What may be text in another coat, laid open: percent signs, base64 at each of its offsets, hexadecimal. */
function* opened(text: string): Generator<string> {
  if (text.includes('%')) yield text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => bytes(run.replaceAll('%', ''), 'hex'))
  if (text.includes('\\u')) yield text.replace(/\\u00([0-9a-f]{2})/gi, (_, code) => bytes(code, 'hex'))
  for (const [run] of text.matchAll(/[0-9a-f]{14,}/gi)) {
    yield bytes(run, 'hex')
    yield bytes(run.slice(1), 'hex')
  }
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{10,}/g))
    for (const offset of [0, 1, 2, 3]) yield bytes(run.slice(offset), 'base64')
}
const bytes = (run: string, coat: 'hex' | 'base64') => Buffer.from(run, coat).toString('latin1')

/**
 * Looks for planted values in text: marked ones in any case, days of birth in any usual spelling, telephone numbers
 * however they are grouped; each also in base64, hexadecimal and percent signs.
 */
export function hunterOf({ bornOn, telephones = [] }: Pick<Planted, 'bornOn'> & { telephones?: readonly string[] }) {
  const tails = telephones.map(digitsOf)
  const calling = tails.length > 0 ? new RegExp(tails.map((tail) => [...tail].join('[ .()/-]?')).join('|'), 'g') : null
  function* plain(text: string): Generator<string> {
    for (const [found] of text.matchAll(MARKED)) yield found
    if (calling) for (const [found] of text.matchAll(calling)) yield found
    for (const pattern of DAYS)
      for (const match of text.matchAll(pattern)) if (bornOn.has(isoOf(match.groups ?? {}))) yield match[0]
  }
  return ({ where, text }: Haystack): Find[] => {
    // ids are drawn at random: among many thousands one has eight digits that are a day
    const legible = text.replace(UUID, ' ')
    const found = new Set(plain(legible))
    // one text of many is quicker than many: nothing that is hunted for goes over the end of a line
    for (const one of plain([...opened(legible)].join('\n'))) found.add(one)
    return [...found].map((one) => ({ where, found: one }))
  }
}

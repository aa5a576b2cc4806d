import { words } from '../i18n/catalogue'
import { longDay, longMonth, shortDay } from '../i18n/days'
import { type Language, readLanguage } from '../i18n/language'
import type { Day } from '../protocol/day'
import { type WorkKind, withWave } from '../protocol/work'
import type { Written } from './compose'
import { frames } from './frame'
import { escapeHtml, page, paragraph } from './html'
import { type Signed, signatureOf } from './signed'
import { type DigestPart, staffFrames } from './staff-frame'

/** A piece of work as a message names it: by pseudonym and place, or by the month that it is about (YYYY-MM). */
export type DigestPiece = {
  readonly kind: WorkKind
  readonly wave: string
  readonly pseudonym: string | null
  readonly month: string | null
  readonly location: string
  readonly due: Day
}
/** What lies waiting: of each part how many pieces there are, and the first of them. */
export type Digest = {
  readonly parts: readonly {
    readonly part: DigestPart
    readonly count: number
    readonly first: readonly DigestPiece[]
  }[]
  /** About whom (a pseudonym) a message did not arrive, each once. */
  readonly failed: { readonly count: number; readonly first: readonly string[] }
}
/** A window that is about to close: of which pair, where, its last day, and how many days are left. */
export type ClosingWarning = {
  readonly pair: string
  readonly location: string
  readonly last: Day
  readonly left: number
}
/** What is said to a coordinator on one day, all of it in one message. */
export type StaffNews = {
  readonly on: Day
  /** Where the work list stands. It opens nothing by itself: whoever follows it signs in. */
  readonly list: string
  readonly digest: Digest | null
  readonly warnings: readonly ClosingWarning[]
}

/** A heading with the lines below it; without lines it is a sentence. */
type Part = { readonly heading: string; readonly lines: readonly string[] }

/**
 * Writes the day's message to a coordinator: windows that close first, then what there is to do. Pseudonyms, places, days
 * and numbers only, and no personal link. Nothing to say is a mistake and throws.
 */
export function composeForStaff(reader: string, signed: Signed, news: StaffNews): Written {
  const language = readLanguage(reader) ?? 'nl'
  const frame = frames[language]
  const staff = staffFrames[language]
  const parts = [...warningsIn(language, news), ...digestIn(language, news)]
  if (parts.length === 0) throw new RangeError('a message that says nothing')
  const signature = signatureOf(signed, language)
  const text = [
    frame.greeting,
    ...parts.map(({ heading, lines }) => [heading, ...lines.map((line) => `- ${line}`)].join('\n')),
    `${staff.link}: ${news.list}`,
    staff.why,
    [frame.farewell, ...signature].join('\n'),
  ].join('\n\n')
  const html = [
    paragraph(escapeHtml(frame.greeting)),
    ...parts.map(({ heading, lines }) => paragraph(escapeHtml(heading)) + list(lines)),
    paragraph(`<a href="${escapeHtml(news.list)}">${escapeHtml(staff.link)}</a>`),
    paragraph(escapeHtml(staff.why)),
    paragraph([frame.farewell, ...signature].map(escapeHtml).join('<br>')),
  ].join('\n')
  return { subject: subjectOf(language, news), text: `${text}\n`, html: page(language, html) }
}

const list = (lines: readonly string[]) =>
  lines.length === 0 ? '' : `\n<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`

/** What cannot wait comes first: windows, then work, then mail. */
function subjectOf(language: Language, { digest, warnings }: StaffNews): string {
  const { subject } = staffFrames[language]
  if (warnings.length > 0) return subject.warnings(warnings.length)
  const pieces = digest?.parts.reduce((total, { count }) => total + count, 0) ?? 0
  return pieces > 0 ? subject.digest(pieces) : subject.mail(digest?.failed.count ?? 0)
}

function warningsIn(language: Language, { warnings }: StaffNews): Part[] {
  const staff = staffFrames[language]
  if (warnings.length === 0) return []
  const lines = warnings.map(({ pair, location, last, left }) =>
    staff.window({ pair, where: location, left, last: longDay(language, last) }),
  )
  return [{ heading: staff.warnings, lines }]
}

function digestIn(language: Language, { on, digest }: StaffNews): Part[] {
  const staff = staffFrames[language]
  const parts = (digest?.parts ?? []).flatMap(({ part, count, first }) =>
    count === 0
      ? []
      : [
          partOf(
            language,
            staff.parts[part](count),
            count,
            first.map((one) => pieceIn(language, one)),
          ),
        ],
  )
  if (digest && digest.failed.count > 0)
    parts.push(partOf(language, staff.failed(digest.failed.count), digest.failed.count, digest.failed.first))
  return parts.length === 0 ? [] : [{ heading: staff.about(longDay(language, on)), lines: [] }, ...parts]
}

function partOf(language: Language, heading: string, count: number, first: readonly string[]): Part {
  const more = count - first.length
  return { heading, lines: more > 0 ? [...first, staffFrames[language].more(more)] : first }
}

function pieceIn(language: Language, { kind, wave, pseudonym, month, location, due }: DigestPiece): string {
  const what = withWave(words.workKinds[kind][language], wave)
  const who = pseudonym ?? (month === null ? '' : longMonth(language, month))
  const where = location || words.reconciliation.elsewhere[language]
  return staffFrames[language].piece({ what, who, where, due: shortDay(language, due) })
}

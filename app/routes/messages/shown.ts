import { words } from '../../i18n/catalogue'
import type { Language } from '../../i18n/language'
import { refusalSentence } from '../../i18n/refusal'
import type { Say } from '../../i18n/speak'
import { compose, type MailTask, type Written } from '../../mail/compose'
import { composeForStaff } from '../../mail/staff'
import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { answerUrl } from '../../platform/personal-link'
import type { Day } from '../../protocol/day'
import { MAIL_KINDS, type MailKind, STAFF_KINDS } from '../../records/ledger/kinds'
import { digestOf } from '../../records/messages/digest'
import { nextPlanned, type Task, taskAbout, warningAbout } from '../../records/messages/preview'
import { signedBy } from '../../records/messages/setting'
import { pseudonymOf } from '../gate/pseudonym'

/** What may be looked at: every kind, or what waits first. */
export const SHOWN = ['next', ...MAIL_KINDS, ...STAFF_KINDS] as const
export type ShownKind = (typeof SHOWN)[number]

/** What somebody asks to look at, as typed. */
export type Wish = { readonly kind: ShownKind | null; readonly language: Language; readonly about: string }

/** A message as it would be sent, to whom and on which day; or why it cannot be shown, at which field. */
export type Preview =
  | { readonly message: Written; readonly to: string | null; readonly day: Day | null }
  | { readonly field: 'kind' | 'about'; readonly sentence: string }

/** What a preview needs to know of where and when it is made. */
export type Looking = { readonly db: StudyDb; readonly occasion: Occasion; readonly baseUrl: string; readonly say: Say }

// a link that opens nothing: whoever looks cannot answer for a supervisor
const MASKED = '••••••••'

/** The message that was asked for; null when none was. */
export async function previewOf(looking: Looking, { kind, language, about }: Wish): Promise<Preview | null> {
  const { db, occasion, baseUrl, say } = looking
  const { messagesPage: w } = words
  if (kind === null) return null
  const signed = await signedBy(db, occasion.study)
  const asked = ({ until, ...task }: Task): MailTask => ({
    ...task,
    asked: until && { until, link: answerUrl(baseUrl, MASKED) },
  })
  if (kind === 'next') {
    const next = await nextPlanned(db, occasion)
    if (!next) return { field: 'kind', sentence: say(w.nothingPlanned) }
    return { message: compose(language, signed, next.tasks.map(asked)), to: next.to, day: next.day }
  }
  const news = { on: occasion.today, list: `${baseUrl}/today` }
  if (kind === 'digest') {
    const digest = await digestOf(db, occasion)
    if (!digest) return { field: 'kind', sentence: say(w.nothingPressing) }
    return { message: composeForStaff(language, signed, { ...news, digest, warnings: [] }), to: null, day: null }
  }
  if (about === '') return { field: 'about', sentence: say(w.needsCase) }
  const typed = pseudonymOf(say, about)
  if (!typed.ok) return { field: 'about', sentence: typed.sentence }
  if (kind === 'closing_warning') {
    const warning = await warningAbout(db, occasion, typed.value)
    if (!warning.ok) return { field: 'about', sentence: refusalSentence(say, warning.refusal) }
    const said = composeForStaff(language, signed, { ...news, digest: null, warnings: [warning.value] })
    return { message: said, to: null, day: null }
  }
  const task = await taskAbout(db, occasion, { kind, pseudonym: typed.value })
  if (!task.ok) return { field: 'about', sentence: refusalSentence(say, task.refusal) }
  return { message: compose(language, signed, [asked(task.value)]), to: null, day: null }
}

const CITES = {
  inquiry: '§2',
  inquiry_handed_over: '§2',
  inquiry_stand_in: '§2',
  inquiry_reminder: '§2.2',
  questionnaire: '§3',
  questionnaire_reminder: '§3',
  thanks: '§3',
  window_opens: '§4.3',
  appointment_reminder: '§4.3',
  digest: '§4.3',
  closing_warning: '§4.3',
} as const satisfies Record<MailKind | (typeof STAFF_KINDS)[number], string>

/** Every kind with the section of the protocol that asks for it. */
export const EVERY = [...MAIL_KINDS, ...STAFF_KINDS].map((kind) => ({ kind, cite: CITES[kind] }))

import type { AccessPart } from '../../exports/access-file'
import { words } from '../../i18n/catalogue'
import type { Language } from '../../i18n/language'
import type { Say } from '../../i18n/speak'
import type { HeldForm } from '../../identity/held-forms'
import { formNamed } from '../../protocol/consent-forms'
import type { StudyProtocol } from '../../protocol/study'

/** In which words, and what the words are about. */
export type Told = { readonly say: Say; readonly language: Language; readonly protocol: StudyProtocol }

const { access: w } = words

/** A form that was signed: what was said on it with the files that are kept, and how the understanding was asked. */
export function formParts(form: HeldForm, told: Told): AccessPart[] {
  const { say, language, protocol } = told
  const scope = (name: string) => protocol.consent.scopes[name]?.label[language] ?? name
  const said = (answer: string) => say(words.boxSaid[answer as keyof typeof words.boxSaid] ?? words.boxSaid.blank)
  const heading = `${say(w.forms)}: ${form.version}`
  const signed = {
    heading,
    about: aboutForm(form, told),
    none: say(w.none),
    columns: [say(w.question), say(w.answer), say(w.when)],
    rows: form.said.map((one) => [scope(one.scope), said(one.answer), one.takenBackOn ?? one.month]),
    files: form.papers.map(({ kind, media, bytes }) => ({
      label: say(words.formFiles[kind]),
      stem: `${form.signedOn}-${kind}`,
      media,
      bytes,
    })),
  }
  return [signed, ...understood(form, told, heading)]
}

const aboutForm = ({ signedOn, endedOn, refusedFor, guardian, papers }: HeldForm, { say }: Told): string =>
  [
    `${say(w.signed)}: ${signedOn}.`,
    endedOn ? `${say(w.ended)}: ${endedOn}.` : '',
    refusedFor ? `${say(w.refused)}: ${say(words.refusedFor[refusedFor])}.` : '',
    guardian ? `${say(w.guardian)}: ${guardian}.` : '',
    papers.length > 0 ? `${say(w.papers)}: ${papers.length}.` : '',
  ]
    .filter(Boolean)
    .join(' ')

/** The questions on understanding, when they were asked. */
function understood({ version, capacity }: HeldForm, { say, language, protocol }: Told, heading: string): AccessPart[] {
  const questions = formNamed(protocol, version)?.capacity.questions ?? []
  const rows = Object.entries(capacity).map(([code, could]) => {
    const text = questions.find((question) => question.code === code)?.text[language]
    return [text ?? code, say(could ? w.yes : w.no)]
  })
  if (rows.length === 0) return []
  const columns = [say(w.question), say(w.answer)]
  return [
    { heading: `${heading}, ${say(w.understood)}`, about: say(w.understoodAbout), none: say(w.none), columns, rows },
  ]
}

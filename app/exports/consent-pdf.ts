import type { FormVersion, LetterVersion } from '../protocol/consent-forms'
import type { Day } from '../protocol/day'
import type { BoxAnswer } from '../protocol/signing'
import type { Words } from '../protocol/words'
import { drawnSignature } from './drawn-signature'
import { type PaperLanguage, printable, writePaper } from './sheet'

export const SIGNERS = ['client', 'interviewer', 'guardian'] as const
type Signer = (typeof SIGNERS)[number]

/**
 * A signed form as the client takes it home. Names, number and pictures as the caller has them; a pseudonym is not
 * among them, for the form is never tied to the answers (protocol §6).
 */
export type ConsentCopy = {
  readonly study: Words
  readonly form: FormVersion
  readonly language: PaperLanguage
  readonly on: Day
  /** By box number; a box without an answer is printed to be ticked. */
  readonly answers: Readonly<Record<number, BoxAnswer>>
  readonly telephone?: string
  /** Who signs; a guardian only where there is one. */
  readonly names: Readonly<Partial<Record<Signer, string>>>
  /** PNG as drawn on the tablet; who signed on paper, or still has to, has none. */
  readonly signatures?: Readonly<Partial<Record<Signer, Uint8Array>>>
}

const PAPER = {
  day: { nl: 'Dag', en: 'Day' },
  study: { nl: 'Onderzoek', en: 'Study' },
  version: { nl: 'versie', en: 'version' },
  questions: { nl: 'Uw antwoorden', en: 'Your answers' },
  signatures: { nl: 'Handtekeningen', en: 'Signatures' },
  telephone: { nl: 'Telefoonnummer', en: 'Telephone number' },
  yes: { nl: 'Ja', en: 'Yes' },
  no: { nl: 'Nee', en: 'No' },
  blank: { nl: 'Niet ingevuld', en: 'Left blank' },
  open: { nl: '☐ Ja     ☐ Nee', en: '☐ Yes     ☐ No' },
  client: { nl: 'Cliënt', en: 'Client' },
  interviewer: { nl: 'Interviewer', en: 'Interviewer' },
  guardian: { nl: 'Ouder, voogd of mentor', en: 'Parent, guardian or legal representative' },
  drawn: { nl: 'Getekende handtekening', en: 'Drawn signature' },
} satisfies Record<string, Words>

/**
 * The client's copy of a form (protocol §6), as PDF bytes; without answers and names it is the form to sign on paper.
 * Throws a RangeError for a signature that is no drawn PNG.
 */
export async function consentPdf(copy: ConsentCopy): Promise<Buffer> {
  const { form, language, on, answers, telephone, names } = copy
  const say = (words: Words) => words[language]
  const pictures = Object.fromEntries(
    Object.entries(copy.signatures ?? {}).map(([signer, png]) => [signer, drawnSignature(png)]),
  )
  const imprint = { title: say(form.title), language, on, foot: footOf(copy.study, form, language) }
  return writePaper(imprint, (sheet) => {
    sheet.line(say(PAPER.study), say(copy.study))
    if (Object.keys(answers).length > 0) sheet.line(say(PAPER.day), dayInWords(on, language))
    for (const { heading, sentences } of form.sections) {
      sheet.heading(say(heading))
      for (const sentence of sentences) sheet.paragraph(say(sentence))
    }
    sheet.heading(say(PAPER.questions))
    for (const { box, question } of form.boxes)
      sheet.line(`${box}. ${say(question)}`, say(PAPER[answers[box] ?? 'open']))
    if (telephone) sheet.line(say(PAPER.telephone), printable(telephone))
    sheet.heading(say(PAPER.signatures))
    sheet.paragraph(say(form.guardian.text))
    for (const signer of SIGNERS) {
      if (signer === 'guardian' && names.guardian === undefined) continue
      sheet.paragraph(say(form.declarations[signer]))
      const label = say(PAPER[signer])
      sheet.signature(label, printable(names[signer] ?? ''), pictures[signer], `${say(PAPER.drawn)}: ${label}`)
    }
  })
}

/** An information letter as PDF bytes, in the same layout. */
export const letterPdf = (
  study: Words,
  letter: LetterVersion,
  { language, on }: { readonly language: PaperLanguage; readonly on: Day },
): Promise<Buffer> =>
  writePaper({ title: letter.title[language], language, on, foot: footOf(study, letter, language) }, (sheet) => {
    sheet.line(PAPER.study[language], study[language])
    for (const paragraph of letter.paragraphs) sheet.paragraph(paragraph[language])
  })

const footOf = (study: Words, { version }: { readonly version: string }, language: PaperLanguage) =>
  `${study[language]} · ${PAPER.version[language]} ${version}`

const dayInWords = (on: Day, language: PaperLanguage) =>
  new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${on}T00:00:00Z`),
  )

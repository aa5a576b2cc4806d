import type { Day } from './day'
import type { Words } from './words'

/** From which day to which day (both in; null is: until further notice) a text may be used. */
export type Validity = { readonly version: string; readonly validFrom: Day; readonly validTo: Day | null }

/** A yes-or-no question of a form, by its number on paper and on the tablet; each scope has one box (protocol §6). */
export type Box = {
  readonly box: number
  readonly scope: string
  readonly question: Words
  /** Yes needs a telephone number. */
  readonly asksTelephone?: true
}

/** A consent form as published: never edited but for its last day; another wording is another version (protocol §6). */
export type FormVersion = Validity & {
  readonly cite: string
  readonly title: Words
  /** One sentence an entry: the view that is read aloud shows them one at a time. */
  readonly sections: readonly { readonly heading: Words; readonly sentences: readonly Words[] }[]
  readonly boxes: readonly Box[]
  /** What the client can say in own words; a "no" to any of them calls for a guardian. */
  readonly capacity: { readonly questions: readonly { readonly code: string; readonly text: Words }[] }
  readonly guardian: { readonly text: Words; readonly neededBelowAge: number }
  readonly declarations: { readonly client: Words; readonly interviewer: Words; readonly guardian: Words }
  /** Signed on paper only: the wording is its printer's and is not copied here. */
  readonly paper?: true
}

/** An information letter, which goes before the form (protocol §6). */
export type LetterVersion = Validity & { readonly title: Words; readonly paragraphs: readonly Words[] }

type Published = {
  readonly consent: { readonly forms: readonly FormVersion[]; readonly letters: readonly LetterVersion[] }
}

export const validOn = ({ validFrom, validTo }: Validity, on: Day): boolean =>
  validFrom <= on && (validTo === null || on <= validTo)

const newestOn = <Text extends Validity>(texts: readonly Text[], on: Day): Text | undefined =>
  texts.filter((one) => validOn(one, on)).sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]

/** The form that is signed on a day: the newest that can be signed on a tablet, a paper-only form when there is no other. */
export const formInForce = ({ consent }: Published, on: Day): FormVersion | undefined =>
  newestOn(
    consent.forms.filter(({ paper }) => !paper),
    on,
  ) ?? newestOn(consent.forms, on)

/** A form by its version, also one that is no longer signed. */
export const formNamed = ({ consent }: Published, version: string): FormVersion | undefined =>
  consent.forms.find((form) => form.version === version)

/** The letter that is handed out on a day. */
export const letterInForce = ({ consent }: Published, on: Day): LetterVersion | undefined =>
  newestOn(consent.letters, on)

export const scopeOfBox = ({ boxes }: FormVersion, box: number): string | undefined =>
  boxes.find((one) => one.box === box)?.scope

export const boxOfScope = ({ boxes }: FormVersion, scope: string): number | undefined =>
  boxes.find((one) => one.scope === scope)?.box

/** Whether the client was asked each question on understanding and could answer it; never asked is not understood. */
export const understands = ({ capacity }: FormVersion, said: Readonly<Record<string, boolean>>): boolean =>
  capacity.questions.every(({ code }) => said[code] === true)

/** Whether a parent or legal representative signs beside the client (protocol §6): too young, or not understood. */
export const guardianNeeded = (
  { guardian }: FormVersion,
  client: { readonly ageOn: number; readonly understands: boolean },
): boolean => client.ageOn < guardian.neededBelowAge || !client.understands

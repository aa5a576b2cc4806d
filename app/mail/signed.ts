import type { Language } from '../i18n/language'
import type { Words } from '../protocol/study'

/** Whose mail it is: what a study calls itself, and what the coordinator set for it; null is not set. */
export type Signed = {
  readonly title: Words
  /** What stands before the installation's address as the sender. */
  readonly senderName: string | null
  /** Where an answer goes. */
  readonly replyTo: string | null
  /** What stands below a message; may be of several lines. */
  readonly signature: Readonly<Record<Language, string | null>>
}

/** The lines below a message: the signature in this language, or the study's title. */
export const signatureOf = ({ signature, title }: Signed, language: Language): string[] =>
  (signature[language] ?? title[language]).split(/\r?\n/)

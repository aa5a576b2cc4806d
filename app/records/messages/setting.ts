import type { StudyDb } from '../../platform/database'
import type { Occasion, StudyRef } from '../../platform/occasion'
import { done, type Result, refuse } from '../../protocol/refusal'
import type { Words } from '../../protocol/study'
import { change } from '../change'

/** What a study's messages bear; null is not set. */
export type MailSetting = {
  /** Before the sender's address: the study, nobody's own name. */
  readonly senderName: string | null
  /** Where an answer goes: a mailbox of the study. */
  readonly replyTo: string | null
  readonly signature: { readonly nl: string | null; readonly en: string | null }
}
const UNSET: MailSetting = { senderName: null, replyTo: null, signature: { nl: null, en: null } }

/** Longest name of a sender, and longest signature with its most lines. */
const LONGEST_NAME = 60
const LONGEST_SIGNATURE = 400
const MOST_LINES = 6

/** What was set for a study's messages. */
export async function mailSettingOf(db: StudyDb, studyId: string): Promise<MailSetting> {
  const row = await db.mailSetting.findUnique({ where: { studyId } })
  if (!row) return UNSET
  return { senderName: row.senderName, replyTo: row.replyTo, signature: { nl: row.signatureNl, en: row.signatureEn } }
}

/** Whose mail it is: the study's title with what was set. */
export async function signedBy(db: StudyDb, { id, protocol }: StudyRef): Promise<MailSetting & { title: Words }> {
  return { title: protocol.title, ...(await mailSettingOf(db, id)) }
}

/**
 * Sets who a study's messages come from, where answers go and what stands below. What is empty is not set, and the
 * message falls back on the installation's sender and the study's title. Refused as `sender_name`, `too_long`, `reply_to`
 * or `signature_long`, each with its field.
 */
export function setMailSetting(db: StudyDb, occasion: Occasion, typed: MailSetting): Promise<Result<null>> {
  const { id } = occasion.study
  const what = { verb: 'set_mail', subject: 'study', subjectId: id }
  return change(db, occasion, what, async (tx) => {
    const senderName = kept(typed.senderName)
    const replyTo = kept(typed.replyTo)
    const signatureNl = kept(typed.signature.nl)
    const signatureEn = kept(typed.signature.en)
    if (senderName && UNPRINTED.test(senderName)) return refuse('sender_name', { field: 'sender_name' })
    if (senderName && senderName.length > LONGEST_NAME)
      return refuse('too_long', { field: 'sender_name', max: LONGEST_NAME })
    if (replyTo && !ADDRESS.test(replyTo)) return refuse('reply_to', { field: 'reply_to' })
    for (const [field, text] of [
      ['signature_nl', signatureNl],
      ['signature_en', signatureEn],
    ] as const)
      if (text && (text.length > LONGEST_SIGNATURE || text.split('\n').length > MOST_LINES))
        return refuse('signature_long', { field, max: LONGEST_SIGNATURE, lines: MOST_LINES })
    const row = { senderName, replyTo, signatureNl, signatureEn }
    await tx.mailSetting.upsert({ where: { studyId: id }, create: { studyId: id, ...row }, update: row })
    return done(null)
  })
}

const kept = (text: string | null) => text?.replace(/\r\n?/g, '\n').trim() || null

/** One address and nothing else: no list, no name, no second header. */
const ADDRESS = /^[^\s<>@,;:"()[\]\\]{1,64}@[^\s<>@,;:"()[\]\\.]+(\.[^\s<>@,;:"()[\]\\.]+)+$/
/** What cannot stand in one line of a header, or would read as an address. */
const UNPRINTED = /[\p{Cc}<>@"]/u

import type { StudyDb } from '../../platform/database'
import { newId } from '../../platform/id'
import { type Day, toColumn } from '../../protocol/day'

/** A message as the demo's mailbox shows it: for a pseudonym (empty: for whoever coordinates), with no address. */
export type DemoMail = {
  readonly studyId: string
  readonly envelopeId: string
  readonly pseudonym: string
  readonly day: Day
  readonly subject: string
  readonly text: string
}

/** Puts a message in the mailbox of the demo; the same envelope twice is one message. */
export async function keepDemoMessage(db: StudyDb, mail: DemoMail): Promise<void> {
  const { studyId, envelopeId, pseudonym, day, subject, text } = mail
  await db.demoMessage.createMany({
    data: { id: newId(), studyId, envelopeId, pseudonym, day: toColumn(day), subject, text },
    skipDuplicates: true,
  })
}

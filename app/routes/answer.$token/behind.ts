import type { AppLoadContext } from '@remix-run/node'
import type { Occasion, StudyRef } from '../../platform/occasion'
import { readPersonalLink } from '../../platform/personal-link'
import { type Asked, askedBy } from '../../records/asked'
import { todayOf } from '../../records/clock'
import { issuedAs } from '../../records/links/issued'
import { studyById } from '../../records/studies'

/** What stands behind a personal link, and the occasion of whoever has it. */
export type Behind = {
  /** Of the inquiry, the measurement, or (for an appointment) the case. */
  readonly id: string
  readonly asked: Asked
  readonly study: StudyRef
  readonly occasion: Occasion
}

/** Opens a token; null when it was not sent by us, was taken back, or when what it asked about is gone. Changes nothing. */
export async function behind(context: AppLoadContext, token: string): Promise<Behind | null> {
  const opened = readPersonalLink(context.keys.link, token)
  if (!opened) return null
  const db = context.databases.study
  const issued = await issuedAs(db, token)
  if (!issued || issued.revokedOn) return null
  const study = await studyById(db, issued.studyId)
  const today = await todayOf(db, study.id)
  const { supervisorId } = issued
  const asked = await askedBy(db, study, today, { ...opened, supervisorId })
  return asked && { id: opened.id, asked, study, occasion: { study, today, actor: `supervisor:${supervisorId}` } }
}

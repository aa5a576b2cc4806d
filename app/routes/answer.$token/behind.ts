import type { AppLoadContext } from '@remix-run/node'
import type { Occasion, StudyRef } from '../../platform/occasion'
import { readPersonalLink } from '../../platform/personal-link'
import type { Instrument } from '../../protocol/study'
import { waveNamed } from '../../protocol/waves'
import { type Asked, askedBy } from '../../records/asked'
import { todayOf } from '../../records/clock'
import { studies } from '../../records/studies'

/** What stands behind a personal link, and the occasion of whoever has it. */
export type Behind = { readonly asked: Asked; readonly study: StudyRef; readonly occasion: Occasion }

/** Opens a token; null when we did not make it, or when what it asked about is gone. */
export async function behind(context: AppLoadContext, token: string): Promise<Behind | null> {
  const opened = readPersonalLink(context.keys.link, token)
  if (!opened) return null
  const db = context.databases.study
  for (const study of await studies(db)) {
    const today = await todayOf(db, study.id)
    const asked = await askedBy(db, study, today, opened)
    if (asked) return { asked, study, occasion: { study, today, actor: `supervisor:${asked.supervisorId}` } }
  }
  return null
}

/** The questionnaire that a supervisor gets at a wave. */
export function instrumentOf({ study, asked }: Behind): Instrument {
  const name = waveNamed(study.protocol, asked.wave ?? '').instruments.supervisor
  const instrument = study.protocol.instruments.find((one) => one.name === name)
  if (!instrument) throw new Error(`the study has no instrument ${name}`)
  return instrument
}

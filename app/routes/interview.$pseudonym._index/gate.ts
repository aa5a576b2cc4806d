import type { AppLoadContext } from '@remix-run/node'
import { scopesLacking } from '../../protocol/consent'
import type { Day } from '../../protocol/day'
import { QUALIFICATIONS } from '../../protocol/qualifications'
import { waveNamed } from '../../protocol/waves'
import { consentCase } from '../../records/consent-case'
import { canGoOn } from '../../records/fieldwork/going-on'
import { stoppedAt } from '../../records/fieldwork/stopped'
import { qualifiedOn } from '../../records/interviewers/qualifications'
import { visitTo } from '../../records/visit'
import { nothingHere } from '../gate/enter'
import type { InterviewPage } from '../gate/interview'

/**
 * Where the interview of a pair stands: not begun, begun, stopped by the client, broken off (over or not, by another or not), or
 * held.
 */
export type Stands =
  | { readonly state: 'new' }
  | { readonly state: 'going_on' | 'another' | 'held' }
  | { readonly state: 'stopped'; readonly own: boolean }
  | { readonly state: 'broken_off'; readonly on: Day; readonly over: boolean; readonly others: boolean }

/** The wave that is to be held, or was opened last, and where it stands. Throws 404 when there is nothing to hold. */
export async function standsAt(
  { databases }: AppLoadContext,
  { occasion, study, pseudonym, found, code }: InterviewPage,
): Promise<Stands & { readonly wave: string }> {
  const db = databases.study
  const { held, registrationId } = found
  // of a wave that is over only the answers may still be missing, which come from paper or a file
  const visit = await visitTo(db, occasion, pseudonym)
  if (visit) return { state: 'new', wave: visit.wave }
  if (held && !held.completedOn) {
    const { wave, brokenOffOn } = held
    if (await stoppedAt(db, study, registrationId, wave))
      return { state: 'stopped', wave, own: code !== null && held.interviewer === code }
    const others = held.interviewer !== code
    if (!brokenOffOn) return { state: others ? 'another' : 'going_on', wave }
    const at = waveNamed(study.protocol, wave)
    const may = await canGoOn(db, study, { registrationId, contacts: null }, at, occasion.today)
    if (others && !may) return { state: 'another', wave }
    return { state: 'broken_off', wave, on: brokenOffOn, over: !may, others }
  }
  if (held && held.interviewer === code) return { state: 'held', wave: held.wave }
  throw nothingHere()
}

/** What stands in the way before any question of the gate, and what the gate asks. */
export async function gateOf(context: AppLoadContext, page: InterviewPage, waveName: string) {
  const { study, occasion, pseudonym, code, language } = page
  const db = context.databases.study
  const wave = waveNamed(study.protocol, waveName)
  const known = await consentCase(db, study, pseudonym)
  const standing = code ? await qualifiedOn(db, study, code, occasion.today) : null
  return {
    missing: standing && !standing.may ? standing.missing.map((kind) => QUALIFICATIONS[kind].label[language]) : null,
    supervised: standing?.supervisedOnly === true,
    consent: known !== null && scopesLacking(study.protocol, known.granted, 'interview', wave).length === 0,
    contacts: wave.window ? null : { min: study.protocol.contacts.min, max: study.protocol.contacts.max },
    criteria: study.protocol.criteria
      .filter(({ name }) => wave.criteria.includes(name))
      .map(({ name, label }) => ({ name, label: label[language] })),
  }
}
export type Gate = Awaited<ReturnType<typeof gateOf>>

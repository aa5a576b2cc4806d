import type { LoaderFunctionArgs } from '@remix-run/node'
import { readLanguage } from '../i18n/language'
import type { Refusal } from '../protocol/refusal'
import { standingOf } from '../records/entries/standing'
import { interviewCase } from '../records/fieldwork/interview-of'
import { stoppedAt } from '../records/fieldwork/stopped'
import { pinnedBattery } from '../records/instruments/battery'
import { keyOf } from './gate/cursor'
import { enter } from './gate/enter'
import { interviewerBehind } from './gate/interviewer'
import { languageOf } from './gate/visitor'
import type { Sheet } from './talk/talk'

const refused = (refusal: Refusal) => Response.json({ refusal }, { status: 400 })

/**
 * What a device needs to go on with an interview that was opened: its questions and what was answered so far, under a number and
 * without a name. For the interviewer who opened it, as JSON; else `{ refusal }`.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const entrance = await enter('/interview/:pseudonym/sheet', { request, context })
  const { study, occasion } = entrance
  const db = context.databases.study
  const pseudonym = keyOf(params.pseudonym, 'pseudonym')
  const interviewer = await interviewerBehind(context, entrance)
  const known = pseudonym ? await interviewCase(db, occasion, pseudonym) : null
  const held = known?.held
  if (!pseudonym || !interviewer || !held) return refused({ code: 'unknown_measurement' })
  if (held.interviewer !== interviewer.code) return refused({ code: 'held_by_another' })
  const stopped = await stoppedAt(db, study, known.registrationId, held.wave)
  if (stopped) return refused({ code: stopped })
  // it is taken up again at the gate first, where the contacts are counted
  if (held.brokenOffOn) return refused({ code: 'not_open' })
  const standing = await standingOf(db, study, held.measurementId)
  if (!standing || standing.complete) return refused({ code: 'already_answered' })
  const { battery, language, order, seed, given, seconds, notes, base } = standing
  const sheet: Sheet = {
    studyId: study.id,
    measurementId: held.measurementId,
    pseudonym,
    wave: held.wave,
    voucher: known.voucher,
    today: occasion.today,
    battery: await pinnedBattery(db, study, battery),
    order,
    seed,
    language: readLanguage(language) ?? (await languageOf(request, context)),
    given,
    seconds,
    notes,
    base,
  }
  return Response.json(sheet)
}

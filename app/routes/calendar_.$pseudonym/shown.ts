import { scopeOf } from '../../access/table'
import type { Language } from '../../i18n/language'
import type { SignedIn } from '../../identity/sessions'
import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { CANCEL_REASON_CODES, CANCEL_REASONS } from '../../protocol/appointments/cancelling'
import { REFUSED } from '../../protocol/second-supervision'
import type { StudyProtocol } from '../../protocol/study'
import { waveNamed } from '../../protocol/waves'
import type { PairPlan } from '../../records/appointments/of-pair'
import { roomsOf } from '../../records/appointments/rooms'
import { interviewersOf } from '../../records/interviewers/interviewer'
import { placesKnown } from '../../records/sites/places'
import { stepOfWave } from '../../records/standing'

/** One pair's interview as its page shows it: what stands, and what can be chosen in its forms. */
export async function shownPlan(
  db: StudyDb,
  { study, today }: Occasion,
  { registrationId: _, planned, course, ...pair }: PairPlan,
  { language, visitor }: { readonly language: Language; readonly visitor: SignedIn },
) {
  const [rooms, places, all] = await Promise.all([
    roomsOf(db, study),
    placesKnown(db, study),
    interviewersOf(db, study),
  ])
  const room = rooms.find(({ id }) => id === planned?.roomId)
  return {
    ...pair,
    today,
    planned: planned && {
      on: planned.on,
      at: planned.at,
      location: planned.location,
      roomId: planned.roomId,
      room: room?.name ?? null,
      interviewer: planned.interviewer,
    },
    course,
    rooms: rooms.map(({ id, location, name }) => ({ id, location, name })),
    locations: places.map(({ location }) => location),
    interviewers: all.filter(({ endedOn }) => endedOn === null).map(({ code }) => code),
    reasons: pair.wave ? endings(study.protocol, pair.wave, language) : { refusal: [], notHeld: [] },
    cancelling: CANCEL_REASON_CODES.map((value) => ({ value, label: CANCEL_REASONS[value][language] })),
    mayKnowingly: scopeOf(visitor.role, 'plan_knowingly') !== undefined,
  }
}
export type ShownPlan = Awaited<ReturnType<typeof shownPlan>>

/** Why an interview is not held at a wave: what the client said, and what is no wish of theirs. */
function endings(protocol: StudyProtocol, name: string, language: Language) {
  const wave = waveNamed(protocol, name)
  const reasons = Object.entries(protocol.reasons[stepOfWave(wave)] ?? {})
  const refuses = (code: string, group: string) =>
    (group === REFUSED || code === REFUSED) && !ELSEWHERE.some((one) => one === code)
  const asOption = ([value, reason]: (typeof reasons)[number]) => ({ value, label: reason[language] })
  return {
    refusal: reasons.filter(([code, { group }]) => refuses(code, group)).map(asOption),
    notHeld: reasons
      .filter(
        ([code, { group }]) =>
          group !== REFUSED && code !== REFUSED && (wave.window ? wave.losses.includes(code) : group === PRACTICAL),
      )
      .map(asOption),
  }
}
const PRACTICAL = 'practical'
/** Recorded on pages of their own, which do more. */
const ELSEWHERE = ['withdrew', 'do_not_ask'] as const

import type { ActionFunctionArgs } from '@remix-run/node'
import { now } from '../../platform/clock'
import type { Refusal } from '../../protocol/refusal'
import { todayOf } from '../../records/clock'
import { type Entrance, enter, nothingHere } from '../gate/enter'
import { interviewerBehind } from '../gate/interviewer'
import { studyChosen } from '../gate/study-chosen'
import { visitorOf } from '../gate/visitor'
import type { Parcel } from '../talk/talk'
import { parcelOf } from './read'
import { takeInParcel } from './take-in'

/** A device may lie about for days: whoever sends from it has shown within this time who they are. */
const FRESH_MS = 60 * 60_000

const refused = (refusal: Refusal, status = 400) => Response.json({ refusal }, { status })
const signInAgain = () => Response.json({ code: 'sign_in_again' }, { status: 401 })

/** There is nothing to see: devices send here. */
export function loader() {
  throw nothingHere()
}

/**
 * Takes in what a device kept. Answers JSON: `{ state: in | known }`, 409 `{ state: aside }` when another device went on (it is
 * kept all the same), 401 `{ code: sign_in_again }`, or `{ refusal }`.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const visitor = await visitorOf(request, context)
  if (!visitor) return signInAgain()
  const entrance = await enter('/talk/sync', { request, context })
  if (now().getTime() - visitor.since.getTime() > FRESH_MS) return signInAgain()
  const parcel = await parcelOf(request)
  if (!parcel) return refused({ code: 'unreadable_parcel' })
  const there = await inStudyOf(parcel, entrance, { request, context })
  const interviewer = there && (await interviewerBehind(context, there))
  if (!there || !interviewer) return refused({ code: 'unknown_measurement' })
  const taken = await takeInParcel(context, there.occasion, interviewer.code, parcel)
  if (!taken.ok) return refused(taken.refusal)
  return Response.json({ state: taken.value }, { status: taken.value === 'aside' ? 409 : 200 })
}

/** The occasion in the study of the talk, whichever one the browser shows by now; null when there is no such study. */
async function inStudyOf(
  { studyId }: Parcel,
  { visitor, occasion }: Entrance,
  { request, context }: Pick<ActionFunctionArgs, 'request' | 'context'>,
): Promise<Entrance | null> {
  const { all } = await studyChosen(request, context)
  const study = all.find(({ id }) => id === studyId)
  if (!study) return null
  const today = await todayOf(context.databases.study, study.id)
  return { visitor, study, occasion: { study, today, actor: occasion.actor } }
}

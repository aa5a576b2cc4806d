import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Day, parseDay } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import type { Verdict } from '../../protocol/study'
import { recordNoShow } from '../../records/fieldwork/no-show'
import { recordNotHeld, recordRefusal } from '../../records/fieldwork/refusal'
import { correctReply } from '../../records/intake/correction'
import { setFinding } from '../../records/intake/finding'
import { inquire } from '../../records/intake/inquire'
import { judge } from '../../records/intake/judgement'
import { planApproach } from '../../records/intake/plan'
import { screen } from '../../records/intake/screening'
import { numberOf, textOf } from '../gate/form'
import { APPROACHABLE, type Deed, fieldOf } from './deeds'

type Doing = {
  readonly deed: Deed
  readonly db: StudyDb
  readonly occasion: Occasion
  readonly registrationId: string
  readonly sent: FormData
}

/** What each form of the page does. A field that cannot be read is refused under its own name. */
const DO: Readonly<Record<Deed, (doing: Doing) => Promise<Result<unknown>>>> = {
  inquire: ({ db, occasion, registrationId }) => inquire(db, occasion, registrationId),
  screen: ({ db, occasion, registrationId }) => screen(db, occasion, registrationId),
  set_finding: findOut,
  correct_reply: correct,
  judge: (doing) => {
    const said = saidIn(doing, 'reason')
    if (!said) return Promise.resolve(refuse('required', { field: 'reason' }))
    const { db, occasion, registrationId } = doing
    return judge(db, occasion, { registrationId, reason: said === APPROACHABLE ? null : said })
  },
  plan_interview: plan,
  record_no_show: (doing) => meet(doing, (met) => recordNoShow(doing.db, doing.occasion, met)),
  record_refusal: (doing) => end(doing, recordRefusal),
  record_not_held: (doing) => end(doing, recordNotHeld),
}

export const doDeed = (doing: Doing): Promise<Result<unknown>> => DO[doing.deed](doing)

/** A field of the form that was sent; two forms of the page may ask the same under names of their own. */
const saidIn = ({ deed, sent }: Doing, field: string) => textOf(sent, fieldOf(deed, field))

async function findOut(doing: Doing): Promise<Result<unknown>> {
  const verdict = VERDICTS.find((one) => one === saidIn(doing, 'verdict'))
  const criterion = saidIn(doing, 'criterion')
  if (!criterion) return refuse('required', { field: 'criterion' })
  if (!verdict) return refuse('required', { field: 'verdict' })
  const { db, occasion, registrationId } = doing
  return setFinding(db, occasion, { registrationId, criterion, verdict, reason: saidIn(doing, 'reason') || null })
}
const VERDICTS = ['met', 'not_met', 'unknown'] as const satisfies readonly Verdict[]

async function correct(doing: Doing): Promise<Result<unknown>> {
  const repliedOn = dayIn(doing, 'replied_on')
  const next = saidIn(doing, 'next_contact_on') ? dayIn(doing, 'next_contact_on') : done(null)
  const contacts = numberOf(doing.sent, fieldOf(doing.deed, 'contacts'))
  if (!repliedOn.ok) return repliedOn
  if (!next.ok) return next
  if (contacts === undefined) return refuse('no_number', { field: 'contacts' })
  const { db, occasion, registrationId } = doing
  return correctReply(db, occasion, {
    registrationId,
    repliedOn: repliedOn.value,
    isSupervisor: saidIn(doing, 'is_supervisor') === 'yes',
    contacts,
    nextContactOn: next.value,
    reason: saidIn(doing, 'reason') || null,
  })
}

async function plan(doing: Doing): Promise<Result<unknown>> {
  const { db, occasion, registrationId } = doing
  if (saidIn(doing, 'back')) return planApproach(db, occasion, { registrationId, plannedOn: null })
  const on = dayIn(doing, 'planned_on')
  return on.ok ? planApproach(db, occasion, { registrationId, plannedOn: on.value }) : on
}

type Met = { readonly registrationId: string; readonly wave: string; readonly on: Day }

/** What was met with on a day, at the first wave. */
async function meet(doing: Doing, record: (met: Met) => Promise<Result<unknown>>): Promise<Result<unknown>> {
  const { occasion, registrationId } = doing
  const on = dayIn(doing, 'on')
  return on.ok ? record({ registrationId, wave: occasion.study.protocol.waves[0]?.name ?? '', on: on.value }) : on
}

const end = (doing: Doing, record: typeof recordRefusal): Promise<Result<unknown>> => {
  const reason = saidIn(doing, 'reason')
  if (!reason) return Promise.resolve(refuse('required', { field: 'reason' }))
  return meet(doing, (met) => record(doing.db, doing.occasion, { ...met, reason }))
}

function dayIn(doing: Doing, field: string): Result<Day> {
  const read = parseDay(saidIn(doing, field))
  return read ? done(read) : refuse('no_day', { field })
}

import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { readTime } from '../../protocol/appointments/clock-time'
import { type Day, parseDay } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { waveNamed } from '../../protocol/waves'
import { cancelAppointment, reassign } from '../../records/appointments/change-standing'
import { planInterview } from '../../records/appointments/plan-interview'
import { loseBeforeWave } from '../../records/fieldwork/loss'
import { recordNoShow } from '../../records/fieldwork/no-show'
import { recordNotHeld, recordRefusal } from '../../records/fieldwork/refusal'
import { keyOf } from '../gate/cursor'
import { textOf } from '../gate/form'
import { type Deed, fieldOf } from './deeds'

type Doing = {
  readonly deed: Deed
  readonly db: StudyDb
  readonly occasion: Occasion
  readonly registrationId: string
  readonly wave: string
  readonly sent: FormData
  /** Whoever sends it may plan over what an interviewer said of their days. */
  readonly mayKnowingly: boolean
}

/** What each form of the page does. A field that cannot be read is refused under its own name. */
const DO: Readonly<Record<Deed, (doing: Doing) => Promise<Result<unknown>>>> = {
  plan,
  reassign: (doing) => {
    const { db, occasion, registrationId, wave } = doing
    const interviewer = saidIn(doing, 'interviewer') || null
    return reassign(db, occasion, { registrationId, wave, interviewer, knowingly: knowingly(doing) })
  },
  cancel: (doing) => {
    const { db, occasion, registrationId, wave } = doing
    return cancelAppointment(db, occasion, { registrationId, wave, reason: saidIn(doing, 'reason') })
  },
  no_show: (doing) => met(doing, (at) => recordNoShow(doing.db, doing.occasion, at)),
  refusal: (doing) => ends(doing, recordRefusal),
  not_held: (doing) => {
    const { occasion, wave } = doing
    return ends(doing, waveNamed(occasion.study.protocol, wave).window ? loseBeforeWave : recordNotHeld)
  },
}

export const doDeed = (doing: Doing): Promise<Result<unknown>> => DO[doing.deed](doing)

const saidIn = ({ deed, sent }: Doing, field: string) => textOf(sent, fieldOf(deed, field))
const knowingly = (doing: Doing) => doing.mayKnowingly && saidIn(doing, 'knowingly') === 'yes'

async function plan(doing: Doing): Promise<Result<unknown>> {
  const on = dayIn(doing)
  if (!on.ok) return on
  const time = saidIn(doing, 'at')
  const at = time === '' ? null : readTime(time)
  if (at === undefined) return refuse('no_time', { field: 'at' })
  const room = saidIn(doing, 'room')
  const roomId = keyOf(room, 'id')
  if (room && !roomId) return refuse('unknown_room', { field: 'room' })
  const { db, occasion, registrationId, wave } = doing
  return planInterview(db, occasion, {
    registrationId,
    wave,
    on: on.value,
    at,
    location: saidIn(doing, 'location'),
    roomId,
    interviewer: saidIn(doing, 'interviewer') || null,
    knowingly: knowingly(doing),
  })
}

type Met = { readonly registrationId: string; readonly wave: string; readonly on: Day }

async function met(doing: Doing, record: (at: Met) => Promise<Result<unknown>>): Promise<Result<unknown>> {
  const on = dayIn(doing)
  return on.ok ? record({ registrationId: doing.registrationId, wave: doing.wave, on: on.value }) : on
}

function ends(
  doing: Doing,
  record: (db: StudyDb, occasion: Occasion, loss: Met & { readonly reason: string }) => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const reason = saidIn(doing, 'reason')
  if (!reason) return Promise.resolve(refuse('required', { field: 'reason' }))
  return met(doing, (at) => record(doing.db, doing.occasion, { ...at, reason }))
}

function dayIn(doing: Doing): Result<Day> {
  const typed = saidIn(doing, 'on')
  const read = parseDay(typed)
  return read ? done(read) : refuse(typed ? 'no_day' : 'required', { field: 'on' })
}

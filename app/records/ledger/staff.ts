import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { mayBeAskedFor } from '../../protocol/consent'
import { type Day, daysBetween, fromColumn } from '../../protocol/day'
import { digestOf, type WorkDigest } from '../messages/digest'
import { cancelNeedless, type Dropped } from './cancel'
import type { Claim } from './claimed'
import { claim, orRelease } from './dispatch'
import type { StaffKind } from './kinds'
import { type Needless, needlessWarning } from './still-meant'

/** A window of which somebody is warned. */
type Warning = { readonly pair: string; readonly location: string; readonly last: Day; readonly left: number }

/** The day's message to somebody who coordinates, ours to send: what it says as things stand now. */
export type StaffMail = Claim & {
  readonly messageId: string
  readonly to: string
  readonly language: string
  readonly lines: readonly { readonly id: string }[]
  readonly digest: WorkDigest | null
  /** Whether it tells the head of the audit. */
  readonly head: boolean
  readonly warnings: readonly Warning[]
}

/**
 * Claims one of today's messages to whoever coordinates, and looks at all of it again: windows that need no warning any more, a
 * day on which nothing presses and somebody who left are cancelled with the reason. `may` says who may be told a kind today. Gives
 * the message, if there is still something to say; `more` is false when none waited.
 */
export async function claimForStaff(
  db: StudyDb,
  occasion: Occasion,
  may: (staffId: string, kind: StaffKind) => boolean,
): Promise<{ readonly mail: StaffMail | null; readonly more: boolean }> {
  const [envelope] = await claim(db, occasion, { to: 'staff', most: 1 })
  if (!envelope) return { mail: null, more: false }
  return orRelease(db, [envelope], async () => {
    const lines = await linesOf(db, envelope.id)
    const digest = lines.some(({ kind }) => kind === 'digest') ? await digestOf(db, occasion) : null
    const meant: Line[] = []
    const dropped: Dropped[] = []
    for (const line of lines) {
      const reason = may(envelope.to, line.kind) ? needlessOf(occasion, line, digest) : 'account_ended'
      if (reason) dropped.push({ id: line.id, reason })
      else meant.push(line)
    }
    const empty = meant.length === 0 ? [envelope] : []
    if (dropped.length > 0 || empty.length > 0) await cancelNeedless(db, occasion, dropped, empty)
    if (meant.length === 0) return { mail: null, more: true }
    const head = meant.some(({ kind }) => kind === 'audit_head')
    return {
      mail: { ...envelope, lines: meant, digest, head, warnings: warningsOf(occasion.today, meant) },
      more: true,
    }
  })
}

type Line = {
  readonly id: string
  readonly kind: StaffKind
  readonly wave: string
  readonly pair: string | null
  readonly location: string | null
  readonly closesOn: Date | null
  readonly appointmentOn: Date | null
  readonly withdrawn: boolean
  readonly left: boolean
  readonly interviewed: boolean
  readonly granted: Record<string, boolean>
}

const linesOf = (db: StudyDb, envelopeId: string) => db.$queryRaw<Line[]>`
  SELECT l.id, l.kind, l.wave, d.pseudonym AS pair, r.location, w.closes_on AS "closesOn", w.appointment_on AS "appointmentOn",
         EXISTS (SELECT FROM study.withdrawal x WHERE x.client_id = r.client_id) AS withdrawn,
         EXISTS (SELECT FROM study.departure x
                  WHERE x.registration_id = r.id AND x.step = l.wave AND x.returned_on IS NULL) AS "left",
         EXISTS (SELECT FROM study.measurement x
                  WHERE x.registration_id = r.id AND x.wave = l.wave AND x.perspective = 'client') AS interviewed,
         coalesce((SELECT jsonb_object_agg(x.scope, x.granted) FROM study.permission x WHERE x.client_id = r.client_id),
                  '{}') AS granted
    FROM study.mail_line l
    LEFT JOIN study.registration r ON r.id = l.registration_id
    LEFT JOIN study.dyad d ON d.registration_id = r.id
    LEFT JOIN study.wave_window w ON w.registration_id = r.id AND w.wave = l.wave
   WHERE l.envelope_id = ${envelopeId}::uuid AND l.state = 'planned' ORDER BY w.closes_on, l.id`

function needlessOf({ study, today }: Occasion, line: Line, digest: WorkDigest | null): Needless | null {
  if (line.kind === 'audit_head') return null
  if (line.kind === 'digest') return digest ? null : 'nothing_to_do'
  const { closesOn, appointmentOn, granted, ...facts } = line
  const noConsent = !mayBeAskedFor(study.protocol, granted, line.wave)
  const window = closesOn && {
    closesOn: fromColumn(closesOn),
    appointmentOn: appointmentOn && fromColumn(appointmentOn),
  }
  return needlessWarning({ ...facts, noConsent, window }, today)
}

/** Each window once, also when two warnings of it meet in one message. */
function warningsOf(today: Day, lines: readonly Line[]): Warning[] {
  const windows = lines.flatMap(({ pair, location, closesOn, wave }) => {
    if (!pair || !closesOn) return []
    const last = fromColumn(closesOn)
    return [[`${pair} ${wave}`, { pair, location: location ?? '', last, left: daysBetween(today, last) }] as const]
  })
  return [...new Map(windows).values()]
}

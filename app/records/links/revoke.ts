import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { LinkKind } from '../../platform/personal-link'
import { toColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { lockCase } from '../case'
import { change } from '../change'
import { INTAKE, type MailKind } from '../ledger/kinds'
import { cancelMail, planMail } from '../ledger/plan'

/** Which link of a case: the inquiry's, or that of a wave's questionnaire or appointment. */
export type LinkOf = { readonly registrationId: string; readonly kind: LinkKind; readonly wave: string }

/** The message that brings each kind of link. */
const BRINGS = {
  inquiry: 'inquiry',
  measurement: 'questionnaire',
  appointment: 'window_opens',
} as const satisfies Record<LinkKind, MailKind>

/**
 * Takes back every link to one thing that is asked about a case: they open nothing any more (somebody else got it). With
 * `resend` a new one goes to whoever is asked; its ladder goes on. Refused for an unknown case, one whose client
 * withdrew, and when no link was sent that still opens anything.
 */
export function revokeLink(
  db: StudyDb,
  occasion: Occasion,
  { registrationId, kind, wave, resend }: LinkOf & { readonly resend: boolean },
): Promise<Result<{ revoked: number }>> {
  const details = { kind, wave, resend }
  const what = { verb: 'revoke_link', subject: 'registration', subjectId: registrationId, details }
  return change(db, occasion, what, async (tx) => {
    const known = await lockCase(tx, occasion.study.id, registrationId)
    if (!known) return refuse('unknown_case')
    if (known.withdrawn) return refuse('withdrawn')
    const targetId = await targetOf(tx, { registrationId, kind, wave })
    // a question that was asked again or handed over had another id: who has that link knows of the case as well
    const before = kind === 'inquiry' ? await tx.inquiryBefore.findMany({ where: { registrationId } }) : []
    const earlier = before.map(({ id }) => id)
    const { count } = await tx.issuedLink.updateMany({
      where: {
        targetId: { in: [targetId ?? registrationId, ...earlier] },
        kind,
        studyId: occasion.study.id,
        revokedOn: null,
      },
      data: { revokedOn: toColumn(occasion.today) },
    })
    if (!targetId || count === 0) return refuse('no_link')
    // A message that still waits would bring one link more.
    if (!resend) await cancelMail(tx, registrationId, 'link_revoked', { wave: kind === 'inquiry' ? INTAKE : wave })
    const supervisorId = kind === 'inquiry' ? known.inquiry?.askedId : known.supervisorId
    if (resend && supervisorId) {
      const line = { registrationId, supervisorId, wave: kind === 'inquiry' ? INTAKE : wave, kind: BRINGS[kind] }
      await planMail(tx, occasion, { ...line, round: await nextRound(tx, line) })
    }
    return done({ revoked: count })
  })
}

/** The round of a message that is said once more to the same person. */
export async function nextRound(
  tx: StudyTx,
  line: {
    readonly registrationId: string
    readonly supervisorId: string
    readonly wave: string
    readonly kind: MailKind
  },
): Promise<number> {
  const { _max } = await tx.mailLine.aggregate({ where: line, _max: { round: true } })
  return (_max.round ?? -1) + 1
}

async function targetOf(tx: StudyTx, { registrationId, kind, wave }: LinkOf): Promise<string | null> {
  if (kind === 'appointment') return registrationId
  if (kind === 'inquiry') return (await tx.inquiry.findUnique({ where: { registrationId } }))?.id ?? null
  const where = { registrationId_wave_perspective: { registrationId, wave, perspective: 'supervisor' } }
  return (await tx.measurement.findUnique({ where }))?.id ?? null
}

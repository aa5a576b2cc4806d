import { dayAt } from '../../../app/protocol/day'
import type { Accepted } from '../accepted'
import { type Broken, broken, type Evidence, grouped } from '../evidence'
import { envelopeOf } from './said'

/**
 * Nobody gets two messages on one day, but the same one again; and each leaves on the day that its envelope says, by a
 * calendar that the ledger has nothing to do with.
 */
export async function onceADay({ accepted, lives, stretches, stage }: Evidence): Promise<Broken[]> {
  const ahead = new Map(lives.map(({ name, ahead }) => [name, ahead ?? 0]))
  const dayOf = ({ worker, acceptedAt }: Accepted) => dayAt(new Date(acceptedAt + (ahead.get(worker) ?? 0)))
  const perDay = grouped(accepted, (one) => `${one.to} ${dayOf(one)}`)
  const two = [...perDay].filter(([, some]) => new Set(some.map(({ messageId }) => messageId)).size > 1)
  const envelopes = await stage.desk.study.$queryRaw<{ message: string; day: string; state: string }[]>`
    SELECT message_id AS message, day::text, state FROM study.mail_envelope WHERE study_id = ${stage.study.id}::uuid`
  const known = new Map(envelopes.map((one) => [one.message, one]))
  const last = new Map(accepted.map((one) => [envelopeOf(one), one]))
  const otherDay = [...last].filter(([id, one]) => known.get(id)?.state === 'sent' && known.get(id)?.day !== dayOf(one))
  const stretchOf = ({ acceptedAt }: Accepted) =>
    stretches.find(({ beganAt, endedAt }) => beganAt <= acceptedAt && acceptedAt <= endedAt)
  const clocks = accepted.filter((one) => stretchOf(one)?.day !== dayOf(one))
  return [
    ...broken(
      'no two mails to one person on one day',
      two.map(([when, some]) => ({ when, messages: some.map(({ messageId, worker }) => [messageId, worker]) })),
    ),
    ...broken(
      'mail leaves on the day of its envelope',
      otherDay.map(([id, one]) => ({ ...known.get(id), left: dayOf(one) })),
    ),
    ...broken(
      'each worker lived on the day of its stretch',
      clocks.map(({ worker }) => worker),
    ),
  ]
}

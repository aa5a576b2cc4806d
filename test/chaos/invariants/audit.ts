import { type Broken, broken, type Evidence } from '../evidence'

/**
 * The audit is complete: what was done has its one entry, what was refused none; and it counts as many messages sent as
 * the ledger holds.
 */
export async function auditComplete({ stage, acts }: Evidence): Promise<Broken[]> {
  const { desk, study } = stage
  const entries = await desk.study.$queryRaw<{ request: string; count: number }[]>`
    SELECT request, count(*)::int AS count FROM audit.entry WHERE study_id = ${study.id}::uuid AND request IS NOT NULL GROUP BY 1`
  const written = new Map(entries.map(({ request, count }) => [request, count]))
  const asked = acts.filter(({ request }) => request !== '')
  const wrong = asked.filter(({ request, came }) => (written.get(request) ?? 0) !== (came === 'done' ? 1 : 0))
  const [sent] = await desk.study.$queryRaw<{ ledger: number; audit: number }[]>`
    SELECT (SELECT count(*)::int FROM study.mail_envelope e WHERE e.study_id = ${study.id}::uuid AND e.state = 'sent') AS ledger,
           (SELECT coalesce(sum((a.details->>'sent')::int), 0)::int FROM audit.entry a
             WHERE a.study_id = ${study.id}::uuid AND a.verb = 'send_mail') AS audit`
  const unsaid = sent?.ledger === sent?.audit ? [] : [sent]
  return [
    ...broken('what was done is in the audit once, what was refused is not', wrong),
    ...broken('the audit counts as many messages sent as the ledger', unsaid),
  ]
}

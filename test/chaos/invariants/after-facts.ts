import type { Accepted } from '../accepted'
import { type Act, type ActKind, WAYS } from '../acts'
import { type Broken, broken, type Evidence } from '../evidence'
import { envelopeOf, type Said, saidIn } from './said'

/** What a link is about, and to whom it went. */
type About = { readonly registrationId: string; readonly wave: string | null }

/** How messages and what ended their reason met, in milliseconds. */
export type Gap = {
  /** From the claim, after which each line is looked at again, to the server's acceptance: the gap that is left. */
  readonly claimToAcceptance: readonly number[]
  /** Accepted after what made it needless was committed, by how much: all within that gap. */
  readonly overtaken: readonly number[]
}

/**
 * Nothing is said after it became needless: a message that the server accepted after an answer, a withdrawal, a closing or
 * a change was committed was claimed, and looked at, before. What falls into that gap is counted and measured.
 */
export async function nothingNeedless(evidence: Evidence): Promise<{ readonly wrong: Broken[] } & Gap> {
  const { accepted, acts, lives, stage } = evidence
  const { desk, study } = stage
  const targets = await desk.study.$queryRaw<(About & { id: string })[]>`
    SELECT i.id, i.registration_id AS "registrationId", NULL AS wave FROM study.inquiry i
     UNION ALL SELECT m.id, m.registration_id, m.wave FROM study.measurement m WHERE m.study_id = ${study.id}::uuid
     UNION ALL SELECT r.id, r.id, NULL FROM study.registration r WHERE r.study_id = ${study.id}::uuid`
  const aboutOf = new Map(targets.map(({ id, ...about }) => [id, about]))
  const envelopes = await desk.study.$queryRaw<{ message: string; supervisor: string; claimed: Date | null }[]>`
    SELECT message_id AS message, supervisor_id AS supervisor, claimed_at AS claimed FROM study.mail_envelope
     WHERE study_id = ${study.id}::uuid AND supervisor_id IS NOT NULL`
  const known = new Map(envelopes.map((one) => [one.message, one]))
  const ahead = new Map(lives.map(({ name, ahead }) => [name, ahead ?? 0]))
  const lastTry = new Map(accepted.map((one) => [envelopeOf(one), one]))
  /** When it was claimed, by the machine's clock; where it was claimed again since, only the connection is known. */
  const claimedAt = (one: Accepted) => {
    const claimed = known.get(envelopeOf(one))?.claimed
    const at = claimed ? claimed.getTime() - (ahead.get(one.worker) ?? 0) : Number.POSITIVE_INFINITY
    return lastTry.get(envelopeOf(one)) === one && at <= one.connectedAt ? at : one.connectedAt - EARLIER_MS
  }
  const done = acts.filter(({ came, act }) => came === 'done' && act in WAYS)
  const late = accepted.flatMap((one) =>
    saidIn(one, desk.linkKey).flatMap((said) => {
      const about = aboutOf.get(said.id)
      const to = known.get(envelopeOf(one))?.supervisor
      const ending = about && done.find((act) => ends(act, said, about, to) && act.committedAt < one.acceptedAt)
      return ending ? [{ one, said, ending, by: one.acceptedAt - ending.committedAt }] : []
    }),
  )
  const wrong = late.filter(({ one, ending }) => claimedAt(one) > ending.committedAt)
  const nowhere = accepted.filter((one) => {
    const said = saidIn(one, desk.linkKey)
    return said.length === 0 || said.some(({ id }) => !aboutOf.has(id))
  })
  const hashes = await desk.study.$queryRaw<
    { hash: string }[]
  >`SELECT encode(hash, 'hex') AS hash FROM study.issued_link`
  const issued = new Set(hashes.map(({ hash }) => hash))
  const unknown = accepted.filter((one) => saidIn(one, desk.linkKey).some(({ hash }) => !issued.has(hash)))
  return {
    claimToAcceptance: [...lastTry.values()].map((one) => one.acceptedAt - claimedAt(one)),
    overtaken: late.filter((one) => !wrong.includes(one)).map(({ by }) => by),
    wrong: [
      ...broken(
        'nothing is said after it was answered, withdrawn, closed or given to somebody else',
        wrong.map(({ one, said, ending, by }) => ({ kind: said.kind, act: ending.act, by, worker: one.worker })),
      ),
      ...broken(
        'every message asks for something that there is',
        nowhere.map(({ messageId }) => messageId),
      ),
      ...broken(
        'a link is known before anybody has it',
        unknown.map(({ messageId }) => messageId),
      ),
    ],
  }
}

/** From the look at the lines to the connection, at most, where nothing better is known. */
const EARLIER_MS = 5_000

function ends(act: Act, said: Said, about: About, to: string | undefined): boolean {
  const { of, links } = WAYS[act.act as ActKind].ends
  if (!(links as readonly string[]).includes(said.kind)) return false
  if (act.act === 'answer' && about.wave !== act.wave) return false
  if (of === 'recipient') return act.supervisorId === to
  return act.registrationId === about.registrationId && (of === 'case' || act.supervisorId === to)
}

import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type LinkKind, linkHash, personalLink } from '../../platform/personal-link'
import { type Day, fromColumn } from '../../protocol/day'

/** What a link is to open, and for whom. */
export type Wanted = { readonly kind: LinkKind; readonly id: string; readonly supervisorId: string }
/** A link that was sent. */
export type Issued = {
  readonly studyId: string
  readonly supervisorId: string
  readonly issuedOn: Day
  readonly revokedOn: Day | null
}

/** Another process was quicker so many times in a row: something else is wrong. */
const MOST_TURNS = 5

/**
 * Tokens for what is about to be sent, in the same order, each known from now on by its hash. Who was sent a link to the
 * same that still counts gets that one again; else it is a new issue. No verb: the mail that brings it is in the ledger.
 */
export async function issueLinks(
  db: StudyDb,
  { study, today }: Occasion,
  key: Buffer,
  wanted: readonly Wanted[],
): Promise<string[]> {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const known = await issuesOf(db, wanted)
    const tokens = wanted.map(({ kind, id, supervisorId }) => {
      const issues = known.get(id) ?? []
      const counts = issues.find((one) => one.supervisorId === supervisorId && !one.revoked)
      if (counts) return { token: personalLink(key, kind, id, counts.issue), fresh: null }
      const issue = 1 + Math.max(0, ...issues.map((one) => one.issue))
      known.set(id, [...issues, { supervisorId, issue, revoked: false }])
      return { token: personalLink(key, kind, id, issue), fresh: { kind, id, supervisorId, issue } }
    })
    const fresh = tokens.flatMap(({ token, fresh }) => (fresh ? [{ ...fresh, hash: linkHash(token) }] : []))
    if (fresh.length === 0) return tokens.map(({ token }) => token)
    const written = await db.$executeRaw`
      INSERT INTO study.issued_link (hash, study_id, kind, target_id, supervisor_id, issue, issued_on)
      SELECT hash, ${study.id}::uuid, kind, target, supervisor, issue, ${today}::date
        FROM unnest(${fresh.map(({ hash }) => hash)}::bytea[], ${fresh.map(({ kind }) => kind)}::text[],
                    ${fresh.map(({ id }) => id)}::uuid[], ${fresh.map(({ supervisorId }) => supervisorId)}::uuid[],
                    ${fresh.map(({ issue }) => issue)}::smallint[]) AS f (hash, kind, target, supervisor, issue)
      ON CONFLICT DO NOTHING`
    if (written === fresh.length) return tokens.map(({ token }) => token)
  }
  throw new Error('no link could be issued: others were quicker each time')
}

async function issuesOf(db: StudyDb, wanted: readonly Wanted[]) {
  const rows = await db.issuedLink.findMany({
    where: { targetId: { in: [...new Set(wanted.map(({ id }) => id))] } },
    select: { targetId: true, supervisorId: true, issue: true, revokedOn: true },
  })
  const known = new Map<string, { supervisorId: string; issue: number; revoked: boolean }[]>()
  for (const { targetId, supervisorId, issue, revokedOn } of rows)
    known.set(targetId, [...(known.get(targetId) ?? []), { supervisorId, issue, revoked: revokedOn !== null }])
  return known
}

/** The link of this token as it was sent; null when it never was. */
export async function issuedAs(db: StudyDb, token: string): Promise<Issued | null> {
  const row = await db.issuedLink.findUnique({ where: { hash: linkHash(token) } })
  if (!row) return null
  const { studyId, supervisorId, issuedOn, revokedOn } = row
  return { studyId, supervisorId, issuedOn: fromColumn(issuedOn), revokedOn: revokedOn && fromColumn(revokedOn) }
}

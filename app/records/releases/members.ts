import type { StudyDb } from '../../platform/database'

/** Whose data a release holds, with the digest of them in hex. */
export type Member = { readonly registrationId: string; readonly digest: string }

const AT_ONCE = 5_000

/** Keeps who is in a release that is being made. */
export async function keepMembers(db: StudyDb, releaseId: string, members: readonly Member[]): Promise<void> {
  for (let from = 0; from < members.length; from += AT_ONCE) {
    const some = members.slice(from, from + AT_ONCE)
    await db.$executeRaw`
      INSERT INTO study.release_member (release_id, registration_id, digest)
      SELECT ${releaseId}::uuid, m.id, decode(m.digest, 'hex')
        FROM unnest(${some.map(({ registrationId }) => registrationId)}::uuid[], ${some.map(({ digest }) => digest)}::text[]) m (id, digest)`
  }
}

/**
 * How many people have other data in a release now than they had, are no more in it, or are in it and were not. Never who.
 * Takes the members as they were found now.
 */
export async function changedSince(db: StudyDb, releaseId: string, now: readonly Member[]): Promise<number> {
  const digests = new Map(now.map(({ registrationId, digest }) => [registrationId, digest]))
  let changed = 0
  let known = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await db.$queryRaw<{ id: string; digest: string }[]>`
      SELECT registration_id AS id, encode(digest, 'hex') AS digest FROM study.release_member
       WHERE release_id = ${releaseId}::uuid AND registration_id > ${after}::uuid ORDER BY registration_id LIMIT ${AT_ONCE}`
    changed += rows.filter(({ id, digest }) => digests.get(id) !== digest).length
    known += rows.filter(({ id }) => digests.has(id)).length
    const last = rows.at(-1)
    if (!last) return changed + digests.size - known
    after = last.id
  }
}

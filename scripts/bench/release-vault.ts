import type pg from 'pg'
import { tieAll } from '../../app/identity/tie'
import { blindId } from '../../app/platform/id'
import type { Vault } from '../../app/platform/vault'
import { IDS } from './release-study'

const AT_ONCE = 5_000

/** Gives everybody in the made-up study a number in the vault, sealed as real ones are: a release draws its own from them. */
export async function fillVault(owner: pg.Client, { db, keys }: Vault, studyId: string, pairs: number): Promise<void> {
  const alias = keys.alias(studyId)
  const persons = await numbered('person', IDS.client, pairs)
  await numbered('supervisor', IDS.supervisor, Math.min(pairs, 4000))
  await numbered('supervision', IDS.registration, pairs)

  async function numbered(table: 'person' | 'supervisor' | 'supervision', place: string, count: number) {
    const made: string[] = []
    for (let from = 1; from <= count; from += AT_ONCE) {
      const to = Math.min(count, from + AT_ONCE - 1)
      const { rows } = await owner.query<{ id: string }>(`SELECT ${place} AS id FROM generate_series(${from}, ${to}) n`)
      const ties = rows.map(({ id: ofStudy }) => ({ id: blindId(), studyId: ofStudy }))
      const ids = ties.map(({ id }) => id)
      const hashes = ids.map((id) => keys.hash('client', id))
      const numbers = ids.map((id, at) => keys.seal(String(from + at), `${table}.number:${id}`))
      const of = table === 'supervision' ? ', person_id' : ''
      const given = [alias, ids, hashes.map(buffer), numbers.map(buffer)]
      await owner.query(
        `INSERT INTO identity.${table} (study_alias, id, number_hash, number${of})
         SELECT $1::uuid, t.* FROM unnest($2::uuid[], $3::bytea[], $4::bytea[]${of && ', $5::uuid[]'}) t`,
        of ? [...given, persons.slice(from - 1, to)] : given,
      )
      await tieAll(db, keys, ties)
      made.push(...ids)
    }
    return made
  }
}

const buffer = (bytes: Uint8Array) => Buffer.from(bytes)

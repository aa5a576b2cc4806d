import { readable } from '../platform/seal'
import { join, named, sql } from '../platform/sql'
import type { Vault } from '../platform/vault'
import { SEALED } from './sealed'

/** A look into the vault: how many values were opened, and in which columns one did not open. */
export type Opened = { readonly opened: number; readonly closed: readonly string[] }

/** Opens the oldest and the newest row of each kind that is sealed, and shows nothing of it. */
export async function openOneOfEach({ db, keys }: Vault): Promise<Opened> {
  const closed = new Set<string>()
  let opened = 0
  for (const { table, columns } of SEALED) {
    const from = sql`SELECT id, ${join(columns.map(named))} FROM identity.${named(table)}`
    const rows = await db.$queryRaw<({ id: string } & Record<string, Uint8Array | null>)[]>(
      sql`(${from} ORDER BY id LIMIT 1) UNION (${from} ORDER BY id DESC LIMIT 1)`,
    )
    for (const row of rows)
      for (const column of columns) {
        const value = row[column]
        if (!value) continue
        if (readable(() => keys.openBytes(value, `${table}.${column}:${row.id}`)) === null)
          closed.add(`${table}.${column}`)
        else opened++
      }
  }
  return { opened, closed: [...closed] }
}

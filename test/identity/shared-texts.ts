import { connected } from '../platform/connect'

/** Shorter ones tie nobody: codes, months, languages, true and false. */
const LONG = 8

/** Every text inside a value: itself, or those of its parts; keys of objects are ours and tie nothing. */
function* textsIn(value: unknown): Generator<string> {
  if (value === null || typeof value === 'boolean') return
  if (typeof value === 'object') for (const part of Object.values(value)) yield* textsIn(part)
  else yield String(value)
}

/** The texts of eight characters and more in a room, each with the column where it was found first. */
async function textsOf(ownerUrl: string, room: string): Promise<Map<string, string>> {
  return connected(ownerUrl, async (owner) => {
    const found = new Map<string, string>()
    const { rows: tables } = await owner.query<{ name: string }>(
      'SELECT tablename AS name FROM pg_tables WHERE schemaname = $1',
      [room],
    )
    for (const { name } of tables) {
      // as JSON every column is text or made of texts: ids, days, moments, bytes in hex
      const { rows } = await owner.query<{ row: Record<string, unknown> }>(
        `SELECT to_jsonb(t) AS row FROM ${room}."${name}" t`,
      )
      for (const { row } of rows)
        for (const [column, value] of Object.entries(row))
          for (const text of textsIn(value))
            if (text.length >= LONG && !found.has(text)) found.set(text, `${name}.${column}`)
    }
    return found
  })
}

/**
 * What occurs in both rooms, as "column here = column there: the text": ids, hashes, days, words. Empty is what protocol
 * §6 asks; not even the key table is left out, since what it says is sealed.
 */
export async function sharedTexts(ownerUrl: string): Promise<string[]> {
  const here = await textsOf(ownerUrl, 'identity')
  const there = await textsOf(ownerUrl, 'study')
  if (here.size === 0 || there.size === 0) throw new Error('a room without texts would share none')
  return [...here].flatMap(([text, column]) => {
    const other = there.get(text)
    return other === undefined ? [] : [`${column} = ${other}: ${text}`]
  })
}

/** Foreign keys from one room into the other. */
export async function foreignKeysBetween(ownerUrl: string): Promise<string[]> {
  return connected(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT conname AS name FROM pg_constraint
        WHERE contype = 'f' AND (SELECT relnamespace FROM pg_class WHERE oid = conrelid)
                             <> (SELECT relnamespace FROM pg_class WHERE oid = confrelid)`,
    )
    return rows.map(({ name }) => name)
  })
}

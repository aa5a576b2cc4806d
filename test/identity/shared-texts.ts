import { connected } from '../platform/connect'

/** Shorter ones tie nobody: codes, months, languages, true and false. */
const LONG = 8

/** Every text inside a value: itself, or those of its parts; keys of objects are ours and tie nothing. */
function* textsIn(value: unknown): Generator<string> {
  if (value === null || typeof value === 'boolean') return
  if (typeof value === 'object') for (const part of Object.values(value)) yield* textsIn(part)
  else yield String(value)
}

/** A moment by itself: that two rows were written in one hour is no text in common. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/
/** Where an id, an address or a word may stand in a longer text, and what is one as a whole. */
const RUN = /[\p{L}\p{N}_@.-]{8,}/gu
const ONE_RUN = /^[\p{L}\p{N}_@.-]+$/u
const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi

/** A text, and what stands in it: `account:<id>` has the id of the account, a link its token, a sentence its words. */
function* piecesOf(text: string): Generator<string> {
  if (text.startsWith('\\x')) return yield text.slice(2)
  yield text
  if (text.length <= LONG || MOMENT.test(text)) return
  if (!ONE_RUN.test(text)) for (const [run] of text.matchAll(RUN)) yield run.replace(/^[.-]+|[.-]+$/g, '')
  if (text.length > 36) for (const [id] of text.matchAll(UUID)) yield id
}

/** The texts of eight characters and more in a room, each with the column where it was found first. */
async function textsOf(ownerUrl: string, room: string, without = ''): Promise<Map<string, string>> {
  return connected(ownerUrl, async (owner) => {
    const found = new Map<string, string>()
    const { rows: tables } = await owner.query<{ name: string }>(
      'SELECT tablename AS name FROM pg_tables WHERE schemaname = $1 AND tablename <> $2',
      [room, without],
    )
    for (const { name } of tables) {
      // as JSON every column is text or made of texts: ids, days, moments, bytes in hex
      const { rows } = await owner.query<{ row: Record<string, unknown> }>(
        `SELECT to_jsonb(t) AS row FROM ${room}."${name}" t`,
      )
      for (const { row } of rows)
        for (const [column, value] of Object.entries(row))
          for (const text of textsIn(value)) {
            if (text.length < LONG || found.has(text)) continue
            for (const piece of piecesOf(text))
              if (piece.length >= LONG && !found.has(piece)) found.set(piece, `${name}.${column}`)
          }
    }
    return found
  })
}

/**
 * What occurs in both rooms, as "column here = column there: the text": ids, hashes, days, words, also inside longer
 * texts. Empty is what protocol §6 asks; not even the key table is left out, since what it says is sealed.
 */
export const sharedTexts = async (ownerUrl: string): Promise<string[]> =>
  inBoth(await textsOf(ownerUrl, 'identity'), await textsOf(ownerUrl, 'study'))

/** The same of the vault's room and the study's chain of the audit. */
export const sharedWithAudit = async (ownerUrl: string): Promise<string[]> =>
  inBoth(await textsOf(ownerUrl, 'identity'), await textsOf(ownerUrl, 'audit', 'vault_entry'))

function inBoth(here: ReadonlyMap<string, string>, there: ReadonlyMap<string, string>): string[] {
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

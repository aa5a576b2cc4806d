import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { putAside } from './aside'
import { BadBackup, damaged } from './bad-backup'
import { contentOf } from './content'
import type { Manifest } from './manifest'
import { stretchesOf, tableOf } from './read'
import { copied, SPEAKING, tablesOf } from './tables'
import type { Stretch } from './tar'

/** Server memory for building indexes: they are built one after the other. */
const TO_BUILD = '128MB'

/** Rows of one table, as they stream by. */
type Group = { readonly table: string; readonly rows: AsyncIterable<Uint8Array> }

/**
 * Puts the rows of a back-up into a database that was migrated just now to the same migrations, in one transaction, and then compares each
 * table with what the back-up says of it. Throws a BadBackup: `backup_damaged`, `restored_otherwise` with the tables.
 */
export async function loadBackup(
  path: string,
  identities: readonly string[],
  { manifest, ownerUrl, stop }: { manifest: Manifest; ownerUrl: string; stop?: AbortSignal | undefined },
): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl, options: SPEAKING })
  owner.on('error', () => undefined)
  await owner.connect()
  try {
    await owner.query('BEGIN')
    await owner.query(`SET LOCAL maintenance_work_mem = '${TO_BUILD}'`)
    await putAside(owner, async () => {
      const known = new Map(manifest.tables.map((table) => [table.name, table]))
      for await (const { table, rows } of grouped(stretchesOf(path, identities))) {
        const entry = known.get(table)
        if (!entry) throw damaged()
        await pipeline(rows, owner.query(copyFrom(`COPY ${copied(entry)} FROM STDIN`)), {
          ...(stop && { signal: stop }),
        })
      }
      for (const { name, value, called } of manifest.sequences)
        await owner.query('SELECT setval($1::regclass, $2::bigint, $3)', [name, value, called])
    })
    await owner.query('COMMIT')
    await owner.query('ANALYZE')
    await compare(owner, manifest)
  } finally {
    await owner.end().catch(() => undefined)
  }
}

/** Counts and sums of each table; a table that the back-up does not have holds nothing. */
async function compare(owner: pg.Client, manifest: Manifest): Promise<void> {
  const said = new Map(manifest.tables.map((table) => [table.name, table]))
  const wrong: string[] = []
  for (const table of await tablesOf(owner)) {
    const entry = said.get(table.name)
    const now = await contentOf(owner, entry ?? table)
    if (entry ? now.rows !== entry.rows || now.content !== entry.content : now.rows > 0) wrong.push(table.name)
  }
  if (wrong.length > 0) throw new BadBackup({ code: 'restored_otherwise', tables: wrong.join(', ') })
}

/** Pieces of one table after the other as one stream a table. Whoever takes a table takes it to its end before the next. */
async function* grouped(stretches: AsyncGenerator<Stretch>): AsyncGenerator<Group> {
  let next = await stretches.next()
  while (!next.done) {
    const table = tableOf(next.value.name)
    async function* rows() {
      while (!next.done && tableOf(next.value.name) === table) {
        yield next.value.chunk
        next = await stretches.next()
      }
    }
    // the keys and the table of contents were read before
    if (table === '') for await (const _ of rows());
    else yield { table, rows: rows() }
  }
}

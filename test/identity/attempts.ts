import pg from 'pg'

/** What came of a try: the code of the first refusal, or `allowed`, and every word that the server said on the way. */
export type Came = { readonly code: string; readonly said: string }

/**
 * Tries statements one after another over one connection, as somebody with a stolen password would, and takes them back.
 * What is said counts even when it is refused: an error may quote what it refuses to show.
 */
export async function tried(url: string, ...statements: readonly string[]): Promise<Came> {
  const client = new pg.Client({ connectionString: url })
  const said: unknown[] = []
  client.on('error', () => undefined)
  client.on('notice', (notice) => said.push(notice, notice.message))
  await client.connect()
  try {
    await client.query('BEGIN')
    for (const statement of statements) said.push((await client.query(statement)).rows)
    return { code: 'allowed', said: JSON.stringify(said) }
  } catch (error) {
    const { code = '', message } = error as pg.DatabaseError
    return { code, said: JSON.stringify([...said, error, message]) }
  } finally {
    await client.query('ROLLBACK').catch(() => undefined)
    await client.end()
  }
}

import pg from 'pg'

/** Runs statements over one connection of one's own, and closes it. */
export async function connected<T>(url: string, body: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await body(client)
  } finally {
    await client.end()
  }
}

/** The error code with which the server refuses a statement; `allowed` when it does not. Leaves nothing behind. */
export const refusalOf = (url: string, statement: string): Promise<string> =>
  connected(url, async (client) => {
    await client.query('BEGIN')
    try {
      await client.query(statement)
      return 'allowed'
    } catch (error) {
      return (error as { code: string }).code
    } finally {
      await client.query('ROLLBACK')
    }
  })

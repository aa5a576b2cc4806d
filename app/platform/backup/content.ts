import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { rowSum } from './row-sum'
import { copied, type Table } from './tables'

/** What a table holds now: how many rows, and their sum whatever their order. The session has to speak as SPEAKING says. */
export async function contentOf(owner: pg.Client, table: Table): Promise<{ rows: number; content: string }> {
  const sum = rowSum()
  for await (const chunk of owner.query(copyTo(`COPY ${copied(table)} TO STDOUT`)) as AsyncIterable<Buffer>)
    sum.add(chunk)
  return sum.total()
}

import { expect, test } from 'vitest'
import { HELD, HELD_WHOLE, namesIn, offencesIn } from '../../app/protocol/held/held'
import { freshDatabase } from '../database'
import { connected } from './connect'

const { urls } = await freshDatabase()

/** Every column of the database that is ours or a program's of ours, as schema.table.column. */
const columns = await connected(urls.owner, async (owner) => {
  const { rows } = await owner.query<{ schema: string; name: string }>(
    `SELECT table_schema AS schema, table_schema || '.' || table_name || '.' || column_name AS name
       FROM information_schema.columns
      WHERE table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 2`,
  )
  return rows
})
/** Which migrations were applied: of nobody, and read by nobody but the owner. */
const MIGRATIONS = 'public'

test('every table and column that is held is described, and nothing else is', () => {
  const described = Object.entries(HELD).flatMap(([table, held]) =>
    Object.keys(held.columns).map((column) => `${table}.${column}`),
  )
  const single = columns.filter(({ schema }) => !Object.hasOwn(HELD_WHOLE, schema) && schema !== MIGRATIONS)
  expect(single.length).toBeGreaterThan(200)
  expect(described.sort()).toEqual(single.map(({ name }) => name).sort())
})

test('a schema that is described as a whole is there, and is no other', () => {
  const schemas = new Set(columns.map(({ schema }) => schema))
  expect([...schemas].sort()).toEqual([...Object.keys(HELD_WHOLE), MIGRATIONS, 'audit', 'identity', 'study'].sort())
})

test('names stand in identity only, and what has somebody in it has a term', () => {
  for (const [table, held] of Object.entries(HELD)) {
    if (namesIn(held).length > 0) expect(table).toMatch(/^identity\./)
    const personal = held.whose !== 'nobody'
    expect(held.keep !== null, table).toBe(personal)
    if (!personal) expect([held.presence, offencesIn(held)], table).toEqual([false, []])
  }
})

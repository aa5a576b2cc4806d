import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { ChainName } from '../../../app/platform/audit/chains'
import { placeOf } from '../../../app/platform/audit/marks'
import { freshTrail, type Trail, undone, unguard, writeStudy, writeVault } from './trail'

const PLACES = 1_000
const SEED = 20_261_122

let trail: Trail
/** Every row of the six tables: which chain, its key, and as what a change of it has to be named. */
let rows: { chain: ChainName; table: string; key: string; keyed: string; named: string | RegExp }[]
let columns: { table: string; column: string; type: string }[]

beforeAll(async () => {
  trail = await freshTrail()
  const { owner, database } = trail
  for (const count of [40, 1, 25]) {
    await writeStudy(owner, count)
    await writeVault(trail, count)
    await trail.seal()
  }
  await unguard(owner)
  const catalogue = await owner.query<{ table: string; column: string; type: string }>(
    `SELECT table_name AS table, column_name AS column, udt_name AS type FROM information_schema.columns
      WHERE table_schema = 'audit' ORDER BY 1, 2`,
  )
  columns = catalogue.rows
  rows = []
  for (const chain of ['study', 'vault'] as const) {
    const prefix = chain === 'study' ? '' : 'vault_'
    for (const table of [`${prefix}entry`, `${prefix}sealed`]) {
      const { rows: ids } = await owner.query<{ id: string }>(`SELECT id::text AS id FROM audit.${table}`)
      rows.push(...ids.map(({ id }) => ({ chain, table, key: id, keyed: 'id', named: id })))
    }
    for (const n of [1, 2, 3]) {
      const key = placeOf(database.keys.chain, chain, n)
      rows.push({
        chain,
        table: `${prefix}seal`,
        key,
        keyed: 'place',
        named: new RegExp(`^link ${n} (was changed|is gone)`),
      })
    }
  }
})

test('nothing is found in what nobody changed', async () => {
  for (const chain of ['study', 'vault'] as const)
    expect(await trail.walked(chain)).toMatchObject({ faults: [], links: 3, covered: 66, erased: 0 })
})

test('a byte that the owner changed in any column of the entries and links is found, and named', async () => {
  const draw = drawing(SEED)
  const touched = new Set<string>()
  for (let n = 0; n < PLACES; n++) {
    // tables weigh the same: links are few
    const names = [...new Set(rows.map(({ table }) => table))]
    const table = one(draw, names)
    const among = rows.filter((row) => row.table === table)
    const { chain, key, keyed, named } = one(draw, among)
    const of = columns.filter((one) => one.table === table)
    const { column, type } = one(draw, of)
    touched.add(`${table}.${column}`)
    const where = `${table}.${column} of ${key}, change ${n} of seed ${SEED}`
    const { faults } = await undone(trail.owner, async () => {
      await change(draw, { table, column, type, keyed, key })
      return trail.walked(chain)
    })
    expect(faults[0], where).toMatchObject({ chain, ...(typeof named === 'string' && { id: named }) })
    if (typeof named !== 'string') expect(faults[0]?.why, where).toMatch(named)
  }
  // all columns of all six tables
  expect(touched.size).toBe(columns.length)
  expect((await trail.walked('study')).faults).toEqual([])
})

type Place = { table: string; column: string; type: string; keyed: string; key: string }

/** Changes one byte of a value, or writes one where there was none. */
async function change(draw: (below: number) => number, { table, column, type, keyed, key }: Place): Promise<void> {
  const { owner } = trail
  const which = `${keyed} = $ID::text::${/^(entry|sealed)$/.test(table) ? 'int8' : 'uuid'}`
  const shown = type === 'bytea' ? `encode("${column}", 'hex')` : `"${column}"::text`
  const before = await owner.query<{ value: string | null }>(
    `SELECT ${shown} AS value FROM audit.${table} WHERE ${which.replace('$ID', '$1')}`,
    [key],
  )
  const value = before.rows[0]?.value ?? null
  const made = value === null ? (FROM_NOTHING[type] ?? 'x') : changed(draw, type, value)
  const typed = type === 'bytea' ? `decode($1, 'hex')` : `$1::${type}`
  const done = await owner.query(
    `UPDATE audit.${table} SET "${column}" = ${typed} WHERE ${which.replace('$ID', '$2')}`,
    [made, key],
  )
  expect(done.rowCount).toBe(1)
}

const FROM_NOTHING: Record<string, string> = { uuid: randomUUID(), bytea: 'ab' }

function changed(draw: (below: number) => number, type: string, value: string): string {
  if (type === 'int8') return String(BigInt(value) ^ (1n << BigInt(20 + draw(30))))
  if (type === 'timestamptz') return new Date(Date.parse(value) + 1 + draw(1_000)).toISOString()
  if (type === 'date') return `20${10 + draw(80)}-01-01`
  // somewhere where another character is as good: in a word of the JSON, or anywhere
  const spots = [...value].flatMap((letter, at) => (/[a-z0-9]/i.test(letter) ? [at] : []))
  const at = spots[draw(spots.length)] ?? 0
  const hex = type === 'uuid' || type === 'bytea'
  const letters = hex ? '0123456789abcdef' : 'abcdefghijkl'
  const other = [...letters].filter((letter) => letter !== value[at])
  return value.slice(0, at) + other[draw(other.length)] + value.slice(at + 1)
}

function one<T>(draw: (below: number) => number, among: readonly T[]): T {
  const drawn = among[draw(among.length)]
  if (drawn === undefined) throw new RangeError('there is nothing to draw from')
  return drawn
}

/** The same draws for the same seed (xorshift32). */
function drawing(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

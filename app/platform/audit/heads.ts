import { now } from '../clock'
import type { StudyDb } from '../database'
import { readable } from '../seal'
import type { Vault } from '../vault'
import { type Ask, CHAINS, type ChainName, chains } from './chains'
import { lastLink, sealChain } from './sealing'

/** How a chain stands: its head (64 hex digits, empty before there is one), what it covers, and what it does not cover yet. */
export type ChainStanding = {
  readonly chain: ChainName
  readonly head: string
  readonly links: number
  readonly sealedAt: string | null
  readonly entries: number
  readonly unsealed: number
  /** When the oldest entry was written that is not sealed; null when all are. */
  readonly oldest: string | null
}

type Raw = { readonly $queryRawUnsafe: <Rows>(statement: string, ...values: unknown[]) => Promise<Rows> }

const asking =
  (db: Raw): Ask =>
  (statement, ...values) =>
    db.$queryRawUnsafe(statement, ...values)

/** Each chain is asked and sealed under the role whose it is. */
const askOf = (study: StudyDb, vault: Vault): Record<ChainName, Ask> => ({
  study: asking(study),
  vault: asking(vault.db),
})

/** Seals what is not sealed yet of both chains; gives how many entries of each. */
export async function sealAll(
  study: StudyDb,
  vault: Vault,
  how: { readonly all: boolean; readonly stop?: AbortSignal | undefined },
): Promise<Record<ChainName, number>> {
  const asks = askOf(study, vault)
  const sealed = { study: 0, vault: 0 }
  for (const name of CHAINS)
    sealed[name] = await sealChain(asks[name], chains[name], vault.keys.chain, { ...how, at: now() })
  return sealed
}

/** How both chains stand now. Throws when a last link is not what was made. */
export async function standing(study: StudyDb, vault: Vault): Promise<ChainStanding[]> {
  const asks = askOf(study, vault)
  return Promise.all(
    CHAINS.map(async (name) => {
      const { sealed, entries } = chains[name]
      const [last, [counted]] = await Promise.all([
        lastLink(asks[name], chains[name], vault.keys.chain),
        asks[name]<{ entries: number; unsealed: number }>(
          `SELECT (SELECT count(*)::int FROM ${sealed}) AS entries,
                  (SELECT count(*)::int FROM ${entries} e
                    WHERE NOT EXISTS (SELECT FROM ${sealed} s WHERE s.id = e.id)) AS unsealed`,
        ),
      ])
      const { n: links, head, at: sealedAt } = last
      const { entries: covered = 0, unsealed = 0 } = counted ?? {}
      const oldest = unsealed > 0 ? await oldestOf(name, asks[name], vault) : null
      return { chain: name, head, links, sealedAt, entries: covered, unsealed, oldest }
    }),
  )
}

/** Of so many of the vault the moment is looked up: each has to be opened. */
const OPENED = 2_000

async function oldestOf(name: ChainName, ask: Ask, { keys }: Vault): Promise<string | null> {
  const { entries, sealed } = chains[name]
  const tail = `FROM ${entries} e WHERE NOT EXISTS (SELECT FROM ${sealed} s WHERE s.id = e.id)`
  if (name === 'study') {
    const [row] = await ask<{ at: Date | null }>(`SELECT min(e.at) AS at ${tail}`)
    return row?.at?.toISOString() ?? null
  }
  const rows = await ask<{ id: string; sealed: Uint8Array }>(
    `SELECT e.id::text AS id, e.sealed ${tail} LIMIT ${OPENED}`,
  )
  const moments = rows.flatMap((row) => {
    const said = readable(() => keys.audit.open(row.sealed, `vault_entry:${row.id}`))
    return said === null ? [] : [JSON.parse(said).at as string]
  })
  return moments.sort()[0] ?? null
}

/** Asks a database: a statement with its values, and the rows that it gives. Of Prisma or of plain `pg`, whoever has one. */
export type Ask = <Row>(statement: string, ...values: readonly unknown[]) => Promise<Row[]>

/** The chains: what was done in the study and with accounts, and what was done in the vault. */
export const CHAINS = ['study', 'vault'] as const
export type ChainName = (typeof CHAINS)[number]

/**
 * Where a chain stands: its entries, the links that cover them, and which entries stand in a link. `said` is all that an entry
 * says but its payload, as a JSON list of texts that is the same on every PostgreSQL; `payload` what can be erased of it.
 */
export type Chain = {
  readonly name: ChainName
  readonly entries: string
  readonly seals: string
  readonly sealed: string
  readonly id: 'int8' | 'uuid'
  readonly said: string
  readonly payload: string
  /** Beyond which of its entries one that is not sealed yet is looked for each time, and not each hour. */
  readonly recent: string
}

const list = (columns: readonly string[]) => `json_build_array(${columns.join(', ')})::text`
const hex = (column: string) => `encode(e.${column}, 'hex')`

export const chains: Readonly<Record<ChainName, Chain>> = {
  study: {
    name: 'study',
    entries: 'audit.entry',
    seals: 'audit.seal',
    sealed: 'audit.sealed',
    id: 'int8',
    said: list(
      'at day study_id actor role origin verb subject subject_id request'.split(' ').map((name) => `e.${name}::text`),
    ),
    payload: `e.salt::text AS salt, e.details::text AS details, ${hex('erased')} AS erased`,
    recent: 'e.id > (SELECT coalesce(max(s.id), 0) - 100000 FROM audit.sealed s)',
  },
  vault: {
    name: 'vault',
    entries: 'audit.vault_entry',
    seals: 'audit.vault_seal',
    sealed: 'audit.vault_sealed',
    id: 'uuid',
    said: list([
      ...'study_alias month verb'.split(' ').map((name) => `e.${name}::text`),
      ...['subject_hash', 'request_hash', 'sealed'].map(hex),
    ]),
    payload: 'NULL AS salt, NULL AS details, NULL AS erased',
    // what it is called says nothing of when it was
    recent: 'true',
  },
}

import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { type Prisma, PrismaClient } from '../../prisma/client/client'
import { log } from './log'
import { type Role, rolePasswords } from './secrets'

type IdentityModel =
  | 'person'
  | 'supervisorIdentity'
  | 'supervision'
  | 'consentForm'
  | 'keyEntry'
  | 'consentAnswer'
  | 'consentPaper'
  | 'letter'
  | 'accessCode'
  | 'device'
  | 'rotation'
  | 'proof'
  | 'errand'
  | 'breach'
  | 'upload'
  | 'uploadChunk'
  | 'doNotAsk'
  | 'mailPace'
  | 'account'
  | 'session'
type Opened<Tx> = Tx & {
  readonly $transaction: <T>(
    body: (tx: Tx) => Promise<T>,
    options?: { maxWait?: number; timeout?: number; isolationLevel?: Prisma.TransactionIsolationLevel },
  ) => Promise<T>
  readonly $disconnect: () => Promise<void>
}

/** Inside a transaction of the study's role: everything under a pseudonym, and the audit. No names. */
export type StudyTx = Omit<Prisma.TransactionClient, IdentityModel | 'vaultEntry' | 'vaultSeal' | 'sealedVaultEntry'>
/** Inside a transaction of the vault's role: names, accounts, consent forms, and the audit. No answers. */
export type VaultTx = Pick<
  Prisma.TransactionClient,
  IdentityModel | 'auditEntry' | 'vaultEntry' | '$queryRaw' | '$executeRaw' | '$queryRawUnsafe' | '$executeRawUnsafe'
>
/** The study's connections (role koppel_study). The types only say early what the database refuses anyway. */
export type StudyDb = Opened<StudyTx>
/** The vault's connections (role koppel_vault). */
export type VaultDb = Opened<VaultTx>

/** Where each role connects; the owner only where something is migrated. */
export type Connections = {
  readonly owner?: string
  readonly study: string
  readonly vault: string
  readonly analyst: string
  readonly jobs: string
}

/** The open connections of one process. The queue makes its own from `jobsUrl`. */
export type Databases = {
  readonly study: StudyDb
  readonly vault: VaultDb
  readonly analyst: pg.Pool
  readonly jobsUrl: string
  readonly close: () => Promise<void>
}

/** Whether an address of a database says who its owner is: without one there is nobody to migrate it. */
export const namesOwner = (address: string): boolean => new URL(address).username !== ''

/** Where each role connects in a database: that of an owner's address, or of one without a user, which gives no owner. */
export function connectionsOf(address: string, secret: string): Connections {
  const passwords = rolePasswords(secret)
  const urlOf = (role: Role) => {
    const url = new URL(address)
    url.username = role
    url.password = passwords[role]
    return url.href
  }
  return {
    ...(namesOwner(address) && { owner: address }),
    study: urlOf('koppel_study'),
    vault: urlOf('koppel_vault'),
    analyst: urlOf('koppel_analyst'),
    jobs: urlOf('koppel_jobs'),
  }
}

// Few connections a process: PostgreSQL allows a hundred in all, and two cores are busy with eight.
const POOL = { study: 8, vault: 4, analyst: 2 }

// Prepared once per connection and statement, planned by the server after a few uses: about half again as fast.
const statementName = ({ sql }: { sql: string }) => createHash('sha1').update(sql).digest('base64')

/** A connection that broke while idle: the pool makes another, so it is worth a line and no more. */
const onPoolError = (error: Error) => log.warn({ reason: error.message }, 'an idle database connection was lost')

// A day is a day: pg would make it midnight of this machine's zone.
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.DATE
      ? String
      : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

// Prisma reads and writes moments as if every session were in UTC, and pg reads days as ISO: a database or role may be
// set to speak otherwise.
const options = '-c TimeZone=UTC -c DateStyle=ISO'

/** Commits are there at once for everybody, and on the disk a moment later: a machine that dies loses the last of them. */
const HASTY = `${options} -c synchronous_commit=off`

function client(url: string, max: number, hasty = false): PrismaClient {
  // statements are kept as long as the connection: it is renewed now and then, or they would pile up
  const pool = {
    connectionString: url,
    options: hasty ? HASTY : options,
    max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    maxLifetimeSeconds: 900,
  }
  const adapter = new PrismaPg(pool, { onPoolError, statementNameGenerator: statementName })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 30_000 } })
}

/**
 * Opens the pools of a process; nothing connects before it is used.
 * Close them after the worker and the queues, before the web server and the database. `hasty` waits for no disk: for what can be
 * done again from its beginning.
 */
export function openDatabases(connections: Connections, { hasty = false } = {}): Databases {
  const study = client(connections.study, POOL.study, hasty)
  const vault = client(connections.vault, POOL.vault, hasty)
  const analyst = new pg.Pool({ connectionString: connections.analyst, options, max: POOL.analyst, types })
  analyst.on('error', onPoolError)
  return {
    study: study as StudyDb,
    vault: vault as VaultDb,
    analyst,
    jobsUrl: connections.jobs,
    close: async () => {
      await Promise.all([study.$disconnect(), vault.$disconnect(), analyst.end()])
    },
  }
}

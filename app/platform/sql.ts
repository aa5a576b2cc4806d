import { Prisma } from '../../prisma/client/client'

/** Pieces of raw SQL that carry their values as parameters: for `$queryRaw` and `$executeRaw` put together from parts. */
export const { sql, join, empty } = Prisma
/** A name of ours (a table, a column) as SQL; never anything that somebody sent. */
export const named = (name: string): Prisma.Sql => Prisma.raw(`"${name}"`)
/** A piece of SQL with its values. */
export type Sql = Prisma.Sql

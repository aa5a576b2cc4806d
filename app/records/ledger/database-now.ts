import { aheadMs } from '../../platform/clock'
import { sql } from '../../platform/sql'

/**
 * Machine time by the database's clock: how old a claim is must be the same for all workers, whatever their own clocks say.
 * Moved as far as KOPPEL_NOW moves time.
 */
export const databaseNow = () => sql`(clock_timestamp() + make_interval(secs => ${aheadMs() / 1000}::double precision))`

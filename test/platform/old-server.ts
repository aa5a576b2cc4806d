import { chownSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execute, serverUser } from '../../app/platform/embedded/binaries'
import { freePort } from '../../app/platform/embedded/postmaster'
import { afterwards } from '../afterwards'
import { needs } from '../require'
import { connected } from './connect'

const initdb = needs('/usr/lib/postgresql/15/bin/initdb')
/** Debian's PostgreSQL 15; null where it is not installed. */
export const pg_ctl = initdb && needs('/usr/lib/postgresql/15/bin/pg_ctl')

/** A server of the oldest version that is supported, as a data centre would run it. Its owner is no superuser. */
export async function oldServer(home: string): Promise<string> {
  const cluster = join(home, 'cluster')
  const password = join(home, 'password')
  const user = serverUser(cluster)
  mkdirSync(cluster, { mode: 0o700 })
  writeFileSync(password, 'p\n')
  if (user.uid !== undefined && user.gid !== undefined) chownSync(cluster, user.uid, user.gid)
  await execute(`${initdb}`, ['-D', cluster, '-U', 'root', '--pwfile', password, '--auth=scram-sha-256', '-N'], user)
  const port = await freePort(undefined)
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`
  await execute(`${pg_ctl}`, ['start', '-w', '-s', '-D', cluster, '-l', join(cluster, 'log'), '-o', options], user)
  afterwards(() => execute(`${pg_ctl}`, ['stop', '-w', '-s', '-m', 'immediate', '-D', cluster], user))
  const superuser = `postgresql://root:p@127.0.0.1:${port}/postgres`
  await connected(superuser, async (client) => {
    await client.query(`CREATE ROLE keeper LOGIN CREATEROLE PASSWORD 'k'`)
    await client.query('CREATE DATABASE cohort OWNER keeper')
  })
  return `postgresql://keeper:k@127.0.0.1:${port}/cohort`
}

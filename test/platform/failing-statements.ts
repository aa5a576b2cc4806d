// A process that logs what goes wrong in the vault: each statement has a name in it, and fails. Its stderr is the test's.
import { openDatabases } from '../../app/platform/database'
import { log } from '../../app/platform/log'
import { asPlainError } from '../../app/platform/plain-error'

const { urls, name } = JSON.parse(process.env.FAILING ?? '{}')
const databases = openDatabases(urls)
const { vault } = databases
const id = '00000000-0000-4000-8000-000000000001'
const account = { id, email: `${name}@koppel.example`, name, role: 'analyst', passwordHash: '' }

/** Each is wrong in a way that the database or the client says something about. */
const FAILING: Readonly<Record<string, () => unknown>> = {
  'there already': () => vault.account.createMany({ data: account }),
  'there already, in SQL': () => vault.$executeRaw`INSERT INTO identity.account SELECT * FROM identity.account`,
  'breaks a check': () => vault.$executeRaw`
    INSERT INTO identity.device (id, supervisor_id, token_hash, until_month)
    VALUES (gen_random_uuid(), gen_random_uuid(), '', ${name})`,
  'of another type': () => vault.$queryRaw`SELECT ${name}::uuid`,
  'no fitting field': () => vault.person.createMany({ data: { ...account, surname: name } as never }),
  'refers to nothing': () =>
    vault.session.createMany({ data: { tokenHash: Buffer.from(name), accountId: name, startedAt: '', seenAt: '' } }),
  'no JSON': () => JSON.parse(`${name} is no JSON`),
  'no JSON further on': () => JSON.parse(`{"bornOn":"1985-04-11","surname":"${name}",}`),
  'a message of our own': () => {
    throw new RangeError(`no address for "${name}" <${name}@koppel.example>`)
  },
}

await vault.account.createMany({ data: account, skipDuplicates: true })
for (const [what, fail] of Object.entries(FAILING)) {
  try {
    await fail()
    log.error({ what }, 'nothing was wrong')
  } catch (caught) {
    const err = caught as Error
    log.error({ what, err }, 'it failed')
    log.error({ err: new Error('around it', { cause: err }) }, 'a cause')
    log.error({ err: new AggregateError([err], 'several') }, 'several')
    log.error({ error: err, reason: err }, 'by another key')
    log.warn({ reason: err.message }, 'its message')
    log.error({ err })
    log.error(err)
    log.error({ kept: asPlainError(err).stack }, 'as a queue keeps it')
  }
}
await databases.close()

import { expect, test } from 'vitest'
import { isRetryable, retrying } from '../../app/platform/retry'
import { freshDatabase } from '../database'

const { study, urls } = await freshDatabase()

test('a lost serialisation is told from a mistake', () => {
  expect(isRetryable({ code: 'P2034' })).toBe(true)
  expect(isRetryable(new Error('x', { cause: { originalCode: '40001' } }))).toBe(true)
  expect(isRetryable(Object.assign(new Error('x'), { code: 'P2002' }))).toBe(false)
  expect(isRetryable(undefined)).toBe(false)
})

test.each([
  [{ code: 'P1001' }, "Can't reach database server at 127.0.0.1:5432"],
  [{ code: 'P1017' }, 'Server has closed the connection.'],
  [
    { code: 'P2010' },
    'Raw query failed. Code: `57P01`. Message: `terminating connection due to administrator command`',
  ],
  [{ code: 'P2039' }, 'Database error. Code: `57P03`. Message: `the database system is starting up`'],
  [{}, 'Connection terminated unexpectedly'],
  [{}, 'Client has encountered a connection error and is not queryable'],
])('what a restart of the database breaks is done again: %j %s', (more, message) => {
  expect(isRetryable(Object.assign(new Error(message), more))).toBe(true)
})

test('a mistake in raw SQL is none of these', () => {
  const message = 'Raw query failed. Code: `23505`. Message: `duplicate key value`'
  expect(isRetryable(Object.assign(new Error(message), { code: 'P2010' }))).toBe(false)
})

test('transactions that cross are all carried out', async () => {
  const digest = 'crossing'
  const ids = { id: crypto.randomUUID(), studyId: crypto.randomUUID() }
  await study.replay.create({ data: { ...ids, digest, folder: '', lastOn: new Date('2012-12-31T00:00:00Z') } })
  const lengthen = () =>
    retrying(() =>
      study.$transaction(
        async (tx) => {
          const { folder } = await tx.replay.findUniqueOrThrow({ where: { digest } })
          await tx.replay.update({ where: { digest }, data: { folder: `${folder}x` } })
        },
        { isolationLevel: 'Serializable' },
      ),
    )
  await Promise.all(Array.from({ length: 3 }, lengthen))
  expect((await study.replay.findUniqueOrThrow({ where: { digest } })).folder).toBe('xxx')
})

test('a connection that the server ends in the middle is retried', async () => {
  const { default: pg } = await import('pg')
  const owner = new pg.Client({ connectionString: urls.owner })
  await owner.connect()
  let attempts = 0
  await retrying(() =>
    study.$transaction(async (tx) => {
      const [mine] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
      if (attempts++ === 0) await owner.query('SELECT pg_terminate_backend($1, 5000)', [mine?.pid])
      await tx.study.count()
    }),
  )
  await owner.end()
  expect(attempts).toBe(2)
})

test('what fails for another reason fails at once', async () => {
  let attempts = 0
  const failing = retrying(async () => {
    attempts++
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(attempts).toBe(1)
})

import { expect, test, vi } from 'vitest'
import { suppressed } from '../../app/mail/transport'
import { systemToday } from '../../app/platform/clock'
import { inquire } from '../../app/records/intake/inquire'
import { openQueue } from '../../jobs/queues'
import { startWorker } from '../../jobs/worker'
import { connected } from '../platform/connect'
import { addressFor, mailWorld } from './world'

vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent' // it fails on purpose
})

test('a job that failed of a row is kept without the row', async () => {
  const world = await mailWorld()
  const { jobsUrl, urls } = world.database
  const { registrationId } = await world.client('Aalders', 'Berends', systemToday())
  expect(await inquire(world.database.study, world.on(systemToday()), registrationId)).toMatchObject({ ok: true })
  await connected(urls.owner, (owner) =>
    owner.query(`
      CREATE FUNCTION public.quoting() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'not this one: "Aalders" <${addressFor('Berends')}>' USING DETAIL = 'Aalders'; END $$;
      CREATE TRIGGER quoting BEFORE UPDATE ON study.mail_envelope FOR EACH ROW EXECUTE FUNCTION public.quoting()`),
  )
  const queue = openQueue({ jobsUrl })
  const worker = await startWorker(world.desk(suppressed), { jobsUrl })
  try {
    await queue.enqueue('minute', {})
    await expect.poll(() => queue.queue.getFailedCount(), { timeout: 20_000 }).toBeGreaterThan(0)
    const [job] = await queue.queue.getFailed()
    expect(job?.failedReason).toContain('not this one')
    expect(job?.stacktrace?.join()).toContain('outgoing-mail')
    const kept = JSON.stringify(await queue.queue.getFailed())
    expect(kept).not.toMatch(/Aalders|Berends|reclassering/i)
  } finally {
    await worker.close()
    await queue.close()
  }
})

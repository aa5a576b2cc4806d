import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endAlarm, raiseAlarm } from '../../app/records/running/alarms'
import { noteBackupRun } from '../../app/records/running/backups'
import { noteRun } from '../../app/records/running/runs'
import { openQueue, openWorker, type WorkQueue } from '../../jobs/queues'
import { restoreTimetable } from '../../jobs/timetable'
import { MET } from '../people'
import type { World } from '../world'
import { canLook, faultsOf, overflow, signInAs } from './browser'
import type { House } from './house'
import { twiceSeen } from './twice-seen'

describe.runIf(canLook)('jobs and alarms', () => {
  let house: House
  let world: World
  let queue: WorkQueue
  /** The same person in two browsers: one without JavaScript, one in which axe can look. */
  let page: Page
  let seeing: Page

  beforeAll(async () => {
    ;({ house, world, page, seeing } = await twiceSeen())
    for (const one of [page, seeing]) await become(one, 'beheer')
    queue = openQueue({ jobsUrl: house.database.jobsUrl })
  })
  afterAll(() => queue?.close())

  const become = async (one: Page, who: string) => {
    await one.context().clearCookies()
    await signInAs(one, who)
  }
  const faults = async () => {
    await seeing.goto(page.url())
    return faultsOf(seeing)
  }
  /** A job that a worker could not do. */
  const failing = async () => {
    await queue.queue.drain()
    const worker = openWorker({ jobsUrl: house.database.jobsUrl }, async () => {
      throw new Error('cannot read "Aalders" <aalders@reclassering.example>')
    })
    await queue.enqueue('non-response', {})
    await expect.poll(() => queue.queue.getFailedCount(), { timeout: 20_000 }).toBe(1)
    await worker.close()
  }

  test('before anything ran the page says so', async () => {
    await page.goto('/jobs')
    await page.getByText('Er is geen alarm.').waitFor()
    await page.getByText('De worker heeft nog niet gedraaid').waitFor()
    await page.getByText('Er is niets mislukt').waitFor()
    await page.getByText('Er is nog geen back-up gemaakt').waitFor()
    await page.getByText('Er is nog geen post').waitFor()
    expect(await faults()).toEqual([])
  })

  test('alarms, what recurs and the mail are shown', async () => {
    await restoreTimetable(queue)
    await noteRun(world.db, world.on(MET), 'daily-sweep')
    await raiseAlarm(world.db, world.on(MET), { kind: 'work_differs', amount: 3 })
    await endAlarm(world.db, world.on(MET), 'work_differs')
    await raiseAlarm(world.db, world.on(MET), { kind: 'mail_late', amount: 12 })
    const made = { outcome: 'made', file: 'one.age', bytes: 12_345_678, sha256: 'ab', seconds: 1 }
    await noteBackupRun(world.db, { kind: 'backup', ...made })
    await noteBackupRun(world.db, { kind: 'drill', ...made, bytes: null, outcome: 'backup_damaged' })
    await noteBackupRun(world.db, { kind: 'drill', ...made, bytes: null, outcome: 'vault_closed' })
    await world.inquired('Aalders')
    await page.goto('/jobs')
    await page.getByText('Berichten die langer dan een uur wachten: 12').waitFor()
    await page.getByRole('row', { name: /Stukken werk die anders bleken.*3/ }).waitFor()
    await page.getByRole('row', { name: /Ronde van de dag/ }).waitFor()
    await page.getByRole('row', { name: /Back-up .* gemaakt 12,3/ }).waitFor()
    await page.getByRole('row', { name: /Proef met terugzetten .* geen hele back-up/ }).waitFor()
    await page.getByRole('row', { name: /niet gelukt \(vault_closed\)/ }).waitFor()
    await page.getByText('Gaat nog weg').waitFor()
    expect(await faults()).toEqual([])
  })

  test('a job that failed is done again, without its values', async () => {
    await failing()
    await page.goto('/jobs')
    const row = page.getByRole('row', { name: /Sluiten wat niet beantwoord is/ }).filter({ hasText: 'cannot read' })
    await row.getByText('cannot read "…" <…>').waitFor()
    expect(await page.content()).not.toMatch(/aalders@/i)
    expect(await faults()).toEqual([])
    await row.getByRole('button', { name: /Opnieuw doen/ }).click()
    await page.getByRole('alert').getByText('De taak wordt opnieuw gedaan.').waitFor()
    await page.getByText('Er is niets mislukt').waitFor()
    expect(await queue.queue.getWaitingCount()).toBe(1)
  })

  test('a job that is gone is said to be', async () => {
    await failing()
    await page.goto('/jobs')
    const [failed] = await queue.queue.getFailed()
    await failed?.remove()
    await page.getByRole('button', { name: /Opnieuw doen/ }).click()
    await page.getByRole('alert').getByText('Deze taak is er niet meer').waitFor()
  })

  test('the queue is emptied by whoever is sure, and the timetable stays', async () => {
    await queue.enqueue('send-codes', {})
    const waiting = await queue.queue.getWaitingCount()
    await page.goto('/jobs')
    await page.getByRole('button', { name: 'Wachtrij leegmaken' }).click()
    await page.getByRole('alert').getByText('Zet een vinkje').waitFor()
    expect(await queue.queue.getWaitingCount()).toBe(waiting)
    await page.getByLabel('Ja, maak de wachtrij leeg').check()
    await page.getByRole('button', { name: 'Wachtrij leegmaken' }).click()
    await page
      .getByRole('alert')
      .getByText(/weggehaald/)
      .waitFor()
    expect(await queue.queue.getWaitingCount()).toBe(0)
    expect(await restoreTimetable(queue)).toEqual([])
    const deeds = await world.db.auditEntry.findMany({ where: { verb: { in: ['retry_job', 'drain_queue'] } } })
    expect(deeds.map(({ verb }) => verb).sort()).toEqual(['drain_queue', 'retry_job'])
  })

  test('it is told in English, fits a telephone, and is nobody else’s', async () => {
    await page.getByRole('button', { name: 'English' }).click()
    await page.goto('/jobs')
    await page.getByText('Messages that wait for more than an hour: 12').waitFor()
    await seeing.setViewportSize({ width: 390, height: 844 })
    await seeing.goto('/jobs')
    expect(await overflow(seeing)).toBeLessThanOrEqual(0)
    await become(page, 'coordinator')
    expect((await page.goto('/jobs'))?.status()).toBe(404)
  })
})

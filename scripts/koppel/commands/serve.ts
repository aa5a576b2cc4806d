import { openDatabases } from '../../../app/platform/database'
import { environment, inEarnest } from '../../../app/platform/environment'
import { prepareHome, releaseHome } from '../../../app/platform/prepare'
import { deskOf } from '../../../jobs/desk'
import { askedToEnd } from '../../ending'
import type { Arguments } from '../arguments'
import type { Command } from '../command'

// the web server and the queue come when they are asked for: every other command would read them in vain
const surroundings = async ({ home }: Arguments) => {
  const settings = environment({ ...inEarnest(process.env), KOPPEL_HOME: home })
  return { settings, prepared: await prepareHome({ home: settings.home }) }
}

export const serveCommand: Command = {
  words: ['serve'],
  about: 'serve the pages until interrupted, as npm start does',
  run: async (given) => {
    const { serve } = await import('../../serve')
    const { settings, prepared } = await surroundings(given)
    const serving = await serve(prepared, settings)
    process.stderr.write(`${serving.address}\n`)
    await askedToEnd()
    await serving.close()
    await releaseHome(prepared)
    return null
  },
}

const LOOK_EVERY_MS = 60_000

export const workCommand: Command = {
  words: ['work'],
  about: 'do the jobs of the timetable and the queue until interrupted',
  run: async (given) => {
    const { startWorker } = await import('../../../jobs/worker')
    const { bouncesAt } = await import('../../../jobs/bounces')
    const { sendingOf, tellingOf, transportOf } = await import('../../../jobs/transports')
    const { planOf } = await import('../../../jobs/backup/plan')
    const { keepLookout } = await import('../../../jobs/lookout')
    const { settings, prepared } = await surroundings(given)
    const databases = openDatabases(prepared.connections)
    const backups = planOf(settings, prepared)
    const desk = deskOf(databases, prepared, {
      transport: transportOf(settings, databases.study),
      sending: sendingOf(settings),
      baseUrl: settings.baseUrl,
      ...(backups && { backups }),
      ...(settings.bounces && { bounces: bouncesAt(settings.bounces, settings.home) }),
    })
    const worker = await startWorker(desk, { jobsUrl: databases.jobsUrl, redisUrl: settings.redisUrl })
    const watched = {
      study: desk.study,
      sending: desk.sending,
      backups: backups !== undefined,
      tell: tellingOf(settings),
    }
    const lookout = keepLookout(watched, LOOK_EVERY_MS)
    await askedToEnd()
    await lookout.close()
    await worker.close()
    await databases.close()
    await releaseHome(prepared)
    return null
  },
}

import { Agent, get, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { createDemoAccounts } from '../../app/identity/accounts'
import { freshDatabase, type TestDatabase } from '../database'
import { signedIn } from '../identity/leaks/course'
import { ORIGIN, startWeb, type WebProcess } from './web-process'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await createDemoAccounts(database.vault)
})

test('who signs in at one process goes on at the other, and who signs out is out at both', async () => {
  const demo = { KOPPEL_MODE: 'demo' }
  const [one, other] = await Promise.all([startWeb(database, demo), startWeb(database, demo)])
  const cookie = await signedIn(one.base, 'coordinator@koppel.example')
  const today = ({ base }: WebProcess) =>
    fetch(`${base}/sign-in`, { headers: { Cookie: cookie }, redirect: 'manual' }).then(({ status }) => status)
  // who is in is sent on from the page where one signs in
  expect([await today(one), await today(other)]).toEqual([302, 302])
  await fetch(`${other.base}/sign-out`, {
    method: 'POST',
    headers: { Cookie: cookie, Origin: other.base },
    redirect: 'manual',
  })
  expect([await today(one), await today(other)]).toEqual([200, 200])
}, 120_000)

/** A page over a connection that is kept: its status, or why there was none. */
const page = (base: string, agent: Agent) =>
  new Promise<number | string>((resolve) => {
    get(`${base}/sign-in`, { agent }, (response: IncomingMessage) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0))
      response.once('error', (error) => resolve(error.message))
    }).once('error', (error) => resolve(error.message))
  })

const LOOK_EVERY_MS = 500

/** Shares requests out among those that are ready, as a proxy does: it looks, and keeps connections. */
function proxy(webs: readonly WebProcess[]) {
  const shares = webs.map(({ base }) => ({ base, agent: new Agent({ keepAlive: true, maxSockets: 4 }), ready: true }))
  let over = false
  const look = async () => {
    while (!over) {
      for (const share of shares)
        share.ready = await fetch(`${share.base}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        )
      await wait(LOOK_EVERY_MS)
    }
  }
  const counts = new Map<string, number>()
  const visitor = async () => {
    for (let turn = 0; !over; turn++) {
      const open = shares.filter(({ ready }) => ready)
      const share = open[turn % open.length]
      if (!share) {
        await wait(50)
        continue
      }
      const came = await page(share.base, share.agent)
      counts.set(String(came), (counts.get(String(came)) ?? 0) + 1)
    }
  }
  const all = [look(), ...Array.from({ length: 8 }, visitor)]
  return {
    counts,
    end: async () => {
      over = true
      await Promise.all(all)
      for (const { agent } of shares) agent.destroy()
    },
  }
}

test('a process that is ended under load loses no request', async () => {
  const webs = await Promise.all([startWeb(database), startWeb(database)])
  const [one, other] = webs as [WebProcess, WebProcess]
  const load = proxy(webs)
  await expect.poll(() => load.counts.get('200') ?? 0, { timeout: 30_000 }).toBeGreaterThan(20)
  one.kill('SIGTERM')
  await expect.poll(async () => (await fetch(`${one.base}/readyz`)).text()).toBe('not ready: ending\n')
  expect((await fetch(`${one.base}/healthz`)).headers.get('Connection')).toBe('close')
  expect(await one.ended).toMatchObject({ code: 0 })
  const before = load.counts.get('200') ?? 0
  await expect.poll(() => load.counts.get('200') ?? 0, { timeout: 30_000 }).toBeGreaterThan(before + 20)
  await load.end()
  expect([...load.counts.keys()]).toEqual(['200'])
  other.kill('SIGKILL')
}, 120_000)

/** A request that was begun and never ends. */
async function stuck({ base }: WebProcess): Promise<void> {
  const socket = connect(Number(new URL(base).port), '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(
    `POST /sign-in HTTP/1.1\r\nHost: x\r\nOrigin: ${ORIGIN}\r\nContent-Type: application/x-www-form-urlencoded\r\n`,
  )
  socket.write('Content-Length: 100\r\n\r\nemail=')
  await wait(500)
}

test('a request that never ends keeps the process for a while, a second signal ends it at once', async () => {
  const [patient, hurried] = await Promise.all([startWeb(database), startWeb(database)])
  await Promise.all([patient, hurried].map(stuck))
  for (const web of [patient, hurried]) web.kill('SIGTERM')
  // npm and a terminal both pass on the same signal: that is one
  hurried.kill('SIGTERM')
  await wait(2_000)
  hurried.kill('SIGTERM')
  const { code, after } = await hurried.ended
  expect(code).toBe(1)
  expect(after).toBeLessThan(4_900)
  const cut = await patient.ended
  expect(cut.code).toBe(0)
  expect(cut.after).toBeGreaterThan(15_000)
  expect(cut.after).toBeLessThan(30_000)
}, 120_000)

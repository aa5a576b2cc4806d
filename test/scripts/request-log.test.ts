import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../database'
import { startWeb, type WebProcess } from './web-process'

let web: WebProcess
beforeAll(async () => {
  web = await startWeb(await freshDatabase())
}, 120_000)

type Line = Readonly<Record<string, unknown>>
const lines = (): Line[] =>
  web
    .logged()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
const idOf = (response: Response) => response.headers.get('X-Request-Id') ?? ''
const of = (response: Response) => () => lines().filter(({ requestId }) => requestId === idOf(response))

test('a request has one number, in its answer and in its lines, and never one that it brought along', async () => {
  const brought = '11111111-2222-4333-8444-555555555555'
  const response = await fetch(`${web.base}/sign-in`, { headers: { 'X-Request-Id': brought } })
  expect(idOf(response)).toMatch(/^[0-9a-f-]{36}$/)
  await expect.poll(of(response)).toHaveLength(1)
  expect(of(response)()[0]).toMatchObject({ msg: 'asked', method: 'GET', path: '/sign-in', status: 200 })
  expect(web.logged()).not.toContain(brought)
})

test('what cannot be read as an address is answered and told under its number', async () => {
  const response = await fetch(`${web.base}/answer/%E0%A4%A/rights`)
  await expect.poll(of(response)).not.toHaveLength(0)
  for (const line of of(response)()) expect(String(line.path)).toMatch(/^\/answer\/…$|^undefined$/)
})

test('nothing that a request carries stands in the log: cookie, authorization, token, address of mail, form', async () => {
  const secret = 'Zeeltje-7f3a'
  const to = [
    `/answer/${secret}`,
    `/${secret}@example.org`,
    `/sign-in?next=/${secret}`,
    `/dyads/${secret}.data?_=${secret}`,
  ]
  const headers = {
    Cookie: `__Host-session=${secret}; session=${secret}; theme=${secret}`,
    Authorization: `Bearer ${secret}`,
    Referer: `https://koppel.example.org/answer/${secret}`,
    'User-Agent': secret,
    'X-Forwarded-For': `${secret}, 192.0.2.9`,
  }
  const body = new URLSearchParams({ email: `${secret}@example.org`, password: secret, name: secret })
  for (const path of to) {
    const [got, posted] = await Promise.all([
      fetch(web.base + path, { headers, redirect: 'manual' }),
      fetch(web.base + path, {
        method: 'POST',
        body,
        headers: { ...headers, Origin: web.base },
        redirect: 'manual',
      }),
    ])
    for (const response of [got, posted]) await expect.poll(of(response), { message: path }).not.toHaveLength(0)
  }
  expect(web.logged()).not.toContain(secret)
  expect(web.logged()).not.toContain('192.0.2.9')
})

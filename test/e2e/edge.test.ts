import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type RequestListener, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeAll, describe, expect, test } from 'vitest'
import { afterwards } from '../afterwards'
import { canLook, look, signInAs } from './browser'
import { emptyStudy, type House, openHouse } from './house'

describe.runIf(canLook)('a form without JavaScript', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
    await emptyStudy(house)
  })

  test.each([
    ['says our own origin', null, (own: string) => own],
    ['says none where something on the way forbids it', 'no-referrer', () => 'null'],
  ])('%s, and is taken', async (_, policy, origin) => {
    const between = await proxy(house.base, policy)
    const page = await look(between.base, { javaScriptEnabled: false })
    await signInAs(page, 'coordinator')
    await page.getByRole('button', { name: 'Afmelden' }).waitFor()
    expect(between.posted).toMatchObject([{ origin: origin(between.base), 'sec-fetch-site': 'same-origin' }])
  })

  test.each(['origin', 'no-referrer'])(
    'on the page of another site is not carried out, whatever that site makes the browser say (%s)',
    async (policy) => {
      const page = await look(await otherSite(house.base, policy), { javaScriptEnabled: false })
      await page.goto('/')
      await page.getByRole('button', { name: 'Win' }).click()
      await page.getByText('This form came from another place and was not carried out.').waitFor()
    },
  )
})

/** What stands between a browser and us, and sets a policy of its own for pages. Notes what came with each form. */
async function proxy(target: string, policy: string | null) {
  const posted: IncomingHttpHeaders[] = []
  const base = await listening('localhost', (asked, answer) => {
    const { method, url = '/', headers } = asked
    if (method === 'POST') posted.push(headers)
    const onward = request(new URL(url, target), { method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 500, {
        ...response.headers,
        ...(policy && { 'referrer-policy': policy }),
      })
      response.pipe(answer)
    })
    asked.pipe(onward)
  })
  return { base, posted }
}

/** A site of somebody else's, whose one button sends a form to us. Gives where it is. */
function otherSite(target: string, policy: string): Promise<string> {
  const form = `<form method="post" action="${target}/theme"><input name="theme" value="dark"><button>Win</button></form>`
  return listening('127.0.0.1', (_request, response) => {
    response.setHeader('Referrer-Policy', policy)
    response.setHeader('Content-Type', 'text/html').end(`<!doctype html><html lang="en"><title>Win</title>${form}`)
  })
}

async function listening(host: string, answers: RequestListener): Promise<string> {
  const server = createServer(answers)
  server.listen(0, host)
  await once(server, 'listening')
  afterwards(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://${host}:${(server.address() as AddressInfo).port}`
}

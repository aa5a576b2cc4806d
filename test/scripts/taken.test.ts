import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { writeReadableStreamToWritable } from '@remix-run/node'
import express from 'express'
import { afterEach, expect, test } from 'vitest'
import { paced } from '../../app/routes/gate/paced'
import { taken } from '../../scripts/web/taken'

const PIECE = Buffer.alloc(256 * 1024, 1)
const PIECES = 200
let close = () => {}
afterEach(() => close())

/** A server that hands out fifty megabytes as Remix does, and what it read of them so far. */
async function serving() {
  const read = { pieces: 0, over: false }
  async function* bytes() {
    try {
      for (; read.pieces < PIECES; read.pieces += 1) yield PIECE
    } finally {
      read.over = true
    }
  }
  const app = express().get('/', (_request, response) => {
    const body = paced({ taken: () => taken(response) }, bytes())
    void writeReadableStreamToWritable(body, response)
  })
  const server = app.listen(0, '127.0.0.1')
  close = () => {
    server.closeAllConnections()
    server.close()
  }
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const [response] = (await once(get(`http://127.0.0.1:${port}/`), 'response')) as [IncomingMessage]
  return { read, response }
}

test('a file is read as far as it is taken, and no further when its reader leaves', async () => {
  const { read, response } = await serving()
  response.pause()
  await wait(500)
  // what lies in the buffers of both ends
  expect(read.pieces).toBeLessThan(PIECES / 4)
  response.destroy()
  await expect.poll(() => read.over).toBe(true)
  expect(read.pieces).toBeLessThan(PIECES / 2)
})

test('whoever takes all of it gets all of it', async () => {
  const { read, response } = await serving()
  let size = 0
  for await (const piece of response) size += (piece as Buffer).length
  expect([size, read.over]).toEqual([PIECES * PIECE.length, true])
})

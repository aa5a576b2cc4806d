import { createServer } from 'node:net'

const LOOPBACK = '127.0.0.1'

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, LOOPBACK, () => probe.close(() => resolve(true)))
  })

/** The first port from this one on that nobody uses; links in messages are made with it. Throws after twenty. */
export async function freePort(from: number): Promise<number> {
  for (let port = from; port < from + 20; port++) if (await isFree(port)) return port
  throw new Error(`ports ${from} to ${from + 19} are all in use: set PORT to a free one`)
}

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** How often garbage is collected while somebody works so; as often as that is not seen in how long it takes. */
const EVERY_MS = 500

let running = 0
let collecting: NodeJS.Timeout | undefined

/**
 * Does work that makes much garbage in little memory: it is collected as it comes, not once there is a heap full of it,
 * for as long as this goes on anywhere in the process. Sealing twenty thousand rows needs half of the memory so.
 */
export async function lean<T>(work: () => Promise<T>): Promise<T> {
  if (running++ === 0) begin()
  try {
    return await work()
  } finally {
    if (--running === 0) end()
  }
}

function begin(): void {
  setFlagsFromString('--optimize-for-size')
  // the collector has a handle in contexts that are made from now on, and in none besides
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  setFlagsFromString('--no-expose-gc')
  collecting = setInterval(() => collect(), EVERY_MS)
}

function end(): void {
  setFlagsFromString('--no-optimize-for-size')
  clearInterval(collecting)
}

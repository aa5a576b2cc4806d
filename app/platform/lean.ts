import { setFlagsFromString } from 'node:v8'

let running = 0

/**
 * Does work that makes much garbage in little memory: it is collected as it comes, not once there is a heap full of it,
 * for as long as this goes on anywhere in the process. Sealing twenty thousand rows needs half of the memory so.
 */
export async function lean<T>(work: () => Promise<T>): Promise<T> {
  if (running++ === 0) setFlagsFromString('--optimize-for-size')
  try {
    return await work()
  } finally {
    if (--running === 0) setFlagsFromString('--no-optimize-for-size')
  }
}

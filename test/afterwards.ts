import { afterAll } from 'vitest'

const closing: (() => unknown)[] = []

// Registered while the test file is read: a hook that is added inside another hook would never be called.
afterAll(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** Has something closed when the calling test file has ended, what was opened last first; wherever this is called from. */
export const afterwards = (close: () => unknown) => closing.push(close)

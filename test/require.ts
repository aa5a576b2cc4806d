import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

/** Names under which a program may be installed; the first that is there is taken. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
}

const executable = (path: string) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function find(program: string): string | null {
  if (isAbsolute(program)) return existsSync(program) ? program : null
  const folders = (process.env.PATH ?? '').split(delimiter)
  const paths = (OTHER_NAMES[program] ?? [program]).flatMap((name) => folders.map((folder) => join(folder, name)))
  return paths.find(executable) ?? null
}

/**
 * A program outside this project that a test needs: `redis-server`, `chromium`, or an absolute path.
 * Returns where it lies, or null when it is not installed (the test then runs nothing).
 * Throws under REQUIRE_ALL=1: there, what cannot run has failed.
 */
export function needs(program: string): string | null {
  const path = find(program)
  if (!path && process.env.REQUIRE_ALL === '1')
    throw new Error(`${program} is not installed, and REQUIRE_ALL=1 asks for it`)
  return path
}

import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs'
import type { Answer } from './command'
import { refusedAnswer } from './command'

/**
 * Runs with a new file of this path that nobody else on this machine reads (0600), and fills it with what `run` gives;
 * a refusal leaves none. The file is made first, so that nothing is opened for one that cannot be written. Refused as
 * `file_exists`, also for a link: its rights or its place would be another's. Refused as `no_folder` when there is none.
 */
export async function intoOwnFile(
  path: string,
  run: () => Promise<{ readonly contents: string; readonly answer: Answer } | Answer>,
): Promise<Answer> {
  let file: number
  try {
    file = openSync(path, 'wx', 0o600)
  } catch (error) {
    const refused = refusalOf(path, (error as NodeJS.ErrnoException).code)
    if (refused) return refused
    throw error
  }
  let written = false
  try {
    const made = await run()
    if (!('contents' in made)) return made
    writeFileSync(file, made.contents)
    written = true
    return made.answer
  } finally {
    closeSync(file)
    if (!written) rmSync(path)
  }
}

function refusalOf(path: string, code: string | undefined): Answer | null {
  if (code === 'EEXIST')
    return refusedAnswer('file_exists', `${path} is there already. Choose another name, or take that file away first.`)
  if (code === 'ENOENT') return refusedAnswer('no_folder', `The folder of ${path} is not there. Make it first.`)
  return null
}

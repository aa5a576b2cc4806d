import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stopEmbedded } from '../../app/platform/embedded/server'
import { main } from '../koppel/main'

// Replays the published cohort into an empty home and prints what it took: wall time, rows a second, peak memory.
const COHORT = join(import.meta.dirname, '../demo/cohort')
const home = mkdtempSync(join(tmpdir(), 'koppel-bench-'))
chmodSync(home, 0o755)
const write = (text: string) => process.stdout.write(text)

try {
  let answer = ''
  const begun = performance.now()
  const code = await main(['replay', COHORT, '--home', home, '--json'], { out: (text) => (answer += text), err: write })
  const seconds = (performance.now() - begun) / 1000
  if (code !== 0) throw new Error(answer)
  const { mail, played_to } = JSON.parse(answer) as { mail: { planned: number }; played_to: string }
  const megabytes = process.resourceUsage().maxRSS / 1024
  write(
    `played to ${played_to}, ${mail.planned} messages planned: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB at most\n`,
  )
} finally {
  await stopEmbedded(home)
  rmSync(home, { recursive: true, force: true })
}

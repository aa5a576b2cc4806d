import { exit, stderr, stdout } from 'node:process'
import { main } from './koppel/main'

// whoever read along has read enough (`koppel … | head`)
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  exit()
})
process.exitCode = await main(process.argv.slice(2), {
  out: (text) => new Promise((taken) => stdout.write(text, taken)),
  err: (text) => stderr.write(text),
})

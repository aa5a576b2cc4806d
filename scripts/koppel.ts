import { stderr, stdout } from 'node:process'
import { main } from './koppel/main'

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => new Promise((taken) => stdout.write(text, taken)),
  err: (text) => stderr.write(text),
})

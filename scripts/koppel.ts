import { stderr, stdout } from 'node:process'
import { main } from './koppel/main'

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
})

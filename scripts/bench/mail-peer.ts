import { SMTPServer } from 'smtp-server'

// A mail server in a process of its own that takes everything: says its port, and with each line on its input how many
// messages it took since the last.
let taken = 0
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onData: (stream, _, callback) => {
    stream.resume()
    stream.on('end', () => {
      taken++
      callback(null, 'taken for delivery')
    })
  },
})
server.on('error', () => {})
server.listen(0, '127.0.0.1', () => console.log((server.server.address() as { port: number }).port))
process.stdin.on('data', () => {
  console.log(taken)
  taken = 0
})
process.stdin.on('end', () => process.exit(0))

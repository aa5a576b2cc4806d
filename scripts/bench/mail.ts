import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createTransport } from 'nodemailer'
import pg from 'pg'
import { compose } from '../../app/mail/compose'
import { smtpTransport } from '../../app/mail/smtp'
import { openDatabases } from '../../app/platform/database'
import { stopEmbedded } from '../../app/platform/embedded/server'
import { prepareHome } from '../../app/platform/prepare'
import { day } from '../../app/protocol/day'
import { ANY_TIME } from '../../app/protocol/sending'
import { createStudy } from '../../app/records/studies'
import { deskOf } from '../../jobs/desk'
import { sendWaitingMail } from '../../jobs/outgoing-mail'
import { inquiriesDue } from './due-mail'

// How long a study's due mail takes by SMTP, with the ledger, the looks and the links, beside plain pooled nodemailer that
// sends as many messages of the same words to the same server over as many connections, in the same run.
const COUNT = Number(process.argv[2] ?? 10_000)
const LANES = Number(process.argv[3] ?? 4)
const ON = day('2012-08-15')
const FROM = 'onderzoek@koppel.example'

const write = (text: string) => process.stdout.write(`${text}\n`)

const peer = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'mail-peer.ts')], {
  stdio: ['pipe', 'pipe', 'inherit'],
})
const said = createInterface({ input: peer.stdout })[Symbol.asyncIterator]()
const heard = async () => Number((await said.next()).value)
const taken = () => {
  peer.stdin.write('\n')
  return heard()
}
const url = `smtp://127.0.0.1:${await heard()}`

/** Messages a second of something that sends all; throws when the server did not take each once. */
async function rate(send: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await send()
  const seconds = (performance.now() - begun) / 1000
  const count = await taken()
  if (count !== COUNT) throw new Error(`the server took ${count} of ${COUNT}`)
  return COUNT / seconds
}

async function plainly(): Promise<void> {
  const mailer = createTransport({ url, pool: true, maxConnections: LANES }, { from: FROM })
  const signed = {
    title: { nl: 'Studie', en: 'Study' },
    senderName: null,
    replyTo: null,
    signature: { nl: null, en: null },
  }
  let left = COUNT
  const lane = async () => {
    while (left-- > 0) {
      const asked = { until: ON, link: `https://koppel.example/answer/${left}` }
      const written = compose('nl', signed, [{ kind: 'inquiry', pseudonym: 'ABC-DEF-GHJ', asked }])
      await mailer.sendMail({ to: { name: 'Naam', address: `s${left}@reclassering.example` }, ...written })
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  mailer.close()
}

const home = mkdtempSync(join(tmpdir(), 'koppel-bench-'))
chmodSync(home, 0o755) // root's server runs as another user, who has to get in
const prepared = await prepareHome({ home, env: {} })
const databases = openDatabases(prepared.connections)
const transport = smtpTransport(url, FROM, LANES)
try {
  const given = { code: 'mail', protocol: 'werkalliantie', name: 'mail', today: ON, actor: 'system' }
  const study = await createStudy(databases.study, given)
  const occasion = { study, actor: 'system', today: ON }
  const desk = deskOf(databases, prepared, {
    transport,
    sending: { ...ANY_TIME, lanes: LANES, perMinute: 1_000_000 },
    baseUrl: 'https://koppel.example',
  })
  await inquiriesDue(prepared.connections.owner ?? '', desk, { occasion, count: COUNT })
  const before = await rate(plainly)
  const ours = await rate(() => sendWaitingMail(desk, occasion))
  const after = await rate(plainly)
  const owner = new pg.Client({ connectionString: prepared.connections.owner })
  await owner.connect()
  const { rows } = await owner.query('SELECT state, count(*)::int FROM study.mail_envelope GROUP BY 1')
  await owner.end()
  write(
    `${COUNT} messages over ${LANES} connections to one server on this machine; the ledger says ${JSON.stringify(rows)}`,
  )
  write(`plain pooled nodemailer: ${before.toFixed(0)} a second before, ${after.toFixed(0)} after`)
  write(`with ledger, links, pace and a look before each: ${ours.toFixed(0)} a second`)
  write(`ratio: ${(ours / ((before + after) / 2)).toFixed(2)}`)
} finally {
  transport.close?.()
  await databases.close()
  await stopEmbedded(home)
  rmSync(home, { recursive: true, force: true })
  peer.stdin.end()
}

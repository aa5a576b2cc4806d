import { UsageError } from './arguments'
import type { Command } from './command'

/** Everything the command line can do. A command is loaded when it is called: none pays for what another one needs. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  import: () => import('./commands/import').then(({ importCommand }) => importCommand),
  replay: () => import('./commands/replay').then(({ replayCommand }) => replayCommand),
  simulate: () => import('./commands/simulate').then(({ simulateCommand }) => simulateCommand),
  flow: () => import('./commands/flow').then(({ flowCommand }) => flowCommand),
  rates: () => import('./commands/rates').then(({ ratesCommand }) => ratesCommand),
  deviations: () => import('./commands/deviations').then(({ deviationsCommand }) => deviationsCommand),
  worklist: () => import('./commands/worklist').then(({ worklistCommand }) => worklistCommand),
  followup: () => import('./commands/follow-up').then(({ followUpCommand }) => followUpCommand),
  queues: () => import('./commands/queue').then(({ queuesCommand }) => queuesCommand),
  queue: () => import('./commands/queue').then(({ queueCommand }) => queueCommand),
  score: () => import('./commands/score').then(({ scoreCommand }) => scoreCommand),
  report: () => import('./commands/report').then(({ reportCommand }) => reportCommand),
  agreement: () => import('./commands/agreement').then(({ agreementCommand }) => agreementCommand),
  window: () => import('./commands/window').then(({ windowCommand }) => windowCommand),
  reconcile: () => import('./commands/reconcile').then(({ reconcileCommand }) => reconcileCommand),
  'instrument import': () => import('./commands/instrument').then(({ instrumentImport }) => instrumentImport),
  'instrument list': () => import('./commands/instrument').then(({ instrumentList }) => instrumentList),
  'instrument show': () => import('./commands/instrument').then(({ instrumentShow }) => instrumentShow),
  'instrument use': () => import('./commands/instrument').then(({ instrumentUse }) => instrumentUse),
  'release verify': () => import('./commands/release').then(({ releaseVerify }) => releaseVerify),
  release: () => import('./commands/release').then(({ releaseCommand }) => releaseCommand),
  retention: () => import('./commands/retention').then(({ retentionCommand }) => retentionCommand),
  'access-file': () => import('./commands/access-file').then(({ accessFileCommand }) => accessFileCommand),
  'account add': () => import('./commands/account').then(({ accountAdd }) => accountAdd),
  'interviewer add': () => import('./commands/interviewer').then(({ interviewerAdd }) => interviewerAdd),
  'interviewer qualify': () => import('./commands/interviewer').then(({ interviewerQualify }) => interviewerQualify),
  'interviewer list': () => import('./commands/interviewer').then(({ interviewerList }) => interviewerList),
  jobs: () => import('./commands/jobs').then(({ jobsCommand }) => jobsCommand),
  alarms: () => import('./commands/jobs').then(({ alarmsCommand }) => alarmsCommand),
  bounces: () => import('./commands/jobs').then(({ bouncesCommand }) => bouncesCommand),
  'audit head': () => import('./commands/audit').then(({ auditHead }) => auditHead),
  'audit verify': () => import('./commands/audit').then(({ auditVerify }) => auditVerify),
  'privacy-report': () => import('./commands/privacy-report').then(({ privacyReport }) => privacyReport),
  'keys list': () => import('./commands/keys').then(({ keysList }) => keysList),
  'keys rotate': () => import('./commands/keys').then(({ keysRotate }) => keysRotate),
  'keys retire': () => import('./commands/keys').then(({ keysRetire }) => keysRetire),
  'backup key': () => import('./commands/backup').then(({ backupKey }) => backupKey),
  backup: () => import('./commands/backup').then(({ backupCommand }) => backupCommand),
  restore: () => import('./commands/backup').then(({ restoreCommand }) => restoreCommand),
  'db start': () => import('./commands/database').then(({ dbStart }) => dbStart),
  'db stop': () => import('./commands/database').then(({ dbStop }) => dbStop),
  'db url': () => import('./commands/database').then(({ dbUrl }) => dbUrl),
  config: () => import('./commands/config').then(({ configCommand }) => configCommand),
  migrate: () => import('./commands/database').then(({ migrateCommand }) => migrateCommand),
  serve: () => import('./commands/serve').then(({ serveCommand }) => serveCommand),
  work: () => import('./commands/serve').then(({ workCommand }) => workCommand),
}

/** The command that the words begin with, and what follows them. Throws UsageError when there is none. */
export async function commandNamed(words: readonly string[]): Promise<{ command: Command; rest: readonly string[] }> {
  const plain = words.filter((word) => word !== '--json')
  const name = Object.keys(COMMANDS).find((one) => one.split(' ').every((word, place) => plain[place] === word))
  const load = name === undefined ? undefined : COMMANDS[name]
  if (!load) throw new UsageError(plain.length === 0 ? 'a command is missing' : `there is no command ${plain[0]}`)
  const command = await load()
  const json = plain.length < words.length ? ['--json'] : []
  return { command, rest: [...plain.slice(command.words.length), ...json] }
}

/** One line a command. */
export async function usage(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()))
  const lines = commands.map((one) => [callOf(one), one.about] as const)
  const width = Math.max(...lines.map(([call]) => call.length))
  return `\nkoppel COMMAND [--json] [--home DIR] [--study CODE]\n\n${lines.map(([call, about]) => `  ${call.padEnd(width)}  ${about}\n`).join('')}`
}

const callOf = ({ words, parameters = [], optional = [], options = {}, flags = [] }: Command) =>
  [
    ...words,
    ...parameters,
    ...optional.map((name) => `[${name}]`),
    ...Object.entries(options).map(([name, { value, required }]) =>
      required ? `--${name} ${value}` : `[--${name} ${value}]`,
    ),
    ...flags.map((name) => `[--${name}]`),
  ].join(' ')

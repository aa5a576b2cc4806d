import { UsageError } from './arguments'
import type { Command } from './command'
import { accessFileCommand } from './commands/access-file'
import { accountAdd } from './commands/account'
import { agreementCommand } from './commands/agreement'
import { auditVerify } from './commands/audit'
import { dbStart, dbStop, dbUrl, migrateCommand } from './commands/database'
import { deviationsCommand } from './commands/deviations'
import { flowCommand } from './commands/flow'
import { importCommand } from './commands/import'
import { instrumentImport, instrumentList, instrumentShow, instrumentUse } from './commands/instrument'
import { interviewerAdd, interviewerList, interviewerQualify } from './commands/interviewer'
import { alarmsCommand, bouncesCommand, jobsCommand } from './commands/jobs'
import { keysList, keysRetire, keysRotate } from './commands/keys'
import { privacyReport } from './commands/privacy-report'
import { queueCommand, queuesCommand } from './commands/queue'
import { ratesCommand } from './commands/rates'
import { reconcileCommand } from './commands/reconcile'
import { releaseCommand } from './commands/release'
import { replayCommand } from './commands/replay'
import { retentionCommand } from './commands/retention'
import { scoreCommand } from './commands/score'
import { serveCommand, workCommand } from './commands/serve'
import { simulateCommand } from './commands/simulate'
import { windowCommand } from './commands/window'
import { worklistCommand } from './commands/worklist'

/** Everything the command line can do. */
export const COMMANDS: readonly Command[] = [
  importCommand,
  replayCommand,
  simulateCommand,
  flowCommand,
  ratesCommand,
  deviationsCommand,
  worklistCommand,
  queuesCommand,
  queueCommand,
  scoreCommand,
  agreementCommand,
  windowCommand,
  reconcileCommand,
  instrumentImport,
  instrumentList,
  instrumentShow,
  instrumentUse,
  releaseCommand,
  retentionCommand,
  accessFileCommand,
  accountAdd,
  interviewerAdd,
  interviewerQualify,
  interviewerList,
  jobsCommand,
  alarmsCommand,
  bouncesCommand,
  auditVerify,
  privacyReport,
  keysList,
  keysRotate,
  keysRetire,
  dbStart,
  dbStop,
  dbUrl,
  migrateCommand,
  serveCommand,
  workCommand,
]

/** The command that the words begin with, and what follows them. Throws UsageError when there is none. */
export function commandNamed(words: readonly string[]): { command: Command; rest: readonly string[] } {
  const plain = words.filter((word) => word !== '--json')
  const command = COMMANDS.find((one) => one.words.every((word, index) => plain[index] === word))
  if (!command) throw new UsageError(plain.length === 0 ? 'a command is missing' : `there is no command ${plain[0]}`)
  const json = plain.length < words.length ? ['--json'] : []
  return { command, rest: [...plain.slice(command.words.length), ...json] }
}

/** One line a command. */
export function usage(): string {
  const lines = COMMANDS.map((one) => [callOf(one), one.about] as const)
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

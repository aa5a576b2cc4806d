import { parseArgs } from 'node:util'
import { type Day, parseDay } from '../../app/protocol/day'

/** The command was called in a way that does not exist; the message says what is wrong. */
export class UsageError extends Error {}

/** What a command says of what may stand after its words. */
export type Shape = {
  readonly parameters?: readonly string[]
  /** What may stand after these, or not. */
  readonly optional?: readonly string[]
  readonly options?: Readonly<Record<string, { readonly value: string; readonly required?: boolean }>>
  /** Options that take nothing after them. */
  readonly flags?: readonly string[]
}

/** What a command was given: its parameters and options, and what every command takes. */
export type Arguments = {
  readonly json: boolean
  /** The folder of the embedded database, its secret and files. */
  readonly home: string
  /** The study that is meant; the newest one when it is not given. */
  readonly study: string | undefined
  readonly parameters: readonly string[]
  readonly option: (name: string) => string | undefined
  readonly flag: (name: string) => boolean
}

const GENERAL = { json: { type: 'boolean' }, home: { type: 'string' }, study: { type: 'string' } } as const

/** Reads what stands after a command's words. Throws UsageError on an unknown option, or a missing or superfluous parameter. */
export function readArguments(command: Shape, rest: readonly string[]): Arguments {
  const own = Object.keys(command.options ?? {}).map((name) => [name, { type: 'string' as const }] as const)
  const flags = (command.flags ?? []).map((name) => [name, { type: 'boolean' as const }] as const)
  const { values, positionals } = parsed(rest, { ...GENERAL, ...Object.fromEntries([...own, ...flags]) })
  const wanted = command.parameters ?? []
  if (positionals.length < wanted.length) throw new UsageError(`${wanted[positionals.length]} is missing`)
  const most = wanted.length + (command.optional ?? []).length
  if (positionals.length > most) throw new UsageError(`${positionals[most]} is one too many`)
  for (const [name, { required }] of Object.entries(command.options ?? {})) {
    if (required && values[name] === undefined) throw new UsageError(`--${name} is missing`)
  }
  const option = (name: string) => values[name] as string | undefined
  return {
    json: values.json === true,
    home: option('home') ?? process.env.KOPPEL_HOME ?? '.koppel',
    study: option('study'),
    parameters: positionals,
    option,
    flag: (name) => values[name] === true,
  }
}

function parsed(args: readonly string[], options: Record<string, { type: 'string' | 'boolean' }>) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** A day given as YYYY-MM-DD; undefined when the option was not given. Throws UsageError when it is no day. */
export function dayOption(given: Arguments, name: string): Day | undefined {
  const text = given.option(name)
  if (text === undefined) return undefined
  const day = parseDay(text)
  if (!day) throw new UsageError(`--${name} takes a day written YYYY-MM-DD`)
  return day
}

/** One of a few words; the first when the option was not given. Throws UsageError when it is none of them. */
export function choiceOption<C extends string>(given: Arguments, name: string, choices: readonly [C, ...C[]]): C {
  const text = given.option(name) ?? choices[0]
  const choice = choices.find((one) => one === text)
  if (!choice) throw new UsageError(`--${name} takes one of: ${choices.join(', ')}`)
  return choice
}

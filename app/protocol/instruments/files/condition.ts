/** A test of one question: of the answer itself, or (with `choice`) of one of several answers that may be ticked. */
type Test = {
  readonly kind: 'test'
  readonly item: string
  readonly choice?: string
  readonly operator: Operator
  readonly value: string
}
/** A condition as REDCap (branching logic) and XLSForm (relevant) write it, as far as it is about single answers. */
export type Condition =
  | Test
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>='

type Token =
  | { readonly is: 'item'; readonly name: string; readonly choice?: string }
  | { readonly is: 'literal' | 'operator' | 'word'; readonly text: string }

const TOKEN =
  /\s*(?:\[([a-z]\w*)(?:\(([^()[\]]*)\))?\]|\$\{\s*([^{}\s]+)\s*\}|'([^']*)'|"([^"]*)"|(-?\d+(?:\.\d+)?)|(<>|!=|<=|>=|=|<|>)|([a-z][\w-]*|[(),]))/iy
/** What is longer is no condition that anybody wrote by hand, nor one that we support. */
const LONGEST = 2_000

/**
 * The condition that a text is: comparisons of one question with one answer, `selected(…)`, `and`, `or`, `not(…)` and
 * brackets, with `and` before `or`. Undefined when it is anything else (sums, dates, other events, functions).
 */
export function conditionOf(text: string): Condition | undefined {
  const tokens = text.length > LONGEST ? undefined : tokensOf(text)
  if (!tokens) return undefined
  const reading = { tokens, at: 0 }
  const condition = joined(reading, 'or')
  return reading.at === tokens.length ? condition : undefined
}

/**
 * Whether some part of a condition holds in REDCap or XLSForm while its question is left open: not equal, not selected, a
 * box that was not ticked, or the opposite of a comparison.
 */
export function holdsLeftOpen(condition: Condition, turned = false): boolean {
  if (condition.kind === 'not') return holdsLeftOpen(condition.part, !turned)
  if (condition.kind !== 'test') return condition.parts.some((part) => holdsLeftOpen(part, turned))
  const { choice, operator, value } = condition
  const open = choice !== undefined && value === '0' ? operator === '=' : operator === '!='
  return value !== '' && open !== turned
}

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = []
  const whole = text.trimEnd()
  TOKEN.lastIndex = 0
  for (let at = 0; at < whole.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(whole)
    if (!found) return undefined
    const [, square, choice, curly, single, double, number, operator, word] = found
    const name = square ?? curly
    const literal = single ?? double ?? number
    if (name !== undefined) tokens.push({ is: 'item', name, ...(choice === undefined ? {} : { choice }) })
    else if (literal !== undefined) tokens.push({ is: 'literal', text: literal })
    else if (operator !== undefined) tokens.push({ is: 'operator', text: operator === '<>' ? '!=' : operator })
    else tokens.push({ is: 'word', text: (word ?? '').toLowerCase() })
  }
  return tokens
}

type Reading = { readonly tokens: readonly Token[]; at: number }

const word = (reading: Reading, text: string): boolean => {
  const token = reading.tokens[reading.at]
  if (token?.is !== 'word' || token.text !== text) return false
  reading.at += 1
  return true
}

function joined(reading: Reading, by: 'or' | 'and'): Condition | undefined {
  const parts: Condition[] = []
  do {
    const part = by === 'or' ? joined(reading, 'and') : single(reading)
    if (!part) return undefined
    parts.push(part)
  } while (word(reading, by))
  return parts.length === 1 ? parts[0] : { kind: by, parts }
}

function single(reading: Reading): Condition | undefined {
  if (word(reading, 'not')) {
    const part = word(reading, '(') ? joined(reading, 'or') : undefined
    return part && word(reading, ')') ? { kind: 'not', part } : undefined
  }
  if (word(reading, 'selected')) return selected(reading)
  if (word(reading, '(')) {
    const inner = joined(reading, 'or')
    return inner && word(reading, ')') ? inner : undefined
  }
  const [item, operator, value] = reading.tokens.slice(reading.at, reading.at + 3)
  if (item?.is !== 'item' || operator?.is !== 'operator' || value?.is !== 'literal') return undefined
  reading.at += 3
  const { name, choice } = item
  const test = { kind: 'test', item: name, operator: operator.text as Operator, value: value.text } as const
  return choice === undefined ? test : { ...test, choice: choice.trim() }
}

/** What `selected(${item}, 'choice')` asks of a question with one answer and with several is told apart by its kind. */
function selected(reading: Reading): Condition | undefined {
  if (!word(reading, '(')) return undefined
  const item = reading.tokens[reading.at++]
  const comma = word(reading, ',')
  const value = reading.tokens[reading.at++]
  if (item?.is !== 'item' || !comma || value?.is !== 'literal' || !word(reading, ')')) return undefined
  return { kind: 'test', item: item.name, choice: value.text, operator: '=', value: '1' }
}

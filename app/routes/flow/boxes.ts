import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import type { Language } from '../../i18n/language'
import { share, shownCount } from '../../i18n/numbers'
import { speak } from '../../i18n/speak'
import { FEW, type Shown } from '../../protocol/disclosure/small-cells'
import type { Stage } from '../../protocol/stages'
import type { StudyProtocol } from '../../protocol/study'
import type { ShownFlow } from '../../records/flow/shown'
import type { FlowBox, FlowExit, FlowLine } from '../../ui/flow-layout'
import type { Asked } from './asked'
import { namesOf } from './named'

type Drawn = {
  readonly protocol: StudyProtocol
  readonly language: Language
  /** Which part is shown, for the links to the lists; null when nobody may follow them, or there is no page to be on. */
  readonly query: Asked['query'] | null
}

/** The flow as the drawing and the table show it: the steps of §2 and the waves after, each with those who leave there. */
export function boxesOf(flow: ShownFlow, { protocol, language, query }: Drawn): FlowBox[] {
  const names = namesOf(protocol, language)
  const say = speak(language)
  const listOf = (n: Shown, of: { step: string; stage?: string; reason?: string; left?: 'any' }) =>
    query && n !== 0 ? link.flowCases({ ...query, ...of }) : null
  const line = (key: string, label: string, n: Shown, href: string | null): FlowLine => ({
    key,
    label,
    count: drawn(n),
    written: shownCount(language, n),
    href,
  })
  const exit = ({ step, left, reasons }: ShownFlow['steps'][number]): FlowExit | null => {
    const lines = Object.entries(reasons).map(([reason, n]) =>
      line(reason, names.reason(step, reason), n, listOf(n, { step, reason })),
    )
    if (lines.length === 0) return null
    const zeros = lines.filter((one) => one.count === 0).length
    // of a few who left it is hidden what for: a line for every reason would say nothing
    const told = left === FEW ? [] : lines
    return {
      label: names.exit(step),
      count: drawn(left),
      written: shownCount(language, left),
      href: listOf(left, { step, left: 'any' }),
      reasons: told,
      zeros: zeros > 0 ? say(words.flow.zeros, { n: zeros }) : null,
    }
  }
  return flow.steps.map((one, index) => {
    const { step, entered, there, on } = one
    const last = index === flow.steps.length - 1
    return {
      ...line(step, names.step(step), entered, listOf(entered, { step })),
      notes: notesOf(flow, step, { protocol, language }),
      // who came to the end does not wait for anything
      there: last
        ? []
        : Object.entries(there).map(([stage, n]) =>
            line(stage, names.stage(step, stage as Stage), n, listOf(n, { step, stage })),
          ),
      exit: exit(one),
      on: drawn(on),
      onWritten: shownCount(language, on),
      last,
    }
  })
}

/** How wide a hidden count is drawn: always the same, so that the drawing tells no more than the text. */
const HIDDEN = 2.5
const drawn = (n: Shown): number => (typeof n === 'number' ? n : HIDDEN)

/** What is said of a wave: the response, at the first, and how many of each side there are. */
function notesOf(flow: ShownFlow, step: string, { protocol, language }: Omit<Drawn, 'query'>): string[] {
  const at = protocol.waves.findIndex(({ name }) => name === step)
  const answered = flow.waves[step]
  if (at < 0 || !answered) return []
  const say = speak(language)
  const n = (value: Shown) => shownCount(language, value)
  const { clients, supervisors, dyads } = answered
  const pairs = say(words.flow.pairs, { clients: n(clients), supervisors: n(supervisors), dyads: n(dyads) })
  const came = (name: string) => flow.steps.find((one) => one.step === name)?.entered
  const [interviewed, approachable] = [came(step), came('approach')]
  const both = typeof interviewed === 'number' && typeof approachable === 'number'
  const response = both ? share(language, interviewed, approachable) : ''
  return at === 0 && response ? [say(words.flow.response, { share: response }), pairs] : [pairs]
}

import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { checkSync } from 'recheck'
import { expect, test } from 'vitest'
import { patternsIn, type Written } from './patterns/written'

const root = fileURLToPath(new URL('..', import.meta.url))
const { written, made } = patternsIn(root)

/**
 * Patterns whose time grows faster than the text, and the longest text that they meet. Whoever runs the installation wrote
 * what the last ones read: nobody else's text comes there.
 */
const BOUNDED: Readonly<Record<string, number>> = {
  // a line of a mailbox (app/mail/bounces/mbox.ts: LONGEST_LINE)
  '^From .*\\d{1,2}:\\d{2}.*\\d{4}': 2_000,
  // a cell (app/protocol/extract/folded.ts: LONGEST)
  '^[\\s\\u200b\\u2060\\ufeff]+|[\\s\\u200b\\u2060\\ufeff]+$': 10_000,
  // a cell of a questionnaire's file (app/protocol/instruments/files/sheet.ts: LONGEST_CELL)
  '<(script|style)\\b[^<>]*>[\\s\\S]{0,2000}?<\\/\\1\\s{0,20}>|<!--[\\s\\S]{0,2000}?-->': 20_000,
  // the parameters of a question (app/protocol/instruments/files/xlsform-question.ts: LONGEST)
  '(\\w+)\\s*=\\s*(-?[\\d.]+)': 200,
  // a format's code (app/platform/sheets/workbook/styles.ts: LONGEST)
  '"[^"]*"|\\\\.|_.|\\*.|\\[[^\\]]*\\]': 255,
  // the PIN that somebody chooses on their own device
  '^(\\d+)\\1+$': 200,
  // settings, the command line, the machine's own list of processes
  '([^\\s<>@]+@([^\\s<>@]+?))>?\\s*$': 500,
  '\\/+$': 500,
  '\\((.*)\\) (\\S)': 500,
  '^\\S+@\\S+$': 500,
}

/** No text of the allowed length may hold a page up longer, on a machine that does other work beside it. */
const LONGEST_MS = 1_000

const unlike = [...new Map(written.map((one) => [`/${one.source}/${one.flags}`, one]))]

test('patterns that are made while the program runs are known, and made of nothing foreign', () => {
  expect(made.sort()).toEqual([
    'app/platform/backup/manifest.ts',
    'app/platform/plain-error.ts',
    'app/routes/instruments/told.ts',
  ])
})

test('each of them is found, or this looks at nothing', () => {
  expect(unlike.length).toBeGreaterThan(150)
  expect(Object.keys(BOUNDED).filter((source) => !written.some((one) => one.source === source))).toEqual([])
})

test('the check finds what it is there for', () => {
  expect(checkSync('^(a+)+$', '').status).toBe('vulnerable')
  expect(checkSync('^a+$', '').status).toBe('safe')
})

test.each(unlike)('%s takes a time that grows with the text', (_, { source, flags, at }) => {
  const found = checkSync(source, flags, { timeout: 20_000 })
  if (found.status !== 'vulnerable') return expect([found.status, at]).toEqual(['safe', at])
  const most = BOUNDED[source]
  expect(most, `${at}: ${found.complexity.summary}`).toBeDefined()
  expect(found.complexity.type, at).toBe('polynomial')
  expect(tookOn({ source, flags, at }, attack(found.attack, most ?? 0))).toBeLessThan(LONGEST_MS)
})

/** The worst text of a length that the check knows of. */
function attack({ pumps, suffix }: { pumps: readonly Pump[]; suffix: string }, most: number): string {
  const each = Math.floor((most - suffix.length) / pumps.length)
  const pumped = pumps.map(({ prefix, pump }) => prefix + pump.repeat(Math.ceil(each / pump.length)))
  return pumped.join('').slice(0, most - suffix.length) + suffix
}
type Pump = { readonly prefix: string; readonly pump: string }

function tookOn({ source, flags }: Written, text: string): number {
  const pattern = new RegExp(source, flags)
  const began = performance.now()
  text.replace(pattern, '')
  return performance.now() - began
}

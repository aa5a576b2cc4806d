import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { auditIsWhole } from '../../../app/platform/audit/whole'
import { now } from '../../../app/platform/clock'
import { monthOf, parseDay } from '../../../app/protocol/day'
import { todayOf } from '../../../app/records/clock'
import { privacyRecord } from '../../../app/routes/privacy/record'
import { type Arguments, choiceOption, UsageError } from '../arguments'
import { answer, type Command } from '../command'
import { withStudy } from '../session'

export const privacyReport: Command = {
  words: ['privacy-report'],
  options: { out: { value: 'FILE' }, language: { value: 'nl|en' }, month: { value: 'YYYY-MM' } },
  about: 'what is held, why, how long, who can read it, and what was looked up in a month: for the privacy officer',
  run: (given) => {
    const language = choiceOption(given, 'language', ['nl', 'en'])
    const wanted = monthOption(given)
    return withStudy(given, async ({ databases, prepared, desk: { vault }, study }) => {
      const today = await todayOf(databases.study, study.id)
      const { owner } = prepared.connections
      const record = await privacyRecord({
        databases,
        vault,
        occasion: { study, actor: 'system', today },
        at: now(),
        month: wanted ?? monthOf(today),
        trail: owner ? await auditIsWhole(owner, prepared.keys) : null,
      })
      const out = given.option('out')
      if (out === undefined) return answer(record)
      const file = resolve(out)
      // drawing takes React: no other command needs to wait for it
      const { privacyDocument } = await import('../privacy/document')
      await writeFile(file, privacyDocument(record, language))
      return answer({ ...record, file })
    })
  },
}

/** The month given as YYYY-MM; undefined when it was not. Throws UsageError when it is none. */
function monthOption(given: Arguments): string | undefined {
  const text = given.option('month')
  if (text !== undefined && !(/^\d{4}-\d{2}$/.test(text) && parseDay(`${text}-01`)))
    throw new UsageError('--month takes a month written YYYY-MM')
  return text
}

import { ALARMS, type AlarmKind } from '../protocol/alarms'
import type { Written } from './compose'
import { escapeHtml, page, paragraph } from './html'

/**
 * The message of an alarm, in both languages: whoever runs the system is no user of it and chose none. Says which study,
 * what, since when and where to look; nothing of anybody in the study.
 */
export function composeAlarm(alarm: {
  readonly study: string
  readonly kind: AlarmKind
  readonly amount: number
  readonly raisedAt: Date
  readonly jobs: string
}): Written {
  const { what, look } = ALARMS[alarm.kind]
  const said = what(alarm.amount)
  const since = alarm.raisedAt.toISOString().slice(0, 16).replace('T', ' ')
  const lines = [
    `${said.nl} (${alarm.study}).`,
    `Sinds ${since} UTC. ${look.nl}`,
    `${said.en} (${alarm.study}).`,
    `Since ${since} UTC. ${look.en}`,
    alarm.jobs,
  ]
  return {
    subject: `[Koppel ${alarm.study}] ${said.nl} / ${said.en}`,
    text: `${lines.join('\n\n')}\n`,
    html: page('nl', lines.map((line) => paragraph(escapeHtml(line))).join('\n')),
  }
}

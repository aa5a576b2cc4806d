import { words } from '../../i18n/catalogue'
import { decimal } from '../../i18n/numbers'
import { refusalSentence } from '../../i18n/refusal'
import type { Say } from '../../i18n/speak'
import { Empty } from '../../ui/empty'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { Shown } from './shown'

/** The last back-ups and drills of the installation, and how they went. */
export function Backups({ backups }: Pick<Shown, 'backups'>) {
  const { say, language } = useSpeaking()
  const { jobs: w } = words
  const rows = backups.map(({ kind, at, outcome, bytes }, place) => ({
    key: `${place}`,
    cells: {
      what: say(words.backupKinds[kind]),
      when: at,
      outcome: worded(say, outcome),
      size: bytes === null ? '–' : decimal(language, bytes / 1e6, 1),
    },
  }))
  return (
    <section className="stack" aria-labelledby="backups">
      <h2 id="backups">{say(w.backups)}</h2>
      {rows.length === 0 ? (
        <Empty title={say(w.noBackups)}>{say(w.noBackupsAbout)}</Empty>
      ) : (
        <Table
          caption={say(w.backups)}
          hidden
          columns={[
            { key: 'what', label: say(w.backupWhat) },
            { key: 'when', label: say(w.backupWhen) },
            { key: 'outcome', label: say(w.backupOutcome) },
            { key: 'size', label: say(w.backupSize) },
          ]}
          parts={[{ key: 'backups', rows }]}
        />
      )}
    </section>
  )
}

/** A refusal was written down with its code alone, so its sentence is one that takes nothing. */
function worded(say: Say, outcome: string): string {
  const { backupOutcomes: outcomes, refusals, jobs: w } = words
  if (Object.hasOwn(outcomes, outcome)) return say(outcomes[outcome as keyof typeof outcomes])
  const plain = Object.hasOwn(refusals, outcome) && typeof refusals[outcome as keyof typeof refusals].en === 'string'
  return plain ? refusalSentence(say, { code: outcome }) : say(w.backupRefused, { code: outcome })
}

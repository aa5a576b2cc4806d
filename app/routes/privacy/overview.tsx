import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { wallMoment } from '../../i18n/moments'
import { count } from '../../i18n/numbers'
import { doing } from '../../i18n/words/doings'
import { Badge } from '../../ui/badge'
import { Empty } from '../../ui/empty'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { Ticking } from '../../ui/ticking'
import { breachTone } from '../gate/tones'
import { Codes } from './codes'
import { HeldTables } from './held-tables'
import type { PrivacyRecord } from './record'
import { Terms } from './terms'
import { mostUrgent } from './urgent'

/** The whole record: on the page, or in the document, which leads nowhere. */
export function Overview({ record, document = false }: { record: PrivacyRecord; document?: boolean }) {
  return (
    <div className="stack wide">
      <Breaches record={record} document={document} />
      <Looks record={record} />
      <HeldTables held={record.held} terms={record.terms} />
      <Terms terms={record.terms} due={record.due} />
      <Pages record={record} />
      <Trail record={record} />
    </div>
  )
}

/** That a breach waits to be reported, and how long there is. Nothing when none does. */
function UrgentBreach({ urgent, document }: { urgent: ReturnType<typeof mostUrgent>; document: boolean }) {
  const { say } = useSpeaking()
  if (!urgent) return null
  return (
    <Notice tone={urgent.ms < 0 ? 'late' : 'soon'} title={say(words.breaches.openTitle, { n: urgent.n })}>
      <p>
        <Ticking leftMs={urgent.ms} deadline={urgent.deadline} told={(ms) => say(words.breaches.left, { ms })} />{' '}
        {!document && <a href={link.breaches()}>{say(words.privacy.toBreaches)}</a>}
      </p>
    </Notice>
  )
}

function Breaches({ record: { breaches }, document }: { record: PrivacyRecord; document: boolean }) {
  const { say, language } = useSpeaking()
  const { breaches: w } = words
  return (
    <section className="stack">
      <UrgentBreach urgent={mostUrgent(breaches)} document={document} />
      {breaches.length === 0 ? (
        <p>{say(words.privacy.noBreaches)}</p>
      ) : (
        <Table
          caption={say(words.privacy.openBreaches)}
          columns={[
            { key: 'discovered', label: say(w.discovered) },
            { key: 'until', label: say(w.until) },
            { key: 'state', label: say(w.state) },
            { key: 'material', label: say(w.material) },
            { key: 'people', label: say(w.people), number: true },
          ]}
          parts={[
            {
              key: 'all',
              rows: breaches.map(({ discoveredAt, clock, material, people }, place) => ({
                key: `${place}`,
                cells: {
                  discovered: wallMoment(language, discoveredAt),
                  until: wallMoment(language, clock.deadline),
                  state: <Badge tone={breachTone[clock.state]}>{say(words.breachStates[clock.state])}</Badge>,
                  material: material.map((one) => say(words.breached[one])).join(', '),
                  people: count(language, people),
                },
              })),
            },
          ]}
        />
      )}
    </section>
  )
}

function Looks({ record: { looks, month } }: { record: PrivacyRecord }) {
  const { say, language } = useSpeaking()
  const { privacy: w } = words
  if (looks.length === 0) return <Empty title={say(w.looksIn, { month })}>{say(w.noLooksAbout)}</Empty>
  return (
    <Table
      caption={say(w.looksIn, { month })}
      small
      columns={[
        { key: 'doing', label: say(w.doing) },
        { key: 'role', label: say(w.role) },
        { key: 'count', label: say(w.count), number: true },
      ]}
      parts={[
        {
          key: 'all',
          rows: looks.map(({ verb, role, count: n }) => ({
            key: `${verb} ${role}`,
            cells: { doing: say(doing(verb)), role: say(roleNamed(role)), count: count(language, n) },
          })),
        },
      ]}
    />
  )
}

const KNOWN = { ...words.roles, ...words.actors }
const roleNamed = (role: string) => KNOWN[role as keyof typeof KNOWN] ?? words.actors.gone

function Pages({ record: { roles } }: { record: PrivacyRecord }) {
  const { say } = useSpeaking()
  const { privacy: w } = words
  return (
    <Table
      caption={say(w.people)}
      aside={say(w.peopleAbout)}
      columns={[
        { key: 'role', label: say(w.role) },
        { key: 'pages', label: say(w.pages) },
      ]}
      parts={[
        {
          key: 'all',
          rows: roles.map(({ role, pages }) => ({
            key: role,
            cells: { role: say(words.roles[role]), pages: <Codes all={pages} /> },
          })),
        },
      ]}
    />
  )
}

function Trail({ record: { trail } }: { record: PrivacyRecord }) {
  const { say, language } = useSpeaking()
  const { privacy: w } = words
  return (
    <section className="stack">
      <h2>{say(w.trail)}</h2>
      {trail === null && <p>{say(w.trailUnchecked)}</p>}
      {trail?.ok && <p>{say(w.trailWhole, { n: count(language, trail.entries) })}</p>}
      {trail && !trail.ok && (
        <Notice tone="late" title={say(w.trailBroken)}>
          <ul>
            {trail.faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  )
}

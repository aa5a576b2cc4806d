import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { count } from '../../i18n/numbers'
import { Empty } from '../../ui/empty'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { Ticks } from '../../ui/ticks'
import { Tiles } from '../../ui/tiles'
import { jobName } from './names'
import type { Shown } from './shown'

const STATES = ['waiting', 'active', 'delayed', 'failed'] as const

/** The queue as a whole: how many jobs in which state, those that failed and those at work. */
export function QueueNow({ counts, failed, active }: Pick<Shown, 'counts' | 'failed' | 'active'>) {
  const { say, language } = useSpeaking()
  const { jobs: w } = words
  if (!counts) return <Notice tone="late" title={say(w.queueAway)} />
  const tiles = STATES.map((state) => ({
    label: say(w[state]),
    value: count(language, counts[state]),
    zero: counts[state] === 0,
  }))
  return (
    <section className="stack" aria-labelledby="queue">
      <h2 id="queue">{say(w.queue)}</h2>
      <Tiles tiles={tiles} />
      {failed.length === 0 ? (
        <Empty title={say(w.noneFailed)}>{say(w.noneFailedAbout)}</Empty>
      ) : (
        <Failed failed={failed} />
      )}
      {active.length === 0 ? <p className="soft">{say(w.noneActive)}</p> : <Active active={active} />}
    </section>
  )
}

function Failed({ failed }: Pick<Shown, 'failed'>) {
  const { say } = useSpeaking()
  const { jobs: w } = words
  const rows = failed.map(({ id, name, failedAt, reason }) => ({
    key: id,
    cells: {
      job: jobName(say, name),
      number: <code>{id}</code>,
      at: failedAt ?? '–',
      reason,
      doing: (
        <form method="post" action={link.jobs()}>
          <input type="hidden" name="what" value="retry" />
          <input type="hidden" name="job" value={id} />
          <button type="submit" className="button quiet">
            {say(w.retry)} <span className="visually-hidden">{say(w.retryOf, { job: id })}</span>
          </button>
        </form>
      ),
    },
  }))
  return (
    <Table
      caption={say(w.failedJobs)}
      columns={[
        { key: 'job', label: say(w.job) },
        { key: 'number', label: say(w.number) },
        { key: 'at', label: say(w.failedAt) },
        { key: 'reason', label: say(w.reason) },
        { key: 'doing', label: say(w.doing) },
      ]}
      parts={[{ key: 'failed', rows }]}
    />
  )
}

function Active({ active }: Pick<Shown, 'active'>) {
  const { say } = useSpeaking()
  const { jobs: w } = words
  const rows = active.map(({ id, name, since }) => ({
    key: id,
    cells: { job: jobName(say, name), number: <code>{id}</code>, since: since ?? '–' },
  }))
  return (
    <Table
      caption={say(w.activeJobs)}
      columns={[
        { key: 'job', label: say(w.job) },
        { key: 'number', label: say(w.number) },
        { key: 'since', label: say(w.since) },
      ]}
      parts={[{ key: 'active', rows }]}
    />
  )
}

/** Emptying the queue, for whoever is sure. */
export function Drain({ mistake }: { readonly mistake: string | undefined }) {
  const { say } = useSpeaking()
  const { jobs: w } = words
  return (
    <form method="post" action={link.jobs()} className="panel form" aria-labelledby="drain">
      <h2 id="drain">{say(w.drain)}</h2>
      <p>{say(w.drainAbout)}</p>
      <input type="hidden" name="what" value="drain" />
      <Ticks
        name="sure"
        label={say(w.certain)}
        options={[{ value: 'yes', label: say(w.sure) }]}
        {...(mistake && { mistake })}
      />
      <div>
        <button type="submit" className="button">
          {say(w.drain)}
        </button>
      </div>
    </form>
  )
}
